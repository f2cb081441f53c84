/** One measured ratio. Times and sizes stand beside it as facts; only ratios are compared with anything. */
export interface Figure {
  /** What was compared with what, as a sentence a reader understands alone. */
  readonly what: string;
  /** How many times the peer, in the direction `what` says. */
  readonly ratio: number;
  /** What the ratio is to be; absent for a figure that is only reported. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The two sides as measured: "ours 12.1 ms, graphology-gexf 140 ms (medians of 7)". */
  readonly sides: string;
}

/** What a bench found in one run. */
export interface BenchResult {
  readonly figures: readonly Figure[];
  /** Tables and remarks for the page, in Markdown; empty when the figures say all. */
  readonly notes: string;
}

/** A comparison with a peer or a limit, both in the same run. */
export interface Bench {
  readonly title: string;
  /** How it is measured: data, peers and their settings, repeats; Markdown. */
  readonly method: string;
  /** @param say prints a line of progress */
  run(say: (line: string) => void): Promise<BenchResult>;
}

/** True when the ratio is what it is to be, or is only reported. */
export function isMet({ ratio, atLeast = -Infinity, atMost = Infinity }: Figure): boolean {
  return ratio >= atLeast && ratio <= atMost;
}

/** "yes" or "no" by {@link isMet}; "–" for a figure that is only reported. */
export function toVerdict(figure: Figure): 'yes' | 'no' | '–' {
  if (figure.atLeast === undefined && figure.atMost === undefined) return '–';
  return isMet(figure) ? 'yes' : 'no';
}

/** The middle value; of an even number, the lower of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? NaN;
}

/** Frees what can be freed before memory is measured; needs `--expose-gc`. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
