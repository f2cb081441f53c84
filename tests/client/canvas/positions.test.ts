import { describe, expect, it } from 'vitest';
import { createPositions } from '../../../client/canvas/positions.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const [a, b, c] = [actor('a'), actor('b'), actor('c')];
const STORED = { a: { x: 0, y: -0 }, b: { x: 10, y: -5 } };

function start() {
  const state = { pinned: new Set<ActorId>() };
  const positions = createPositions(state);
  positions.setStored(sampleGraph([{ from: 'a', to: 'b' }]));
  return { state, positions };
}

function drag(positions: ReturnType<typeof createPositions>, id: ActorId, x: number, y: number): void {
  positions.remember();
  positions.move(new Map([[id, { x, y }]]));
  positions.pin(id);
}

describe('createPositions', () => {
  it('when nothing was moved, then nodes stand where they are stored', () => {
    const { positions } = start();
    expect([positions.placeOf(a), positions.placeOf(b), positions.placeOf(c)]).toEqual([
      STORED.a,
      STORED.b,
      undefined,
    ]);
  });

  it('when a node was dragged, then it stays pinned there under another lens, and new ones come where they are stored', () => {
    const { state, positions } = start();
    drag(positions, b, 1, 2);
    positions.setStored(sampleGraph([{ from: 'a', to: 'c' }]));
    positions.setStored(sampleGraph([{ from: 'a', to: 'b' }]));
    expect([positions.placeOf(b), state.pinned.has(b), positions.placeOf(c)]).toEqual([
      { x: 1, y: 2 },
      true,
      { x: 10, y: -5 },
    ]);
  });

  it('when steps are undone, then each comes back with its pins, the last first, until nothing is left', () => {
    const { state, positions } = start();
    drag(positions, b, 1, 2);
    drag(positions, a, 3, 4);
    positions.remember();
    positions.reset();
    expect([positions.placeOf(a), positions.placeOf(b), state.pinned.size]).toEqual([STORED.a, STORED.b, 0]);
    expect(positions.undo()).toBe(true);
    expect([positions.placeOf(a), state.pinned]).toEqual([{ x: 3, y: 4 }, new Set([b, a])]);
    expect(positions.undo()).toBe(true);
    expect([positions.placeOf(a), positions.placeOf(b), state.pinned]).toEqual([
      STORED.a,
      { x: 1, y: 2 },
      new Set([b]),
    ]);
    expect(positions.undo()).toBe(true);
    expect([positions.placeOf(b), state.pinned.size]).toEqual([STORED.b, 0]);
    expect(positions.undo()).toBe(false);
  });

  it('when the data has another version, then only pinned nodes stay where they were moved, and old steps are gone', () => {
    const { positions } = start();
    drag(positions, b, 1, 2);
    positions.remember();
    positions.move(new Map([[a, { x: 99, y: 99 }]]));
    positions.setStored(sampleGraph([{ from: 'a', to: 'b' }], [], 2));
    expect([positions.placeOf(a), positions.placeOf(b)]).toEqual([STORED.a, { x: 1, y: 2 }]);
    expect(positions.undo()).toBe(false);
  });
});
