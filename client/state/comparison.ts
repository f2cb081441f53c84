import { SLUG_PATTERN } from '../../graph-data/model/ids.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { COMPARED_BY } from '../../graph-data/network/compare/compared.ts';
import { findOneOf } from './closed-values.ts';

export type ComparedBy = (typeof COMPARED_BY)[number];

/** Two views that are put side by side; one that is not chosen yet is empty. */
export interface Comparison {
  readonly by: ComparedBy;
  readonly a: string;
  readonly b: string;
}

const LONGEST_VALUE = 200;
const DATE_PATTERN = /^[0-9TZYEXS:.,~?%+\-/[\]{}]{1,64}$/;
/** Nothing chosen yet. */
export const NO_COMPARISON: Comparison = { by: 'speaker', a: '', b: '' };

/** True when there is something to compare: both are chosen, and they are not the same. */
export function isComplete(comparison: Comparison | null): comparison is Comparison {
  return comparison !== null && comparison.a !== '' && comparison.b !== '' && comparison.a !== comparison.b;
}

/** `speaker:A:B` as an address holds it; a colon or a per cent sign of a value is written as in addresses. */
export function toComparisonText({ by, a, b }: Comparison): string {
  return [by, ...[a, b].map((value) => value.replace(/[%:]/g, encodeURIComponent))].join(':');
}

/** Reads it back; undefined for what no comparison can be. Whether the two exist is the server's to say. */
export function parseComparison(text: string): Comparison | undefined {
  const [first = '', ...values] = text.split(':');
  const by = findOneOf(COMPARED_BY, first);
  if (by === undefined || values.length !== 2) return undefined;
  const [a, b] = values.map((value) => value.replaceAll('%3A', ':').replaceAll('%25', '%'));
  if (a === undefined || b === undefined || ![a, b].every((value) => value === '' || isValue(by, value)))
    return undefined;
  return { by, a, b };
}

function isValue(by: ComparedBy, value: string): boolean {
  if (by === 'publisher') return value.length <= LONGEST_VALUE;
  return by === 'date' ? DATE_PATTERN.test(value) : SLUG_PATTERN.test(value);
}

export function isSameComparison(one: Comparison | null, other: Comparison | null): boolean {
  if (one === null || other === null) return one === other;
  return one.by === other.by && one.a === other.a && one.b === other.b;
}

/** What of a lens holds for both of two views: its own values of what is compared stand aside. */
export function toCommonLens(lens: Lens, by: ComparedBy): Lens {
  if (by === 'date') return { ...lens, from: null, to: null };
  return { ...lens, [LISTS[by]]: [] };
}

const LISTS = { speaker: 'speakers', publisher: 'publishers', document: 'documents' } as const;

/** The lens that shows what one of them says and nothing else: the rest of it stays as it is. */
export function toLensOf(lens: Lens, by: Exclude<ComparedBy, 'date'>, value: string): Lens {
  const own = { speakers: [], publishers: [], documents: [] };
  return { ...lens, ...own, [LISTS[by]]: [value] };
}
