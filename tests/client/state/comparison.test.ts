import { describe, expect, it } from 'vitest';
import {
  withCompareWith,
  withComparison,
  withSwappedViews,
} from '../../../client/state/compare-transitions.ts';
import {
  isComplete,
  parseComparison,
  toCommonLens,
  toComparisonText,
  toLensOf,
} from '../../../client/state/comparison.ts';
import { START_PAGE } from '../../../client/state/page-state.ts';
import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';

const KREMLIN = { by: 'speaker', a: 'kremlin', b: 'white-house' } as const;

describe('toComparisonText and parseComparison', () => {
  it('when two speakers are compared, then a person can read it in the address', () => {
    expect(toComparisonText(KREMLIN)).toBe('speaker:kremlin:white-house');
    expect(parseComparison('speaker:kremlin:white-house')).toEqual(KREMLIN);
  });

  it('when a publisher’s name holds colons or what stands for them, then it comes back as it was', () => {
    for (const name of ['News: the paper', '100 %', '%3A', '%253A:']) {
      const comparison = { by: 'publisher', a: name, b: 'Other' } as const;
      expect(parseComparison(toComparisonText(comparison))).toEqual(comparison);
    }
  });

  it('when it is nothing that can be compared, then it is undefined', () => {
    for (const text of [
      '',
      'speaker',
      'speaker:a',
      'speaker:a:b:c',
      'mood:a:b',
      'speaker:A b:c',
      'date:<script>:2025',
    ])
      expect(parseComparison(text)).toBeUndefined();
    expect(parseComparison(`publisher:${'x'.repeat(201)}:y`)).toBeUndefined();
  });
});

describe('isComplete', () => {
  it('when both are chosen and not the same, then there is something to compare', () => {
    expect(isComplete(KREMLIN)).toBe(true);
    expect([null, { ...KREMLIN, b: '' }, { ...KREMLIN, b: 'kremlin' }].map(isComplete)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the transitions of a comparison', () => {
  it('when another kind is compared, then what was chosen of the one before goes', () => {
    const page = withComparison(START_PAGE, KREMLIN);
    expect(withComparison(page, { by: 'date' }).comparison).toEqual({ by: 'date', a: '', b: '' });
    expect(withComparison(page, { by: 'speaker', b: 'none' }).comparison).toEqual({ ...KREMLIN, b: 'none' });
  });

  it('when nothing changes, then the page is the same', () => {
    const page = withComparison(START_PAGE, KREMLIN);
    expect(withComparison(page, KREMLIN)).toBe(page);
    expect(withComparison(START_PAGE, null)).toBe(START_PAGE);
    expect(withSwappedViews(START_PAGE)).toBe(START_PAGE);
  });

  it('when they are swapped twice, then they stand as before', () => {
    const page = withComparison(START_PAGE, KREMLIN);
    expect(withSwappedViews(page).comparison).toEqual({ by: 'speaker', a: 'white-house', b: 'kremlin' });
    expect(withSwappedViews(withSwappedViews(page))).toEqual(page);
  });

  it('when one is to be compared with another, then the other is to be chosen in the view for it', () => {
    const page = withCompareWith(withComparison(START_PAGE, KREMLIN), 'publisher', 'Fjord Daily');
    expect([page.view, page.comparison]).toEqual(['compare', { by: 'publisher', a: 'Fjord Daily', b: '' }]);
  });
});

describe('toLensOf', () => {
  it('when the world is to be as one tells it, then who else was looked at goes, and all other conditions stay', () => {
    const lens = {
      ...DEFAULT_LENS,
      speakers: ['kremlin' as ActorId],
      documents: ['d' as DocumentId],
      stances: ['negative' as const],
    };
    expect(toLensOf(lens, 'publisher', 'Fjord Daily')).toEqual({
      ...DEFAULT_LENS,
      publishers: ['Fjord Daily'],
      stances: ['negative'],
    });
  });
});

describe('toCommonLens', () => {
  it('when two are compared, then the lens’s own values of what is compared stand aside, and the rest holds', () => {
    const lens = {
      ...DEFAULT_LENS,
      speakers: ['a' as ActorId],
      from: '2024',
      stances: ['negative'],
    } as const;
    expect(toCommonLens(lens, 'speaker')).toEqual({ ...lens, speakers: [] });
    expect(toCommonLens(lens, 'date')).toEqual({ ...lens, from: null });
    expect(toCommonLens(lens, 'document')).toEqual(lens);
  });
});
