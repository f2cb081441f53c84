/** Features of one example as ascending numbers, with what it is: 0 or 1, or its class. */
export interface Example {
  readonly features: Int32Array;
  readonly y: number;
}

/** How to train: epochs, learning rate of AdaGrad, pull to zero, seed of the order. */
export interface TrainOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly pull: number;
  readonly seed: number;
}

const NO_EXAMPLE: Example = { features: new Int32Array(0), y: 0 };

/** Numbers in [0, 1), the same for the same seed (a linear congruential generator, as d3-random's lcg). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

/** Puts the numbers in another order. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** Weights of a logistic regression; the mean over the later half of the epochs, which is steadier than the last. */
export function trainBinary(
  examples: readonly Example[],
  size: number,
  { epochs, rate, pull, seed }: TrainOptions,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  const sum = new Float64Array(size);
  const random = randomFrom(seed);
  const order = examples.map((_, k) => k);
  const first = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const k of order) {
      const { features, y } = examples[k] ?? NO_EXAMPLE;
      const error = toProbability(sumOf(weights, features)) - y;
      for (const j of features) {
        const gradient = error + pull * (weights[j] ?? 0);
        squares[j] = (squares[j] ?? 0) + gradient * gradient;
        weights[j] = (weights[j] ?? 0) - (rate * gradient) / Math.sqrt(squares[j] ?? 0);
      }
    }
    if (epoch >= first)
      for (let j = 0; j < size; j += 1) sum[j] = (sum[j] ?? 0) + (weights[j] ?? 0) / (epochs - first);
  }
  return sum;
}

/** Weights of a multinomial logistic regression, one array a class; as {@link trainBinary}'s, the mean over the later epochs. */
export function trainClasses(
  examples: readonly Example[],
  size: number,
  classes: number,
  { epochs, rate, pull, seed }: TrainOptions,
): Float64Array[] {
  const weights = Array.from({ length: classes }, () => new Float64Array(size));
  const squares = Array.from({ length: classes }, () => new Float64Array(size).fill(1e-2));
  const sums = Array.from({ length: classes }, () => new Float64Array(size));
  const random = randomFrom(seed);
  const order = examples.map((_, k) => k);
  const first = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const k of order) {
      const { features, y } = examples[k] ?? NO_EXAMPLE;
      const probabilities = toProbabilities(Float64Array.from(weights, (of) => sumOf(of, features)));
      for (const [c, mine] of weights.entries()) {
        const square = squares[c];
        const error = (probabilities[c] ?? 0) - (c === y ? 1 : 0);
        if (!square || Math.abs(error) < 0.003) continue;
        for (const j of features) {
          const gradient = error + pull * (mine[j] ?? 0);
          square[j] = (square[j] ?? 0) + gradient * gradient;
          mine[j] = (mine[j] ?? 0) - (rate * gradient) / Math.sqrt(square[j] ?? 0);
        }
      }
    }
    if (epoch < first) continue;
    for (const [c, sum] of sums.entries())
      for (let j = 0; j < size; j += 1) sum[j] = (sum[j] ?? 0) + (weights[c]?.[j] ?? 0) / (epochs - first);
  }
  return sums;
}

/** The sum of the weights of the features. */
function sumOf(weights: Float64Array, features: Int32Array): number {
  let sum = 0;
  for (const j of features) sum += weights[j] ?? 0;
  return sum;
}

/** The logistic function. */
export const toProbability = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The probability of each class of its logit, in order; they sum to 1. */
function toProbabilities(logits: Float64Array): number[] {
  let most = -Infinity;
  for (const logit of logits) most = Math.max(most, logit);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
