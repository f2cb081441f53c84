import { MultiDirectedGraph } from 'graphology';
import type { ActorId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { EdgeAttributes, NetworkGraph } from '../../../graph-data/network/graph.ts';
import { toEdgeSize, toNodeSize } from '../../../graph-data/network/appearance.ts';

type Sample = Partial<EdgeAttributes> & { readonly from: string; readonly to: string };

export function actor(id: string): ActorId {
  return id as ActorId;
}

/** A graph of the given relations; `place` is where a node is stored. Relation ids are `from.type.to`. */
export function sampleGraph(
  relations: readonly Sample[],
  extra: readonly string[] = [],
  version = 1,
): NetworkGraph {
  const graph: NetworkGraph = new MultiDirectedGraph();
  const ids = [...new Set([...relations.flatMap(({ from, to }) => [from, to]), ...extra])];
  ids.forEach((id, index) => {
    graph.addNode(id, {
      label: id.toUpperCase(),
      kind: 'person',
      claims: ids.length - index,
      spoken: 0,
      x: index * 10,
      y: index * -5,
      size: toNodeSize(ids.length - index, ids.length),
    });
  });
  relations.forEach(({ from, to, ...attributes }, index) => {
    const type = attributes.type ?? (`type-${index}` as RelationTypeId);
    const claims = attributes.claims ?? 1;
    const stance = attributes.stance ?? 'neutral';
    graph.addEdgeWithKey(`${from}.${type}.${to}`, from, to, {
      type,
      direction: 'out',
      label: `says ${index}`,
      labels: [],
      claims,
      origins: claims,
      speakers: [],
      stance,
      stances: { positive: 0, neutral: 0, negative: 0, [stance]: claims },
      modalities: { asserted: claims, denied: 0, planned: 0, hypothetical: 0 },
      firstOn: null,
      lastOn: null,
      disputed: false,
      size: toEdgeSize(claims),
      ...attributes,
    });
  });
  graph.setAttribute('meta', {
    version,
    shown: { actors: graph.order, relations: graph.size, claims: 0 },
    total: { actors: graph.order, relations: graph.size, claims: 0 },
    cutBy: [],
  });
  return graph;
}
