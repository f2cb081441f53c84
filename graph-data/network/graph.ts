import { MultiDirectedGraph } from 'graphology';
import type { ActorKind } from '../model/actor.ts';
import type { ActorId, RelationTypeId } from '../model/ids.ts';
import type { Modality, Stance } from '../model/vocabulary.ts';
import { mostOf, toEdgeSize, toNodeSize } from './appearance.ts';
import { OWN_VOICE } from './claim-table.ts';
import type { ComparedSide } from './compare/compared.ts';
import type { Counts, Selection } from './lens/apply-lens.ts';
import type { Network } from './network.ts';
import { getActor, getRelationId, getRelationType } from './network.ts';
import type { Budget } from './overview.ts';
import { chooseOverview } from './overview.ts';
import { summariseRelation } from './relation-summary.ts';

/** A node of the graph: key = actor id. */
export interface NodeAttributes {
  readonly label: string;
  readonly kind: ActorKind;
  /** Shown claims of which it is subject or object; and of which it is the speaker. */
  readonly claims: number;
  readonly spoken: number;
  /** The stored layout, in graph units, y upwards. */
  x: number;
  y: number;
  size: number;
}

/** An edge of the graph: key = relation id. Mutual relations run from the alphabetically first actor, direction `both`. */
export interface EdgeAttributes {
  readonly type: RelationTypeId;
  readonly direction: 'out' | 'both';
  /** The most frequent of its labels, and all of them. */
  readonly label: string;
  readonly labels: readonly string[];
  readonly claims: number;
  readonly origins: number;
  readonly speakers: readonly (ActorId | null)[];
  readonly stance: Stance;
  readonly stances: Readonly<Record<Stance, number>>;
  readonly modalities: Readonly<Record<Modality, number>>;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly disputed: boolean;
  readonly size: number;
  /** Whose it is, in the network of two views alone. */
  readonly side?: ComparedSide;
}

/** What an answer, an export or a picture shows of what there is. */
export interface GraphMeta {
  readonly version: number;
  readonly shown: Counts;
  readonly total: Counts;
  readonly cutBy: readonly string[];
}

export interface GraphAttributes {
  readonly meta: GraphMeta;
}

export type NetworkGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/**
 * The network under a lens as graphology's graph: nodes by most claims (ties by id), edges in relation order.
 * @param positions x and y in turn for every actor of the network, in its order
 * @param budget what is left out, and brought in: see `overview.ts`
 */
export function toGraph(
  network: Network,
  selection: Selection,
  positions: ArrayLike<number>,
  budget: Budget,
): NetworkGraph {
  const graph: NetworkGraph = new MultiDirectedGraph();
  const { actors, relations, shown, cutBy } = chooseOverview(network, selection, budget);
  const most = mostOf(actors.map((index) => selection.actorClaims[index] ?? 0));
  for (const index of actors) {
    const actor = getActor(network, index);
    const claims = selection.actorClaims[index] ?? 0;
    graph.addNode(actor.id, {
      label: actor.name,
      kind: actor.kind,
      claims,
      spoken: selection.actorSpoken[index] ?? 0,
      x: positions[index * 2] ?? 0,
      y: positions[index * 2 + 1] ?? 0,
      size: toNodeSize(claims, most),
    });
  }
  for (const relation of relations) {
    graph.addEdgeWithKey(
      getRelationId(network, relation),
      getActor(network, network.relations.subject[relation] ?? 0).id,
      getActor(network, network.relations.object[relation] ?? 0).id,
      toEdge(network, selection, relation),
    );
  }
  graph.setAttribute('meta', { version: network.version, shown, total: selection.total, cutBy });
  return graph;
}

function toEdge(network: Network, selection: Selection, relation: number): EdgeAttributes {
  const { isDisputed, speakers, ...summary } = summariseRelation(network, selection, relation);
  const type = getRelationType(network, relation);
  return {
    type: type.id,
    direction: type.mutual ? 'both' : 'out',
    label: summary.labels[0] ?? type.label,
    ...summary,
    speakers: speakers.map((speaker) => (speaker === OWN_VOICE ? null : getActor(network, speaker).id)),
    disputed: isDisputed,
    size: toEdgeSize(summary.claims),
  };
}
