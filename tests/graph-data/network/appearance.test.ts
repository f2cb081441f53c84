import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../../../graph-data/model/actor.ts';
import { STANCES } from '../../../graph-data/model/vocabulary.ts';
import {
  KIND_COLOURS,
  STANCE_COLOURS,
  toEdgeSize,
  toNodeSize,
  toRgb,
} from '../../../graph-data/network/appearance.ts';

describe('sizes', () => {
  it('when claims grow, then sizes grow from their least to their most, and never beyond', () => {
    const claims = [0, 1, 2, 5, 20, 100, 1e6];
    for (const toSize of [(count: number) => toNodeSize(count, 0), toEdgeSize]) {
      const sizes = claims.map(toSize);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      expect(new Set(sizes.slice(1, 5)).size).toBe(4);
    }
    expect([toNodeSize(0, 9), toNodeSize(1e9, 1e9)]).toEqual([4, 26]);
    expect([toEdgeSize(0), toEdgeSize(1), toEdgeSize(1e9)]).toEqual([1, 1, 6]);
  });

  it('when a node has thousands of claims, then one with hundreds is smaller, which else is the largest', () => {
    expect([toNodeSize(300, 300), toNodeSize(300, 6000), toNodeSize(6000, 6000)]).toEqual([26, 8.92, 26]);
  });
});

describe('colours', () => {
  it('when a file is coloured, then every kind and every stance has its own', () => {
    expect(Object.keys(KIND_COLOURS).sort()).toEqual([...ACTOR_KINDS].sort());
    expect(Object.keys(STANCE_COLOURS).sort()).toEqual([...STANCES].sort());
    for (const colours of [KIND_COLOURS, STANCE_COLOURS]) {
      const all = Object.values(colours);
      expect(new Set(all).size).toBe(all.length);
      for (const colour of all) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  it('when a colour is taken apart, then into red, green and blue', () => {
    expect(toRgb('#0280ff')).toEqual([2, 128, 255]);
  });
});
