import { describe, expect, it } from 'vitest';
import { toLensChips } from '../../../client/panels/lens/lens-chips.ts';
import { toCountWords, toShareWords } from '../../../client/panels/words/count-words.ts';
import {
  toMoreRelationsWords,
  toSpeakerWords,
  toSpeakersWords,
  toTypeWords,
} from '../../../client/panels/words/relation-words.ts';
import type { RelationTypeRow } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toRef } from './claim-answer.ts';

const leads: RelationTypeRow = {
  id: 'leads',
  group: 'lasting',
  label: 'leads',
  inverse: 'led by',
  stance: 'neutral',
  mutual: false,
  opposites: [],
  plover: null,
};
const VOCABULARY = new Map([['leads', leads]]);

describe('the words of relations', () => {
  it('when a relation is read from its object, then it is read in the inverse', () => {
    expect(toTypeWords(VOCABULARY, 'leads', 'out')).toBe('leads');
    expect(toTypeWords(VOCABULARY, 'leads', 'in')).toBe('led by');
    expect(toTypeWords(VOCABULARY, 'not-known', 'in')).toBe('not known');
  });

  it('when someone quotes another, then the outermost speaker comes first', () => {
    expect(toSpeakerWords(toRef('witkoff'), [toRef('putin')])).toBe('WITKOFF, quoting PUTIN');
    expect(toSpeakerWords(null)).toBe('the document’s own voice');
  });

  it('when there are many speakers, then three are named and the others counted', () => {
    expect(toSpeakersWords(['A', null, 'B'])).toBe('A, the document’s own voice, B');
    expect(toSpeakersWords(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
  });

  it('when a neighbour has more relations than are named, then the others are counted; else nothing is said', () => {
    expect(toMoreRelationsWords(8, 1008)).toBe('and 1,000 more');
    expect(toMoreRelationsWords(8, 8)).toBeUndefined();
  });
});

describe('the words of counts', () => {
  it('when counted, then one is one, and thousands are parted', () => {
    expect(toCountWords(1, 'claim')).toBe('1 claim');
    expect(toCountWords(12_345, 'claim')).toBe('12,345 claims');
    expect(toShareWords(12, 1081, 'claims')).toBe('12 of 1,081 claims');
  });
});

describe('toLensChips', () => {
  it('when a lens is in force, then each condition is told in words, with the name where it is known', () => {
    const chips = toLensChips(
      {
        ...DEFAULT_LENS,
        speakers: ['steve-witkoff' as ActorId, 'not-met' as ActorId, 'none'],
        vias: ['any', 'none', 'steve-witkoff' as ActorId],
        stances: ['negative'],
        kinds: ['country'],
        from: '2025-03-13~',
        clock: 'happened',
        minOrigins: 2,
      },
      new Map([['steve-witkoff', 'Steve Witkoff']]),
      VOCABULARY,
    );
    expect(chips.map(({ words }) => words)).toEqual([
      'Happened from about 13 March 2025',
      'Countries',
      'At least 2 origins',
      'In the document’s own voice',
      'Said by not met',
      'Said by Steve Witkoff',
      'Negative',
      'Handed on from others',
      'At first hand',
      'Handed on from Steve Witkoff',
    ]);
  });

  it('when nothing is cut, then there is none', () => {
    expect(toLensChips(DEFAULT_LENS, new Map(), VOCABULARY)).toEqual([]);
  });
});
