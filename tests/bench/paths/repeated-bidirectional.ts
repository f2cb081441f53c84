import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path';
import type { Network } from '../../../graph-data/network/network.ts';

/** A graph of pairs, of which some actors can be hidden from a search: to drop and add them with all their edges takes far longer. */
export class PairGraph extends UndirectedGraph {
  readonly hidden = new Set<string>();

  override inboundNeighbors(node: unknown): string[] {
    return this.#withoutHidden(super.inboundNeighbors(node));
  }

  override outboundNeighbors(node: unknown): string[] {
    return this.#withoutHidden(super.outboundNeighbors(node));
  }

  #withoutHidden(nodes: string[]): string[] {
    return this.hidden.size === 0 ? nodes : nodes.filter((node) => !this.hidden.has(node));
  }
}

/** Actors and their pairs, as the search by graphology takes them best: an edge a pair that has an accepted claim. */
export function toPairGraph({ actors, relations, claims }: Network, accepted: number): PairGraph {
  const graph = new PairGraph();
  for (const { id } of actors) graph.addNode(id);
  for (let relation = 0; relation < relations.length; relation += 1) {
    const subject = actors[relations.subject[relation] ?? -1]?.id ?? '';
    const object = actors[relations.object[relation] ?? -1]?.id ?? '';
    if (subject === object || graph.hasEdge(subject, object)) continue;
    const rows = [relations.firstClaim[relation] ?? 0, relations.firstClaim[relation + 1] ?? 0] as const;
    if (claims.status.subarray(...rows).includes(accepted)) graph.addEdge(subject, object);
  }
  return graph;
}

interface Candidate {
  readonly path: string[];
  /** The place where it leaves the path it was made from. */
  readonly leaves: number;
}

/**
 * Yen's k shortest simple paths (Management Science 17, 1971) by repeating the peer's search, with Lawler's saving (18, 1972):
 * a path is left only from where it left the one before. The graph is as it was at the end.
 */
export function findShortest(graph: PairGraph, from: string, to: string, count: number): string[][] {
  const first = bidirectional(graph, from, to);
  if (first === null) return [];
  const found: Candidate[] = [{ path: first, leaves: 0 }];
  const waiting: Candidate[] = [];
  const known = new Set([first.join(' ')]);
  while (found.length < count) {
    const { path, leaves } = found.at(-1) as Candidate;
    for (let at = leaves; at < path.length - 1; at += 1) {
      const spur = path[at] ?? '';
      const root = path.slice(0, at);
      const dropped: string[] = [];
      for (const { path: other } of found) {
        const next = other[at + 1] ?? '';
        const isSameRoot = root.every((node, place) => node === other[place]) && other[at] === spur;
        if (!isSameRoot || !graph.hasEdge(spur, next)) continue;
        graph.dropEdge(spur, next);
        dropped.push(next);
      }
      for (const node of root) graph.hidden.add(node);
      const rest = bidirectional(graph, spur, to);
      graph.hidden.clear();
      for (const next of dropped) graph.addEdge(spur, next);
      if (rest === null) continue;
      const candidate = { path: [...root, ...rest], leaves: at };
      const key = candidate.path.join(' ');
      if (!known.has(key)) waiting.push(candidate);
      known.add(key);
    }
    waiting.sort((a, b) => a.path.length - b.path.length);
    const next = waiting.shift();
    if (next === undefined) break;
    found.push(next);
  }
  return found.map(({ path }) => path);
}

/**
 * The simplest use of the peer for several paths: its search, again and again, each time without the middle edge of every path
 * found before. It finds different paths, not the shortest. The graph is as it was at the end.
 */
export function repeatBidirectional(graph: PairGraph, from: string, to: string, count: number): string[][] {
  const paths: string[][] = [];
  const taken: [string, string][] = [];
  while (paths.length < count) {
    const path = bidirectional(graph, from, to);
    if (path === null) break;
    paths.push(path);
    const middle = (path.length - 2) >> 1;
    const edge: [string, string] = [path[middle] ?? '', path[middle + 1] ?? ''];
    graph.dropEdge(...edge);
    taken.push(edge);
  }
  for (const edge of taken) graph.addEdge(...edge);
  return paths;
}
