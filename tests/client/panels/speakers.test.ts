import { describe, expect, it } from 'vitest';
import { HANDS, findHand, withChain, withHand } from '../../../client/panels/speakers/hearsay.ts';
import { toPercentWords } from '../../../client/panels/speakers/percent-words.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';

describe('the filter for hearsay', () => {
  it('when a hand is chosen, then the lens asks for it, and it is found there again', () => {
    for (const hand of HANDS) expect(findHand(withHand(DEFAULT_LENS, hand))).toBe(hand);
    expect(withHand(DEFAULT_LENS, 'first').vias).toEqual(['none']);
    expect(withHand(DEFAULT_LENS, 'on').vias).toEqual(['any']);
  });

  it('when the lens names whose word is handed on, then no hand is chosen', () => {
    expect(findHand({ vias: ['vladimir-putin' as ActorId] })).toBeUndefined();
    expect(findHand({ vias: ['any', 'none'] })).toBeUndefined();
  });

  it('when a chain is chosen, then what the outermost hands on from the innermost is left', () => {
    const chain = [{ id: 'steve-witkoff' }, { id: 'dmitry-peskov' }, { id: 'vladimir-putin' }];
    const lens = withChain({ ...DEFAULT_LENS, stances: ['negative'] }, chain);
    expect(lens).toEqual({
      ...DEFAULT_LENS,
      stances: ['negative'],
      speakers: ['steve-witkoff'],
      vias: ['vladimir-putin'],
    });
    expect(withChain(DEFAULT_LENS, [null, { id: 'kremlin' }]).speakers).toEqual(['none']);
  });
});

describe('toPercentWords', () => {
  it('when a share is small, then it does not read as nothing', () => {
    expect([0, 0.004, 0.014, 0.476, 1].map(toPercentWords)).toEqual([
      '0 %',
      'under 1 %',
      '1 %',
      '48 %',
      '100 %',
    ]);
  });
});
