import { describe, expect, it } from 'vitest';
import { toCutWords, toShownSentence, toShownWords } from '../../../client/panels/lens/shown-words.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';

const NAMES = new Map([
  ['steve-witkoff', 'Steve Witkoff'],
  ['donald-trump', 'Donald Trump'],
]);
const sayOf = (lens: Lens, compares: boolean): string =>
  toShownSentence(
    toShownWords(lens, compares ? { by: 'speaker', a: 'none', b: 'steve-witkoff' } : null, NAMES, new Map()),
    'Everything.',
  );
const POSITIVE: Lens = { ...DEFAULT_LENS, speakers: ['donald-trump' as ActorId], stances: ['positive'] };

describe('what a network is of, in words', () => {
  it('when two are compared, then both are named, and of the lens only what holds for both', () => {
    expect(sayOf(DEFAULT_LENS, true)).toBe('Compared: the document’s own voice and Steve Witkoff.');
    expect(sayOf(POSITIVE, true)).toBe(
      'Compared: the document’s own voice and Steve Witkoff. Lens: Positive.',
    );
  });

  it('when nothing is compared, then it is the lens, or what is said where there is none', () => {
    expect(sayOf(POSITIVE, false)).toBe('Lens: Said by Donald Trump · Positive.');
    expect(sayOf(DEFAULT_LENS, false)).toBe('Everything.');
  });
});

describe('toCutWords', () => {
  it('when a budget cuts, then it says which is drawn; a lens or a comparison is no budget', () => {
    expect(toCutWords(['by=speaker', 'a=none', 'b=steve-witkoff', 'stance=positive'])).toBe('');
    expect(toCutWords(['by=speaker', 'actors=2000'])).toBe('those with most claims are drawn');
    expect(toCutWords(['relations=6000'])).toBe('the strongest relations are drawn');
  });
});
