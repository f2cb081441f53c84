import type { CaseFile, CaseItem } from '../../graph-data/formats/case-file/case-file.ts';
import { EMPTY_CASE_FILE } from '../../graph-data/formats/case-file/case-file.ts';
import { MOST_CASE_ITEMS } from '../../graph-data/formats/case-file/parse-case-file.ts';

/** The reader's case file, and what it was before each change. */
export interface CaseState {
  readonly file: CaseFile;
  /** The latest last. */
  readonly past: readonly CaseFile[];
  /** Why the browser's own copy is not this one, in a sentence; null while it is. */
  readonly fault: string | null;
}

export const NO_CASE: CaseState = { file: EMPTY_CASE_FILE, past: [], fault: null };

const MOST_UNDONE = 50;

/** What tells two items apart. */
export function toCaseKey({ kind, id }: Pick<CaseItem, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Pins something at the end; nothing where it is pinned already, or where 500 things are. */
export function withPinned(state: CaseState, item: CaseItem): CaseState {
  const { items } = state.file;
  if (items.length >= MOST_CASE_ITEMS || items.some((other) => toCaseKey(other) === toCaseKey(item)))
    return state;
  return withFile(state, { ...state.file, items: [...items, item] });
}

/** Completes something that was just pinned, its note kept: no change of its own, which one could take back. */
export function withCompleted(state: CaseState, whole: CaseItem): CaseState {
  const key = toCaseKey(whole);
  const items = state.file.items.map((item) =>
    toCaseKey(item) === key ? { ...whole, note: item.note } : item,
  );
  return { ...state, file: { ...state.file, items } };
}

/** Takes something out, its note with it. */
export function withoutPinned(state: CaseState, key: string): CaseState {
  const items = state.file.items.filter((item) => toCaseKey(item) !== key);
  return items.length === state.file.items.length ? state : withFile(state, { ...state.file, items });
}

/** Moves something so many places down, or up where it is negative; to the end at most. */
export function withMoved(state: CaseState, key: string, by: number): CaseState {
  const { items } = state.file;
  const from = items.findIndex((item) => toCaseKey(item) === key);
  const to = Math.min(Math.max(from + by, 0), items.length - 1);
  const item = items[from];
  if (item === undefined || from === to) return state;
  const rest = items.filter((other) => other !== item);
  return withFile(state, { ...state.file, items: [...rest.slice(0, to), item, ...rest.slice(to)] });
}

export function withNote(state: CaseState, key: string, note: string): CaseState {
  const isChanged = state.file.items.some((item) => toCaseKey(item) === key && item.note !== note);
  if (!isChanged) return state;
  const items = state.file.items.map((item) => (toCaseKey(item) === key ? { ...item, note } : item));
  return withFile(state, { ...state.file, items });
}

/** @param isGoingOn whether it is one step with the last change of the title: a title is kept as it is typed */
export function withTitle(state: CaseState, title: string, isGoingOn = false): CaseState {
  if (title === state.file.title) return state;
  const file = { ...state.file, title };
  return isGoingOn && state.past.length > 0 ? { ...state, file } : withFile(state, file);
}

/** Puts another case file in place of this one, which undo brings back. */
export function withFile(state: CaseState, file: CaseFile): CaseState {
  return { ...state, file, past: [...state.past, state.file].slice(-MOST_UNDONE) };
}

/** Takes the last change back. */
export function withUndone(state: CaseState): CaseState {
  const file = state.past.at(-1);
  return file === undefined ? state : { ...state, file, past: state.past.slice(0, -1) };
}
