/** Linear models over string features, trained by AdaGrad with an L2 pull. */
export interface Example {
  f: Int32Array;
  y: number;
  w?: number;
}
export class Index {
  #ids = new Map<string, number>();
  get size(): number {
    return this.#ids.size;
  }
  frozen = false;
  of(features: readonly string[]): Int32Array {
    const out: number[] = [];
    for (const x of new Set(features)) {
      let id = this.#ids.get(x);
      if (id === undefined) {
        if (this.frozen) continue;
        id = this.#ids.size;
        this.#ids.set(x, id);
      }
      out.push(id);
    }
    return Int32Array.from(out);
  }
}
function random(seed: number): () => number {
  let x = seed | 0;
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return (x >>> 0) / 4294967296;
  };
}
export function trainBinary(
  examples: readonly Example[],
  size: number,
  { epochs = 12, rate = 0.15, l2 = 2e-4, seed = 1 } = {},
): Float64Array {
  const w = new Float64Array(size);
  const g = new Float64Array(size).fill(1e-2);
  const rnd = random(seed);
  const order = examples.map((_, i) => i);
  const sum = new Float64Array(size);
  for (let e = 0; e < epochs; e += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(rnd() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const k of order) {
      const { f, y, w: weight = 1 } = examples[k]!;
      let z = 0;
      for (const j of f) z += w[j]!;
      const p = 1 / (1 + Math.exp(-z));
      const d = (p - y) * weight;
      for (const j of f) {
        const grad = d + l2 * w[j]! * 10;
        g[j]! += grad * grad;
        w[j]! -= (rate * grad) / Math.sqrt(g[j]!);
      }
    }
    if (e >= epochs / 2) for (let j = 0; j < size; j += 1) sum[j]! += w[j]!;
  }
  const n = epochs - Math.ceil(epochs / 2);
  for (let j = 0; j < size; j += 1) sum[j]! /= n;
  return sum;
}
export const score = (w: Float64Array, f: Int32Array): number => {
  let z = 0;
  for (const j of f) z += w[j]!;
  return 1 / (1 + Math.exp(-z));
};
export function trainMulti(
  examples: readonly Example[],
  size: number,
  classes: number,
  o = {},
): Float64Array[] {
  const {
    epochs = 10,
    rate = 0.15,
    l2 = 1e-3,
    seed = 1,
  } = o as { epochs?: number; rate?: number; l2?: number; seed?: number };
  const ws = Array.from({ length: classes }, () => new Float64Array(size));
  const g = Array.from({ length: classes }, () => new Float64Array(size).fill(1e-2));
  const rnd = random(seed);
  const order = examples.map((_, i) => i);
  const p = new Float64Array(classes);
  for (let e = 0; e < epochs; e += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(rnd() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const k of order) {
      const { f, y } = examples[k]!;
      probabilities(ws, f, p);
      for (let c = 0; c < classes; c += 1) {
        const d = p[c]! - (c === y ? 1 : 0);
        if (Math.abs(d) < 0.003) continue;
        const w = ws[c]!,
          gg = g[c]!;
        for (const j of f) {
          const grad = d + l2 * w[j]!;
          gg[j]! += grad * grad;
          w[j]! -= (rate * grad) / Math.sqrt(gg[j]!);
        }
      }
    }
  }
  return ws;
}
export function probabilities(ws: readonly Float64Array[], f: Int32Array, out: Float64Array): void {
  let max = -Infinity;
  for (let c = 0; c < ws.length; c += 1) {
    let z = 0;
    const w = ws[c]!;
    for (const j of f) z += w[j]!;
    out[c] = z;
    if (z > max) max = z;
  }
  let sum = 0;
  for (let c = 0; c < ws.length; c += 1) {
    out[c] = Math.exp(out[c]! - max);
    sum += out[c]!;
  }
  for (let c = 0; c < ws.length; c += 1) out[c]! /= sum;
}
