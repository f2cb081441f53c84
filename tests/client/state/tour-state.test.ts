import { describe, expect, it } from 'vitest';
import { createPageStore } from '../../../client/state/page-store.ts';
import { beginTour, endTour, isPlainStart, TOUR_KEY } from '../../../client/state/tour-state.ts';

function createStorage(limit = Infinity) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (kept.size >= limit) throw new Error('full');
      kept.set(key, value);
    },
  };
}

describe('the tour', () => {
  it('when nobody has been here, then it begins, and again until it is over; then never', () => {
    const storage = createStorage();
    expect(beginTour(storage)).toBe(true);
    expect(beginTour(storage)).toBe(true);
    endTour(storage);
    expect(beginTour(storage)).toBe(false);
    expect([...storage.kept.keys()]).toEqual([TOUR_KEY]);
  });

  it('when the browser keeps nothing, then it does not begin: it would come back for ever', () => {
    const forbidden = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('forbidden');
      },
    };
    const forgetful = { getItem: () => null, setItem: () => undefined };
    for (const storage of [undefined, forbidden, forgetful, createStorage(0)]) {
      expect(beginTour(storage)).toBe(false);
      expect(() => endTour(storage)).not.toThrow();
    }
  });

  it.each(['', '?'])('when the address is plain, as %j is, then there may be one', (query) => {
    expect(isPlainStart(createPageStore(query).getState())).toBe(true);
  });

  it.each([
    '?actor=vladimir-putin',
    '?speaker=steve-witkoff',
    '?tab=table',
    '?view=disputes',
    '?v=3',
    '?at=0.5_0.5_1',
    '?open=case-file',
    '?unknown=1',
  ])('when somebody followed the link %s, then there is none', (query) => {
    expect(isPlainStart(createPageStore(query).getState())).toBe(false);
  });
});
