/** Who pulls whom, from both ends: the links of node n are those from `offsets[n]` up to `offsets[n + 1]`. */
export interface Links {
  /** One longer than there are nodes. */
  readonly offsets: Uint32Array;
  readonly ends: Uint32Array;
  /** How strongly each pulls, above 0. */
  readonly pulls: Float32Array;
}

/** Every pair from both ends, sorted by node, in the order of the pairs. O(nodes + pairs). */
export function toLinks(
  count: number,
  sources: Uint32Array,
  targets: Uint32Array,
  pullOf: ArrayLike<number>,
): Links {
  const offsets = new Uint32Array(count + 1);
  for (let pair = 0; pair < sources.length; pair += 1) {
    const source = (sources[pair] ?? 0) + 1;
    const target = (targets[pair] ?? 0) + 1;
    offsets[source] = (offsets[source] ?? 0) + 1;
    offsets[target] = (offsets[target] ?? 0) + 1;
  }
  for (let node = 0; node < count; node += 1)
    offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const ends = new Uint32Array(sources.length * 2);
  const pulls = new Float32Array(ends.length);
  for (let pair = 0; pair < sources.length; pair += 1) {
    const source = sources[pair] ?? 0;
    const target = targets[pair] ?? 0;
    const pull = pullOf[pair] ?? 0;
    const here = next[source] ?? 0;
    const there = next[target] ?? 0;
    ends[here] = target;
    pulls[here] = pull;
    next[source] = here + 1;
    ends[there] = source;
    pulls[there] = pull;
    next[target] = there + 1;
  }
  return { offsets, ends, pulls };
}
