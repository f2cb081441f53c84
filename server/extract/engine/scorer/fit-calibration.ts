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
  const blocks: Block[] = [];
  for (let from = 0; from < sorted.length;) {
    const to = sorted.length - from < 2 * smallest ? sorted.length : from + smallest;
    let block = toBlock(sorted.slice(from, to));
    for (let below = blocks.at(-1); below && share(below) > share(block); below = blocks.at(-1)) {
      blocks.pop();
      block = {
        score: below.score + block.score,
        right: below.right + block.right,
        count: below.count + block.count,
      };
    }
    blocks.push(block);
    from = to;
  }
  return blocks.map((block) => [round(block.score / block.count), round(share(block))]);
}

/** Sums over outcomes of neighbouring scores. */
interface Block {
  readonly score: number;
  readonly right: number;
  readonly count: number;
}

const toBlock = (outcomes: readonly Outcome[]): Block => ({
  score: outcomes.reduce((sum, { score }) => sum + score, 0),
  right: outcomes.filter(({ isRight }) => isRight).length,
  count: outcomes.length,
});

const share = ({ right, count }: Block): number => right / count;

const round = (value: number): number => Math.round(value * 1000) / 1000;
