import type { Counts } from '../../../graph-data/network/lens/apply-lens.ts';
import type { NetworkGraph } from '../../../graph-data/network/graph.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import type { Parameter } from '../../api/api-request.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { isCutByLimit } from '../../state/network-state.ts';
import { isSameLens } from '../../state/page-transitions.ts';
import type { Selection } from '../../state/selection.ts';

/** One of the things that can be taken away. */
export interface ExportScope {
  readonly name: 'shown' | 'selection' | 'all';
  readonly lens: Lens;
  /** Of the network: what the API calls `around` and `between`. */
  readonly part: readonly Parameter[];
  /** What the file will hold; null where the page has not counted that: it counts what is drawn. */
  readonly counts: Counts | null;
}

/** What can be taken away now: what the lens leaves (where it cuts), what is selected (where something is), everything. */
export function toExportScopes(loaded: LoadedNetwork, lens: Lens, selection: Selection): ExportScope[] {
  const { graph, meta } = loaded;
  const isWhole = !isCutByLimit(meta.cutBy);
  const scopes: ExportScope[] = [];
  if (!isSameLens(lens, DEFAULT_LENS))
    scopes.push({ name: 'shown', lens, part: [], counts: isWhole ? meta.shown : null });
  if (selection.kind !== 'none') {
    const counts = isWhole ? countSelection(graph, selection) : null;
    scopes.push({ name: 'selection', lens, part: toPart(selection), counts });
  }
  const hasOwnStatuses = lens.statuses.some((status) => !DEFAULT_LENS.statuses.includes(status));
  scopes.push({ name: 'all', lens: DEFAULT_LENS, part: [], counts: hasOwnStatuses ? null : meta.total });
  return scopes;
}

function toPart(selection: Exclude<Selection, { readonly kind: 'none' }>): Parameter[] {
  if (selection.kind === 'actor') return [['around', selection.actor]];
  return [
    ['between', selection.a],
    ['between', selection.b],
  ];
}

/** What the server will find: the actors named, the relations that touch the one or run among the two, both ends of them. */
function countSelection(
  graph: NetworkGraph,
  selection: Exclude<Selection, { readonly kind: 'none' }>,
): Counts {
  const named = selection.kind === 'actor' ? [selection.actor] : [selection.a, selection.b];
  const actors = new Set<string>(named);
  const relations = new Set<string>();
  let claims = 0;
  for (const actor of named.filter((id) => graph.hasNode(id))) {
    graph.forEachEdge(actor, (relation, attributes, source, target) => {
      const isAmong = actors.has(source) && actors.has(target);
      if (relations.has(relation) || (selection.kind === 'pair' && !isAmong)) return;
      relations.add(relation);
      actors.add(source).add(target);
      claims += attributes.claims;
    });
  }
  return { actors: actors.size, relations: relations.size, claims };
}
