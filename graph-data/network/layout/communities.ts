import type { Links } from './links.ts';

/** Passes over all nodes at most; most moves are made in the first two. */
const MOST_PASSES = 4;
/** Where a node has no community. */
export const NO_COMMUNITY = 0xffffffff;
/** Passes end when fewer than this share of the nodes moved. */
const FEW = 0.02;

/**
 * The community of each node by the local moving of Louvain (Blondel et al. 2008): each node in turn joins the neighbour
 * community with which modularity grows most, until few move. Numbered from 0 in the order of their first node; a node tied
 * to nothing is in none, {@link NO_COMMUNITY}. Deterministic: nodes are taken in order, ties go to the community met first.
 * O(passes × links).
 */
export function findCommunities(links: Links): { readonly communityOf: Uint32Array; readonly count: number } {
  const { offsets, ends, pulls } = links;
  const count = offsets.length - 1;
  const own = new Float64Array(count);
  let total = 0;
  for (let node = 0; node < count; node += 1) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1)
      own[node] = (own[node] ?? 0) + (pulls[at] ?? 0);
    total += own[node] ?? 0;
  }
  const communityOf = Uint32Array.from({ length: count }, (_, node) => node);
  const sums = own.slice();
  const ties = new Float64Array(count);
  const met = new Uint32Array(count);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let moved = 0;
    for (let node = 0; node < count; node += 1) {
      const from = communityOf[node] ?? 0;
      let metCount = 0;
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
        const community = communityOf[ends[at] ?? 0] ?? 0;
        const tie = ties[community] ?? 0;
        if (tie === 0) {
          met[metCount] = community;
          metCount += 1;
        }
        ties[community] = tie + (pulls[at] ?? 0);
      }
      const share = (own[node] ?? 0) / total;
      let to: number = from;
      let most = (ties[from] ?? 0) - share * ((sums[from] ?? 0) - (own[node] ?? 0));
      for (let at = 0; at < metCount; at += 1) {
        const community = met[at] ?? 0;
        const gain = (ties[community] ?? 0) - share * (sums[community] ?? 0);
        ties[community] = 0;
        if (community === from || !(gain > most)) continue;
        to = community;
        most = gain;
      }
      if (to === from) continue;
      communityOf[node] = to;
      sums[from] = (sums[from] ?? 0) - (own[node] ?? 0);
      sums[to] = (sums[to] ?? 0) + (own[node] ?? 0);
      moved += 1;
    }
    if (moved < FEW * count) break;
  }
  return renumber(communityOf, offsets);
}

function renumber(labels: Uint32Array, offsets: Uint32Array): { communityOf: Uint32Array; count: number } {
  const numbers = new Uint32Array(labels.length).fill(NO_COMMUNITY);
  let count = 0;
  const communityOf = labels.map((label, node) => {
    if (offsets[node] === offsets[node + 1]) return NO_COMMUNITY;
    if (numbers[label] === NO_COMMUNITY) {
      numbers[label] = count;
      count += 1;
    }
    return numbers[label] ?? NO_COMMUNITY;
  });
  return { communityOf, count };
}
