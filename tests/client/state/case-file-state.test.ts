import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../client/state/case-file-state.ts';
import {
  NO_CASE,
  toCaseKey,
  withFile,
  withMoved,
  withNote,
  withPinned,
  withTitle,
  withUndone,
  withoutPinned,
} from '../../../client/state/case-file-state.ts';
import type { CaseShelf } from '../../../client/state/keep-case-file.ts';
import { keepCaseFile } from '../../../client/state/keep-case-file.ts';
import { createPageStore } from '../../../client/state/page-store.ts';
import { toCaseClaim, toCaseItem } from '../../graph-data/formats/case-file/sample-case.ts';

const item = (id: string) => toCaseItem(toCaseClaim({ id }));
const idsOf = ({ file }: CaseState) => file.items.map(({ id }) => id);
const three = ['a', 'b', 'c'].map(item).reduce(withPinned, NO_CASE);

describe('the case file', () => {
  it('when the same is pinned twice, then it is there once', () => {
    expect(idsOf(withPinned(three, item('a')))).toEqual(['a', 'b', 'c']);
    expect(withPinned(three, item('a'))).toBe(three);
  });

  it('when items are moved, then they stop at the ends', () => {
    expect(idsOf(withMoved(three, 'claim a', 1))).toEqual(['b', 'a', 'c']);
    expect(idsOf(withMoved(three, 'claim c', -9))).toEqual(['c', 'a', 'b']);
    expect(withMoved(three, 'claim a', -1)).toBe(three);
    expect(withMoved(three, 'claim x', 1)).toBe(three);
  });

  it('when changes are taken back, then each one is, an import and a removed note too', () => {
    const noted = withNote(three, toCaseKey(item('b')), 'Look');
    const titled = withTitle(noted, 'Title');
    const removed = withoutPinned(titled, 'claim b');
    const imported = withFile(removed, { title: 'Other', items: [] });

    expect(idsOf(imported)).toEqual([]);
    expect(withUndone(imported).file).toEqual(removed.file);
    expect(withUndone(withUndone(imported)).file.items[1]?.note).toBe('Look');
    expect(withUndone(withUndone(withUndone(withUndone(imported)))).file).toEqual(three.file);
    expect(withUndone(NO_CASE)).toBe(NO_CASE);
  });

  it('when a title is typed letter by letter, then it is one step to take back', () => {
    const typed = withTitle(withTitle(withTitle(three, 'a'), 'ab', true), 'abc', true);

    expect(typed.file.title).toBe('abc');
    expect(withUndone(typed).file).toEqual(three.file);
  });

  it('when a note or title is the same, then nothing has changed', () => {
    expect(withNote(three, 'claim a', '')).toBe(three);
    expect(withTitle(three, '')).toBe(three);
  });
});

function createShelf(kept: Record<string, string>, isFull = false) {
  const listeners: Parameters<CaseShelf['addEventListener']>[1][] = [];
  const shelf: CaseShelf = {
    localStorage: {
      getItem: (key) => kept[key] ?? null,
      setItem: (key, value) => {
        if (isFull) throw new Error('full');
        kept[key] = value;
      },
    },
    addEventListener: (_type, listener) => listeners.push(listener),
  };
  return {
    kept,
    shelf,
    tell: (newValue: string) => listeners.forEach((tell) => tell({ key: KEY, newValue })),
  };
}
const KEY = 'onrecord-case-file';

describe('keepCaseFile', () => {
  it('when something is pinned, then another visit finds it, and so does another tab', () => {
    const { kept, shelf } = createShelf({});
    const store = createPageStore('');
    keepCaseFile(store, shelf);
    store.setState({ caseFile: three });

    const later = createPageStore('');
    keepCaseFile(later, shelf);
    expect(later.getState().caseFile.file).toEqual(three.file);

    const other = createPageStore('');
    const { shelf: empty, tell } = createShelf({});
    keepCaseFile(other, empty);
    tell(kept[KEY] ?? '');
    expect(other.getState().caseFile.file).toEqual(three.file);
  });

  it('when what is kept cannot be read, then it is put aside and said, not lost', () => {
    const { kept, shelf } = createShelf({ [KEY]: '{"format":"onrecord-case-file","formatVersion":9}' });
    const store = createPageStore('');
    keepCaseFile(store, shelf);
    store.setState({ caseFile: withPinned(store.getState().caseFile, item('a')) });

    expect(store.getState().caseFile.file.items).toHaveLength(1);
    expect(kept['onrecord-case-file-unread']).toContain('"formatVersion":9');
  });

  it('when the browser keeps nothing, then the file works and says so', () => {
    const { shelf } = createShelf({}, true);
    const store = createPageStore('');
    keepCaseFile(store, shelf);
    store.setState({ caseFile: withPinned(store.getState().caseFile, item('a')) });

    expect(store.getState().caseFile.file.items).toHaveLength(1);
    expect(store.getState().caseFile.fault).toMatch(/does not keep/);
  });
});
