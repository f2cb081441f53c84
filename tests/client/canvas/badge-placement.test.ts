import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BadgeRequest } from '../../../client/canvas/badge-placement.ts';
import { placeBadges } from '../../../client/canvas/badge-placement.ts';
import { isOverDisc, overlapOf } from '../../../client/canvas/geometry.ts';

function badge(
  id: string,
  rank: number,
  claims: number,
  xs: readonly number[],
  mustShow = false,
  changes: Partial<BadgeRequest> = {},
): BadgeRequest {
  const points = xs.map((x) => ({ x, y: 50 }));
  return { id, rank, claims, width: 20, height: 16, points, ends: [], mustShow, ...changes };
}

const point = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) });

describe('placeBadges', () => {
  it('whatever is asked, then no mark that could be left out lies over another, over a node or over what is taken', () => {
    const request = fc.record({
      rank: fc.integer({ min: 0, max: 2 }),
      claims: fc.integer({ min: 1, max: 9 }),
      width: fc.integer({ min: 16, max: 60 }),
      height: fc.constant(16),
      points: fc.array(point, { maxLength: 5 }),
      ends: fc.constant([]),
      mustShow: fc.constant(false),
    });
    const disc = fc.record({
      x: fc.integer({ max: 300 }),
      y: fc.integer({ max: 300 }),
      radius: fc.integer({ min: 2, max: 26 }),
    });
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 40 }),
        fc.array(disc, { maxLength: 20 }),
        (rows, circles) => {
          const discs = circles.map((circle, index) => ({ ...circle, id: `d${index}` }));
          const taken = [{ left: 100, right: 160, top: 100, bottom: 115 }];
          const placed = placeBadges(
            rows.map((row, index) => ({ ...row, id: `b${index}` })),
            discs,
            taken,
          );
          placed.forEach(({ box }, index) => {
            for (const other of [...placed.slice(0, index).map((one) => one.box), ...taken])
              expect(overlapOf(box, other)).toBe(0);
            for (const circle of discs) expect(isOverDisc(box, circle)).toBe(false);
          });
        },
      ),
    );
  });

  it('when there is room for one only, then disputed comes before denied, denied before counts, and more claims first', () => {
    const all = [
      badge('count', 2, 90, [50]),
      badge('few', 1, 1, [50]),
      badge('denied', 1, 2, [50]),
      badge('disputed', 0, 1, [50]),
    ];
    const winners = [4, 3, 2, 1].map((count) => placeBadges(all.slice(0, count), [], []).map(({ id }) => id));
    expect(winners).toEqual([['disputed'], ['denied'], ['few'], ['count']]);
  });

  it('when the middle is covered, then the mark stands at the next point, and without one it is left out', () => {
    const discs = [{ id: 'node', x: 50, y: 50, radius: 12 }];
    expect(placeBadges([badge('moves', 0, 1, [50, 90])], discs, [])[0]?.box.left).toBe(80);
    expect(placeBadges([badge('gone', 0, 1, [50])], discs, [])).toEqual([]);
  });

  it('when a mark must be shown, then it is shown even over a node that is not its own, and before all others', () => {
    const discs = [{ id: 'node', x: 50, y: 50, radius: 12 }];
    const placed = placeBadges([badge('other', 0, 9, [50]), badge('must', 2, 1, [50], true)], discs, []);
    expect(placed.map(({ id }) => id)).toEqual(['must']);
  });

  it('when two marks must be shown where there is room for one, then they stand beside each other, over nodes if need be', () => {
    const discs = [{ id: 'node', x: 50, y: 50, radius: 40 }];
    const placed = placeBadges([badge('one', 0, 2, [50], true), badge('two', 0, 1, [52], true)], discs, []);
    const [first, second] = placed.map(({ box }) => box);
    expect(first !== undefined && second !== undefined && overlapOf(first, second)).toBe(0);
  });

  describe('between the two nodes of its line', () => {
    const discs = [
      { id: 'a', x: 20, y: 50, radius: 15 },
      { id: 'b', x: 100, y: 50, radius: 15 },
    ];
    const label = (width: number, shortWidth?: number): BadgeRequest =>
      badge('label', 0, 1, [60], true, { width, shortWidth, ends: ['a', 'b'] });

    it('when the words fit between the rims, then they are shown', () => {
      expect(placeBadges([label(44, 20)], discs, [])).toMatchObject([{ isShort: false }]);
    });

    it('when the words are longer than the line, then only the mark is shown, clear of both nodes', () => {
      const [placed] = placeBadges([label(60, 20)], discs, []);
      expect(placed).toMatchObject({ isShort: true, box: { left: 50, right: 70 } });
    });

    it('when there is no mark but the words, or it is too long as well, then nothing is shown', () => {
      expect(placeBadges([label(60)], discs, [])).toEqual([]);
      expect(placeBadges([label(60, 55)], discs, [])).toEqual([]);
    });
  });
});
