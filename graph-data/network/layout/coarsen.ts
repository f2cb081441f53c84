import { findCommunities, NO_COMMUNITY } from './communities.ts';
import { toLinks } from './links.ts';
import type { Body } from './relaxation.ts';

/** A network with the one drawn from it, each community of the first a node of the second. */
export interface Coarsening {
  readonly coarse: Body;
  /** The coarse node of each node; `NO_COMMUNITY` of those tied to nothing, which are left out. */
  readonly parentOf: Uint32Array;
}

/**
 * Communities drawn together: a node has the mass of its members, and two are tied by all the pulls between members, so that
 * the forces on a community are those on its members together. O(links).
 */
export function coarsen(fine: Body): Coarsening {
  const { communityOf: parentOf, count } = findCommunities(fine.links);
  const { offsets, members } = toMembers(parentOf, count);
  const masses = new Float64Array(count);
  const pulls = new Float64Array(count);
  const [sources, targets, pullOf]: [number[], number[], number[]] = [[], [], []];
  for (let node = 0; node < count; node += 1) {
    const first = targets.length;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
      const member = members[at] ?? 0;
      masses[node] = (masses[node] ?? 0) + (fine.masses[member] ?? 0);
      const end = fine.links.offsets[member + 1] ?? 0;
      for (let link = fine.links.offsets[member] ?? 0; link < end; link += 1) {
        const other = parentOf[fine.links.ends[link] ?? 0] ?? 0;
        if (other <= node) continue;
        const pull = pulls[other] ?? 0;
        if (pull === 0) targets.push(other);
        pulls[other] = pull + (fine.links.pulls[link] ?? 0);
      }
    }
    for (let at = first; at < targets.length; at += 1) {
      const other = targets[at] ?? 0;
      sources.push(node);
      pullOf.push(pulls[other] ?? 0);
      pulls[other] = 0;
    }
  }
  const links = toLinks(count, Uint32Array.from(sources), Uint32Array.from(targets), pullOf);
  return { coarse: { masses, links }, parentOf };
}

/** The members of each community, in order. */
function toMembers(parentOf: Uint32Array, count: number): { offsets: Uint32Array; members: Uint32Array } {
  const offsets = new Uint32Array(count + 1);
  for (const parent of parentOf)
    if (parent !== NO_COMMUNITY) offsets[parent + 1] = (offsets[parent + 1] ?? 0) + 1;
  for (let parent = 0; parent < count; parent += 1)
    offsets[parent + 1] = (offsets[parent + 1] ?? 0) + (offsets[parent] ?? 0);
  const next = offsets.slice();
  const members = new Uint32Array(offsets[count] ?? 0);
  parentOf.forEach((parent, node) => {
    if (parent === NO_COMMUNITY) return;
    const at = next[parent] ?? 0;
    members[at] = node;
    next[parent] = at + 1;
  });
  return { offsets, members };
}
