import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverDisc, overlapOf } from '../../../client/canvas/geometry.ts';
import type { LabelGround, LabelRequest } from '../../../client/canvas/label-placement.ts';
import { placeLabels } from '../../../client/canvas/label-placement.ts';
import { createSpatialGrid } from '../../../client/canvas/spatial-grid.ts';

/** What a name may stand further off its node than the nearest, in pixels. */
const FURTHEST = 16;
const BOUNDS = { left: 0, top: 0, right: 600, bottom: 400 };

function ground(requests: readonly LabelRequest[], changes: Partial<LabelGround> = {}): LabelGround {
  return {
    discs: requests,
    lines: createSpatialGrid(),
    taken: [],
    bounds: BOUNDS,
    free: BOUNDS,
    before: new Map(),
    small: 1,
    keepsLinesClear: false,
    budget: 1_000,
    ...changes,
  };
}

const arbitraryRequests = fc
  .array(
    fc.record({
      x: fc.integer({ min: -40, max: 640 }),
      y: fc.integer({ min: -40, max: 440 }),
      radius: fc.integer({ min: 2, max: 26 }),
      width: fc.integer({ min: 10, max: 180 }),
      height: fc.integer({ min: 12, max: 18 }),
      precedence: fc.constantFrom('must', 'prior', 'rest'),
    }),
    { maxLength: 60 },
  )
  .map((rows): LabelRequest[] => rows.map((row, index) => ({ ...row, id: `n${index}` })));

describe('placeLabels', () => {
  it('whatever the nodes, then no label that could be left out lies over another, over a bigger node or outside', () => {
    fc.assert(
      fc.property(arbitraryRequests, (requests) => {
        const placed = placeLabels(requests, ground(requests));
        const optional = placed.filter(
          ({ id }) => requests.find((one) => one.id === id)?.precedence !== 'must',
        );
        placed.forEach((label, index) => {
          if (!optional.includes(label)) return;
          for (const earlier of placed.slice(0, index)) expect(overlapOf(label.box, earlier.box)).toBe(0);
          const own = requests.find(({ id }) => id === label.id);
          for (const disc of requests) {
            if (disc.id !== label.id && (own?.precedence === 'prior' || disc.radius > (own?.radius ?? 0)))
              expect(isOverDisc(label.box, disc)).toBe(false);
          }
          expect(label.box.left).toBeGreaterThanOrEqual(BOUNDS.left);
          expect(label.box.right).toBeLessThanOrEqual(BOUNDS.right);
        });
      }),
    );
  });

  it('whatever the nodes, then every label that must be shown is, beside its own node, and the same again next time', () => {
    fc.assert(
      fc.property(arbitraryRequests, (requests) => {
        const placed = placeLabels(requests, ground(requests, { budget: 0 }));
        const must = requests.filter(({ precedence }) => precedence === 'must').map(({ id }) => id);
        expect(placed.map(({ id }) => id).filter((id) => must.includes(id))).toEqual(must);
        for (const { id, box } of placed) {
          const own = requests.find((one) => one.id === id);
          if (own === undefined) continue;
          const x = Math.max(box.left, Math.min(own.x, box.right)) - own.x;
          const y = Math.max(box.top, Math.min(own.y, box.bottom)) - own.y;
          expect(Math.hypot(x, y)).toBeLessThan(own.radius + 8 + FURTHEST);
        }
        const before = new Map(placed.map(({ id, place }) => [id, place]));
        expect(placeLabels(requests, ground(requests, { budget: 0, before }))).toEqual(placed);
      }),
    );
  });

  const one: LabelRequest = {
    id: 'one',
    x: 300,
    y: 200,
    radius: 10,
    width: 80,
    height: 15,
    precedence: 'rest',
  };

  it('when there is room, then the label stands right of its node', () => {
    expect(placeLabels([one], ground([one]))[0]?.box).toEqual({
      left: 314,
      right: 394,
      top: 192.5,
      bottom: 207.5,
    });
  });

  it('when something stands on the right, then it goes to the left', () => {
    const taken = [{ left: 320, right: 330, top: 150, bottom: 250 }];
    expect(placeLabels([one], ground([one], { taken }))[0]?.box.right).toBe(286);
  });

  it('when a line runs to the right, then it goes to the left', () => {
    const lines = createSpatialGrid<{ point: { x: number; y: number }; width: number }>();
    for (let x = 310; x < 400; x += 9) {
      const point = { x, y: 200 };
      lines.add({ left: x, right: x, top: 200, bottom: 200 }, { point, width: 2 });
    }
    expect(placeLabels([one], ground([one], { lines }))[0]?.place).toBe(1);
  });

  it('when lines are to be kept clear and run on every side, then the label is left out', () => {
    const lines = createSpatialGrid<{ point: { x: number; y: number }; width: number }>();
    for (let x = 180; x < 420; x += 5) {
      for (let y = 170; y < 230; y += 5)
        lines.add({ left: x, right: x, top: y, bottom: y }, { point: { x, y }, width: 2 });
    }
    expect(placeLabels([one], ground([one], { lines }))).toHaveLength(1);
    expect(placeLabels([one], ground([one], { lines, keepsLinesClear: true }))).toEqual([]);
  });

  it('when all eight places close by are taken, then a name that takes precedence stands a little further off', () => {
    const taken = [{ left: 285, right: 317, top: 183, bottom: 217 }];
    const prior: LabelRequest = { ...one, precedence: 'prior' };
    expect(placeLabels([one], ground([one], { taken }))).toEqual([]);
    const [placed] = placeLabels([prior], ground([prior], { taken }));
    expect(placed !== undefined && placed.box.left > 317).toBe(true);
  });

  it('when a name that takes precedence finds no place at all, then it is left out and one that must be shown is not', () => {
    const taken = [{ left: 100, right: 500, top: 100, bottom: 300 }];
    const of = (precedence: LabelRequest['precedence']): number =>
      placeLabels([{ ...one, precedence }], ground([one], { taken })).length;
    expect([of('must'), of('prior'), of('rest')]).toEqual([1, 0, 0]);
  });

  it('when names that take precedence are more than the budget, then all that find room are shown', () => {
    const many = [0, 1, 2].map((row): LabelRequest => ({
      ...one,
      id: `n${row}`,
      y: 50 + row * 80,
      precedence: 'prior',
    }));
    expect(placeLabels(many, ground(many, { budget: 1 }))).toHaveLength(3);
  });

  it('when a panel covers the right, then the label of a free node stays clear of it, that of a covered one does not', () => {
    const free = { ...BOUNDS, right: 350 };
    const covered = { ...one, id: 'covered', x: 360 };
    expect(placeLabels([one], ground([one], { free }))[0]?.place).toBe(1);
    expect(placeLabels([covered], ground([covered], { free }))[0]?.place).toBe(0);
  });

  it('when it stood on the left before and may stay, then it stays', () => {
    const placed = placeLabels([one], ground([one], { before: new Map([['one', 1]]) }));
    expect(placed[0]?.place).toBe(1);
  });

  it('when there are more labels than the budget, then the first ones are shown', () => {
    const many = [0, 1, 2, 3].map((row): LabelRequest => ({ ...one, id: `n${row}`, y: 50 + row * 80 }));
    expect(placeLabels(many, ground(many, { budget: 2 })).map(({ id }) => id)).toEqual(['n0', 'n1']);
  });
});
