import { describe, expect, it } from 'vitest';
import { coarsen } from '../../../../graph-data/network/layout/coarsen.ts';
import { findCommunities, NO_COMMUNITY } from '../../../../graph-data/network/layout/communities.ts';
import { toLinks } from '../../../../graph-data/network/layout/links.ts';

/** Three cliques of four, each tied to the next by one pull of ½, and a node tied to nothing. */
const pairs: [number, number, number][] = [];
for (let clique = 0; clique < 3; clique += 1)
  for (let a = 0; a < 4; a += 1)
    for (let b = a + 1; b < 4; b += 1) pairs.push([clique * 4 + a, clique * 4 + b, 1]);
pairs.push([3, 4, 0.5], [7, 8, 0.5]);
const links = toLinks(
  13,
  Uint32Array.from(pairs, ([source]) => source),
  Uint32Array.from(pairs, ([, target]) => target),
  pairs.map(([, , pull]) => pull),
);

describe('findCommunities', () => {
  it('when there are cliques, then each is a community, numbered by its first node, and a node tied to nothing is in none', () => {
    expect(findCommunities(links)).toEqual({
      count: 3,
      communityOf: Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, NO_COMMUNITY),
    });
  });

  it('when there is nothing tied, then there is no community', () => {
    const none = findCommunities({
      offsets: new Uint32Array(3),
      ends: new Uint32Array(0),
      pulls: new Float32Array(0),
    });
    expect(none).toEqual({ count: 0, communityOf: Uint32Array.of(NO_COMMUNITY, NO_COMMUNITY) });
  });
});

describe('coarsen', () => {
  it('when communities are drawn together, then masses and the pulls between them are kept', () => {
    const masses = Float64Array.from({ length: 13 }, (_, node) => node + 1);
    const { coarse, parentOf } = coarsen({ masses, links });
    expect([...coarse.masses]).toEqual([10, 26, 42]);
    expect(coarse.links).toEqual({
      offsets: Uint32Array.of(0, 1, 3, 4),
      ends: Uint32Array.of(1, 0, 2, 1),
      pulls: Float32Array.of(0.5, 0.5, 0.5, 0.5),
    });
    expect(parentOf[5]).toBe(1);
  });
});
