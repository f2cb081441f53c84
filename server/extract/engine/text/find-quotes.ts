import { countBefore } from './count-before.ts';
import type { Span } from '../report.ts';

/** A quotation with its marks; `depth` 0 for one that stands in no other. */
export interface Quote extends Span {
  readonly depth: number;
}

/** No quotation is longer, in UTF-16 units: what never closes ends with its paragraph. */
const LONGEST = 6000;

interface Open {
  readonly start: number;
  readonly mark: string;
}

/**
 * The quotations of a text in the order of their beginnings: curly, straight and nested ones. A quotation that is still
 * open where its paragraph ends goes on if the next paragraph opens with the same mark, and otherwise ends there. Linear.
 */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let open: Open[] = [];
  const close = (end: number): void => {
    const last = open.pop();
    if (last && end - last.start <= LONGEST) quotes.push({ start: last.start, end, depth: open.length });
  };
  const closeAll = (end: number): void => {
    while (open.length > 0) close(end);
  };
  for (const { 0: mark, index } of text.matchAll(/[“”"«»]|``|''|\n+/g)) {
    const inner = open.at(-1);
    if (mark.startsWith('\n')) {
      const next = /^[\s]*([“"«])/.exec(text.slice(index, index + mark.length + 3))?.[1];
      if (!inner || open.length > 3 || index - inner.start > LONGEST || next !== open[0]?.mark)
        closeAll(index);
      else open = open.slice(0, 1);
    } else if (mark === '”' || mark === '»' || mark === "''") close(index + mark.length);
    else if (mark === '"') {
      const isContinued = inner?.mark === mark && /\n\s*$/.test(text.slice(Math.max(0, index - 4), index));
      if (inner?.mark === mark && !isContinued) close(index + 1);
      else if (!isContinued) open.push({ start: index, mark });
    } else {
      const isContinued = inner?.mark === mark && /\n\s*$/.test(text.slice(Math.max(0, index - 4), index));
      if (!isContinued && open.length < 4) open.push({ start: index, mark });
    }
  }
  closeAll(text.length);
  return quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

const quotesOfText = new WeakMap<{ readonly text: string }, readonly Quote[]>();

/** The quotations of a report's text, found once a report. */
export function quotesOf(report: { readonly text: string }): readonly Quote[] {
  let quotes = quotesOfText.get(report);
  if (!quotes) quotesOfText.set(report, (quotes = findQuotes(report.text)));
  return quotes;
}

/** Which outermost quotation a place of the text stands in; binary search over {@link findQuotes}. */
export function quoteFinder(quotes: readonly Quote[]): (at: number) => Quote | undefined {
  const outer = quotes.filter((q) => q.depth === 0);
  return (at) => {
    const quote = outer[countBefore(outer, at) - 1];
    return quote && at < quote.end ? quote : undefined;
  };
}

/** Whether a place of a report is quoted. */
export function quoteMask(report: { readonly text: string }): (at: number) => boolean {
  const find = quoteFinder(quotesOf(report));
  return (at) => find(at) !== undefined;
}
