/** A proposal's score and whether it was right. */
export interface Outcome {
  readonly score: number;
  readonly isRight: boolean;
}

/**
 * Rising pairs [score, share right]: isotonic regression by pooling adjacent violators, over blocks of at least
 * `smallest` outcomes, so that a few lucky ones at the top do not claim certainty. Empty of no outcome.
 */
export function fitCalibration(outcomes: readonly Outcome[], smallest = 40): [number, number][] {
  const sorted = outcomes.toSorted((a, b) => a.score - b.score);
  const blocks: { score: number; right: number; count: number }[] = [];
  for (let from = 0; from < sorted.length; from += smallest) {
    const part = sorted.slice(from, sorted.length - from < 2 * smallest ? sorted.length : from + smallest);
    blocks.push({
      score: part.reduce((sum, o) => sum + o.score, 0),
      right: part.filter((o) => o.isRight).length,
      count: part.length,
    });
    if (part.length !== smallest) break;
    for (let at = blocks.length - 1; at > 0; at -= 1) {
      const [low, high] = [blocks[at - 1]!, blocks[at]!];
      if (low.right / low.count <= high.right / high.count) break;
      blocks.splice(at - 1, 2, {
        score: low.score + high.score,
        right: low.right + high.right,
        count: low.count + high.count,
      });
    }
  }
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    const [low, high] = [blocks[at - 1]!, blocks[at]!];
    if (low.right / low.count > high.right / high.count)
      blocks.splice(at - 1, 2, {
        score: low.score + high.score,
        right: low.right + high.right,
        count: low.count + high.count,
      });
  }
  return blocks.map(({ score, right, count }) => [round(score / count), round(right / count)]);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
