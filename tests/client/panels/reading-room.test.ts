import { describe, expect, it } from 'vitest';
import {
  toActorDraft,
  findActorFaults,
  toActorPatch,
  toPatchWords,
} from '../../../client/panels/actor-edit/actor-draft.ts';
import { findLikenesses } from '../../../client/panels/actor-edit/likenesses.ts';
import { toMergeWords } from '../../../client/panels/actor-edit/merge-words.ts';
import type { LedgerEntry } from '../../../client/panels/ledger/ledger-days.ts';
import { toBlockingSeq, toLedgerDays, toUndoOffer } from '../../../client/panels/ledger/ledger-days.ts';
import {
  DOCUMENT_COLUMNS,
  FIRST_SORT,
  toNextSort,
} from '../../../client/panels/reading-room/document-columns.ts';
import { NO_FILTER, filterDocuments } from '../../../client/panels/reading-room/document-filter.ts';
import { toRetractWords } from '../../../client/panels/reading-room/retract-words.ts';
import { isReadLanguage, toLanguageWords } from '../../../client/panels/words/language-words.ts';
import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import { actorPatchSchema } from '../../../graph-data/contract/writes.ts';
import { toRef } from './claim-answer.ts';

function toDocument(id: string, part: Partial<DocumentSummaryAnswer> = {}): DocumentSummaryAnswer {
  return {
    id,
    kind: 'report',
    title: id,
    publisher: 'Harbour Post',
    url: null,
    publishedAt: null,
    derivedFrom: null,
    author: null,
    language: 'en',
    licence: 'all rights reserved',
    claims: 0,
    proposals: 0,
    rejected: 0,
    ...part,
  };
}

describe('filterDocuments', () => {
  const documents = [
    toDocument('a', { title: 'Ministers meet in Córdoba', publishedAt: '2025-03' }),
    toDocument('b', { title: 'A walk', author: 'Ada Example', proposals: 2 }),
  ];
  const find = (words: string, isWaitingOnly = false): string[] =>
    filterDocuments(documents, { words, isWaitingOnly }).map(({ id }) => id);

  it('when words are given, then every one is in it somewhere, whatever its case and accents', () => {
    expect(find('cordoba 2025-03')).toEqual(['a']);
    expect(find('ADA harbour')).toEqual(['b']);
    expect(find('cordoba ada')).toEqual([]);
  });

  it('when only what waits is asked for, then the others are left out; without a condition none is', () => {
    expect(find('', true)).toEqual(['b']);
    expect(filterDocuments(documents, NO_FILTER)).toBe(documents);
  });
});

describe('the columns of the documents', () => {
  const column = (id: string) => {
    const found = DOCUMENT_COLUMNS.find((each) => each.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it('when a column is chosen, then numbers begin with the largest and words with the first; again, it turns', () => {
    const byClaims = toNextSort(FIRST_SORT, column('claims'));
    expect(byClaims).toEqual({ column: 'claims', direction: 'descending' });
    expect(toNextSort(byClaims, column('claims')).direction).toBe('ascending');
    expect(toNextSort(byClaims, column('title'))).toEqual({ column: 'title', direction: 'ascending' });
  });
});

describe('toRetractWords', () => {
  it.each([
    [12, 0, 'Its 12 claims go with it. Undo brings all of it back.'],
    [1, 0, 'Its 1 claim goes with it. Undo brings both back.'],
    [12, 3, 'Its 12 claims and 3 proposals waiting go with it. Undo brings all of it back.'],
    [0, 0, 'No claim goes with it. Undo brings it back.'],
  ])('when %i claims and %i proposals go, then it says so', (claims, proposals, words) => {
    expect(toRetractWords({ claims, proposals })).toBe(words);
  });
});

describe('the words for languages', () => {
  it('when a tag is known, then its language is named, and only English is read', () => {
    expect(toLanguageWords('ko')).toBe('Korean');
    expect(toLanguageWords('not a tag')).toBe('not a tag');
    expect(['en', 'en-GB', 'enm', 'de'].map(isReadLanguage)).toEqual([true, true, false, false]);
  });
});

describe('the ledger', () => {
  const toEntry = (seq: number, part: Partial<LedgerEntry> = {}): LedgerEntry => ({
    seq,
    at: '2026-01-02T10:00:00Z',
    author: 'ada',
    kind: 'merge',
    summary: 'Merged',
    undoneBy: null,
    undoable: true,
    ...part,
  });

  it('when entries are of several days, then each day stands once, newest first', () => {
    const entries = [
      toEntry(3, { at: '2026-01-02T10:00:00Z' }),
      toEntry(2, { at: '2026-01-02T09:00:00Z' }),
      toEntry(1, { at: '2026-01-01T10:00:00Z' }),
    ];
    const days = toLedgerDays(entries, (instant) => instant.slice(0, 10));
    expect(days.map(({ day, entries: ofDay }) => [day, ofDay.map(({ seq }) => seq)])).toEqual([
      ['2026-01-02', [3, 2]],
      ['2026-01-01', [1]],
    ]);
  });

  it('when an entry stands, then it can be taken back, and an undo done again; else nothing is offered', () => {
    expect(toUndoOffer(toEntry(1))).toBe('undo');
    expect(toUndoOffer(toEntry(1, { kind: 'undo' }))).toBe('redo');
    expect(toUndoOffer(toEntry(1, { undoneBy: 2 }))).toBeNull();
    expect(toUndoOffer(toEntry(1, { undoable: false }))).toBeNull();
  });
});

describe('toBlockingSeq', () => {
  it('when a reason names an entry, then it is that one', () => {
    expect(toBlockingSeq('entry 12 stands on it (merge by ada)')).toBe(12);
    expect(toBlockingSeq('another reason')).toBeUndefined();
  });
});

describe('the form of an actor', () => {
  const actor = { label: 'Steve Whitcoff', kind: 'person', aliases: ['Witkoff'], wikidata: null } as const;
  const mutable = { ...actor, aliases: [...actor.aliases] };
  const draft = toActorDraft(mutable);

  it('when nothing is otherwise, then there is nothing to send', () => {
    expect(toActorPatch(mutable, draft)).toBeUndefined();
  });

  it('when it is filled in, then only what is otherwise is sent, as the API takes it', () => {
    const patch = toActorPatch(mutable, {
      ...draft,
      name: ' Steve Witkoff ',
      aliases: 'Witkoff\n\n Whitcoff \nSteve Witkoff\nWitkoff',
      wikidata: 'Q7747',
    });
    expect(actorPatchSchema.parse(patch)).toEqual({
      name: 'Steve Witkoff',
      aliases: ['Witkoff', 'Whitcoff'],
      wikidata: 'Q7747',
    });
    expect(patch && toPatchWords(mutable, patch)).toBe('Renamed Steve Whitcoff to Steve Witkoff');
    expect(toPatchWords(mutable, { kind: 'group' })).toBe('Changed the kind of Steve Whitcoff to group');
  });

  it('when a field is at fault, then it is named', () => {
    expect(Object.keys(findActorFaults({ ...draft, name: ' ', wikidata: 'x' }))).toEqual([
      'name',
      'wikidata',
    ]);
    expect(Object.keys(findActorFaults({ ...draft, aliases: 'x'.repeat(201) }))).toEqual(['aliases']);
    expect(findActorFaults(draft)).toEqual({});
  });
});

describe('what a merge would change', () => {
  const answer = { actor: toRef('steve-witkoff'), between: 0, seq: null, version: 1 };

  it('when relations fall together, then it is said how many become how many', () => {
    expect(toMergeWords({ ...answer, relationsBefore: 12, relationsAfter: 9, claims: 14 })).toMatch(
      /^12 relations become 9; 14 claims are read as about /,
    );
    expect(toMergeWords({ ...answer, relationsBefore: 3, relationsAfter: 3, claims: 0 })).toBe(
      '3 relations of both stay as many; no claim is touched.',
    );
  });

  it('when claims tie the two, then a warning says so', () => {
    const both = { ...answer, relationsBefore: 2, relationsAfter: 2, claims: 1, between: 1 };
    expect(toMergeWords(both)).toMatch(/Look again: 1 claim between the two would say something of /);
  });

  it('when it is asked of an actor, then the others it may be are named once, from either side', () => {
    const [a, b, c] = [toRef('a'), toRef('b'), toRef('c')];
    const all = [
      { actor: a, other: b, document: null, reason: 'one' },
      { actor: b, other: a, document: 'x', reason: 'two' },
      { actor: c, other: b, document: null, reason: 'three' },
    ];
    expect(findLikenesses(all, 'b').map(({ other, reason }) => [other.id, reason])).toEqual([
      ['a', 'one'],
      ['c', 'three'],
    ]);
  });
});
