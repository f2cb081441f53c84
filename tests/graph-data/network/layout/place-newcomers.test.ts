import { describe, expect, it } from 'vitest';
import { placeNewcomers } from '../../../../graph-data/network/layout/place-newcomers.ts';

const KNOWN = new Map<string, readonly [number, number]>([
  ['a', [0, 0]],
  ['b', [10, 0]],
  ['c', [0, 10]],
]);
const IDS = ['a', 'b', 'c', 'lone', 'new'];
const TIES = { length: 3, subject: [4, 0, 4], object: [1, 2, 4] };

describe('placeNewcomers', () => {
  it('when a picture grows, then the known stay, a newcomer stands near its neighbours, others in the picture', () => {
    const places = placeNewcomers(IDS, TIES, (id) => KNOWN.get(id));

    expect([...places.slice(0, 6)]).toEqual([0, 0, 10, 0, 0, 10]);
    expect(Math.hypot((places[8] ?? 0) - 10, places[9] ?? 0)).toBeLessThan(1);
    expect(places[8]).not.toBe(10);
    expect([places[6], places[7]].every((place) => place !== undefined && place > -6 && place < 16)).toBe(
      true,
    );
    expect(placeNewcomers(IDS, TIES, (id) => KNOWN.get(id))).toEqual(places);
  });

  it('when nobody had a place, then all have one, each its own', () => {
    const places = placeNewcomers(IDS, TIES, () => undefined);
    expect(new Set(IDS.map((_, at) => `${places[at * 2]} ${places[at * 2 + 1]}`)).size).toBe(IDS.length);
    expect([...places].every(Number.isFinite)).toBe(true);
  });
});
