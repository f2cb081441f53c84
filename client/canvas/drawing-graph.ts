import { MultiDirectedGraph } from 'graphology';
import type { ActorKind } from '../../graph-data/model/actor.ts';
import type { ActorId, RelationId } from '../../graph-data/model/ids.ts';
import { compareIds } from '../../graph-data/model/ids.ts';
import type { Stance } from '../../graph-data/model/vocabulary.ts';
import { toEdgeSize } from '../../graph-data/network/appearance.ts';
import type { ComparedSide } from '../../graph-data/network/compare/compared.ts';
import type { Paint } from './paint.ts';
import type { EdgeAttributes, NetworkGraph } from '../../graph-data/network/graph.ts';

export interface DrawnNode {
  readonly label: string;
  readonly kind: ActorKind;
  readonly claims: number;
  readonly size: number;
  /** Told by its colour instead of its kind. */
  readonly paint?: Paint | undefined;
  /** Relations of the actor with itself: no line is drawn for them, only a count. */
  readonly ownRelations: number;
  x: number;
  y: number;
}

/** One line: a relation, or a bundle of all relations of a pair. */
export interface DrawnEdge {
  /** The pair, `a` < `b` by id, whatever the line's direction. */
  readonly a: ActorId;
  readonly b: ActorId;
  readonly relations: readonly RelationId[];
  /** What it says: the relation's label, or "8 relations". */
  readonly label: string;
  readonly claims: number;
  readonly size: number;
  /** Height of the bow as a share of the length: see `toControlPoint`. */
  readonly curvature: number;
  readonly stance: Stance;
  readonly arrows: 'none' | 'target' | 'both';
  /** Nothing but plans and hypotheses. */
  readonly isTentative: boolean;
  /** Nothing but hypotheses. */
  readonly isHypothetical: boolean;
  readonly isDenied: boolean;
  readonly isDisputed: boolean;
  /** Whose it is while two views are compared; of a bundle, `contradict` where they do in any, else `both` where not all are one's. */
  readonly side: ComparedSide | undefined;
}

export type DrawingGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

interface Relation {
  readonly id: RelationId;
  readonly source: ActorId;
  readonly target: ActorId;
  readonly attributes: EdgeAttributes;
}

/** A pair tied more often than this is drawn as one bundle with a count. */
const MOST_IN_A_FAN = 3;
/** Above this many lines, one is drawn for each ordered pair. */
const MOST_LINES = 5_000;
/** Bows by the number of lines side by side: the first lies on the side of lines from `b` to `a`. */
const BOWS: Readonly<Record<number, readonly number[]>> = {
  1: [0],
  2: [-0.16, 0.16],
  3: [-0.26, 0, 0.26],
};

/**
 * What is drawn of a network: its actors where `placeOf` says (else at their stored positions), and for each pair of actors
 * up to three lines fanned out, one for each relation, or one bundle where there are more. With more than `mostLines` lines
 * in all, one for each ordered pair. Relations of an actor with itself become a count on its node.
 */
export function toDrawingGraph(
  graph: NetworkGraph,
  placeOf: (actor: ActorId) => { readonly x: number; readonly y: number } | undefined = () => undefined,
  mostLines = MOST_LINES,
): DrawingGraph {
  const drawing: DrawingGraph = new MultiDirectedGraph();
  const [pairs, ownRelations] = groupByPair(graph);
  graph.forEachNode((id, { label, kind, claims, size, x, y }) => {
    const place = placeOf(id as ActorId) ?? { x, y };
    const own = ownRelations.get(id as ActorId) ?? 0;
    drawing.addNode(id, { label, kind, claims, size, ownRelations: own, x: place.x, y: place.y });
  });
  let lines = 0;
  for (const relations of pairs.values()) lines += relations.length > MOST_IN_A_FAN ? 1 : relations.length;
  for (const relations of pairs.values()) {
    if (lines > mostLines) addOrderedBundles(drawing, relations);
    else if (relations.length > MOST_IN_A_FAN) addLine(drawing, relations, 0);
    else addFan(drawing, relations);
  }
  return drawing;
}

function groupByPair(graph: NetworkGraph): [Map<number, Relation[]>, Map<ActorId, number>] {
  const numberOf = new Map(graph.nodes().map((id, index) => [id, index]));
  const pairs = new Map<number, Relation[]>();
  const ownRelations = new Map<ActorId, number>();
  graph.forEachEdge((id, attributes, from, to) => {
    const [source, target] = [from as ActorId, to as ActorId];
    if (source === target) {
      ownRelations.set(source, (ownRelations.get(source) ?? 0) + 1);
      return;
    }
    const [one, other] = [numberOf.get(source) ?? 0, numberOf.get(target) ?? 0];
    const key = Math.min(one, other) * numberOf.size + Math.max(one, other);
    const relation = { id: id as RelationId, source, target, attributes };
    const relations = pairs.get(key);
    if (relations === undefined) pairs.set(key, [relation]);
    else relations.push(relation);
  });
  return [pairs, ownRelations];
}

/** Where a line lies among its pair's lines: from `b` to `a`, both ways, from `a` to `b`. */
function sideOf({ source, target, attributes }: Relation): number {
  if (attributes.direction === 'both') return 0;
  return source < target ? 1 : -1;
}

function addFan(drawing: DrawingGraph, relations: readonly Relation[]): void {
  const bows = BOWS[relations.length] ?? [];
  [...relations]
    .sort((one, other) => sideOf(one) - sideOf(other) || compareIds(one.id, other.id))
    .forEach((relation, index) => {
      const bow = bows[index] ?? 0;
      addLine(drawing, [relation], relation.source < relation.target ? bow : 0 - bow);
    });
}

function addOrderedBundles(drawing: DrawingGraph, relations: readonly Relation[]): void {
  if (relations.length === 1) {
    addLine(drawing, relations, 0);
    return;
  }
  const forward = relations.filter((relation) => relation.source < relation.target);
  const backward = relations.filter((relation) => relation.source > relation.target);
  const bow = forward.length > 0 && backward.length > 0 ? (BOWS[2]?.[1] ?? 0) : 0;
  for (const group of [forward, backward]) if (group.length > 0) addLine(drawing, group, bow);
}

function addLine(drawing: DrawingGraph, relations: readonly Relation[], curvature: number): void {
  const first = relations.find(({ attributes }) => attributes.direction === 'out') ?? relations[0];
  if (first === undefined) return;
  const { source, target } = first;
  const isSingle = relations.length === 1;
  // In one pass without closures: there are a hundred thousand.
  let [claims, forward, backward] = [0, 0, 0];
  let side = first.attributes.side;
  let [isTentative, isHypothetical, isDenied, isDisputed] = [true, true, false, false];
  for (const relation of relations) {
    const { attributes } = relation;
    const { modalities } = attributes;
    claims += attributes.claims;
    if (attributes.direction === 'out') {
      if (relation.source === source) forward += 1;
      else backward += 1;
    }
    isTentative &&= modalities.asserted + modalities.denied === 0;
    isHypothetical &&= modalities.hypothetical === attributes.claims;
    isDenied ||= modalities.denied > 0;
    isDisputed ||= attributes.disputed;
    if (attributes.side !== side && side !== 'contradict')
      side = attributes.side === 'contradict' ? 'contradict' : 'both';
  }
  drawing.addEdgeWithKey(isSingle ? first.id : `${source}>${target}`, source, target, {
    a: source < target ? source : target,
    b: source < target ? target : source,
    relations: relations.map((relation) => relation.id),
    label: isSingle ? first.attributes.label : `${relations.length} relations`,
    claims,
    size: toEdgeSize(claims),
    curvature,
    stance: isSingle ? first.attributes.stance : leadingStance(relations),
    arrows: backward > 0 ? 'both' : forward > 0 ? 'target' : 'none',
    isTentative,
    isHypothetical,
    isDenied,
    isDisputed,
    side,
  });
}

/** The stance of most claims; neutral where positive and negative ones are equally many. */
function leadingStance(relations: readonly Relation[]): Stance {
  let [positive, neutral, negative] = [0, 0, 0];
  for (const { attributes } of relations) {
    positive += attributes.stances.positive;
    neutral += attributes.stances.neutral;
    negative += attributes.stances.negative;
  }
  if (positive > negative && positive >= neutral) return 'positive';
  return negative > positive && negative >= neutral ? 'negative' : 'neutral';
}
