import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { ShownPart } from './shown-part.ts';
import { isActorShown, isLineShown } from './shown-part.ts';

/** What stands out, and what steps back. */
export interface Emphasis {
  /** Something is selected: what is not in `actors` and `edges` is dimmed. */
  readonly isFocused: boolean;
  readonly actors: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Ringed: the selected actor or both of the pair. */
  readonly chosen: ReadonlySet<string>;
  /** Lightly lifted under the pointer. */
  readonly hoveredActors: ReadonlySet<string>;
  readonly hoveredEdges: ReadonlySet<string>;
  /** Actors whose labels come before all others, the most important first. */
  readonly labelled: readonly ActorId[];
  /** Those of them whose labels are shown whatever they lie over: the chosen and what is under the pointer. */
  readonly insisted: ReadonlySet<string>;
  /** Edges whose labels are shown: those of the selected pair and under the pointer. */
  readonly labelledEdges: ReadonlySet<string>;
}

/** What the selection and the pointer make of the drawing. Actors and edges that are not drawn, or left out, count for nothing. */
export function toEmphasis({
  drawing,
  selection,
  hovered,
  shown,
  path,
}: Pick<CanvasState, 'drawing' | 'selection' | 'hovered' | 'shown' | 'path'>): Emphasis {
  const isDrawn = (id: ActorId): boolean => drawing.hasNode(id) && isActorShown(shown, id);
  const chosen = new Set<ActorId>();
  const neighbours = new Set<ActorId>();
  const edges = new Set<string>();
  const labelledEdges = new Set<string>();
  if (selection.kind === 'actor' && isDrawn(selection.actor)) {
    chosen.add(selection.actor);
    drawing.forEachEdge(selection.actor, (edge, data) => isLineShown(shown, data) && edges.add(edge));
    for (const id of neighboursByClaims(drawing, selection.actor, shown)) neighbours.add(id);
  } else if (selection.kind === 'pair') {
    for (const id of [selection.a, selection.b]) if (isDrawn(id)) chosen.add(id);
    for (const edge of edgesBetween(drawing, selection.a, selection.b)) {
      edges.add(edge);
      labelledEdges.add(edge);
    }
  } else if (selection.kind === 'none') {
    path.forEach((id, at) => {
      if (isDrawn(id)) chosen.add(id);
      for (const edge of edgesBetween(drawing, path[at - 1] ?? id, id)) {
        if (!isLineShown(shown, drawing.getEdgeAttributes(edge))) continue;
        edges.add(edge);
        labelledEdges.add(edge);
      }
    });
  }

  const hoveredActors = new Set<ActorId>();
  const hoveredEdges = new Set<string>();
  if (hovered.kind === 'actor' && isDrawn(hovered.actor)) {
    hoveredActors.add(hovered.actor);
    drawing.forEachEdge(hovered.actor, (edge, data) => {
      if (!isLineShown(shown, data)) return;
      hoveredActors.add(data.a).add(data.b);
      hoveredEdges.add(edge);
    });
  } else if (hovered.kind === 'edge' && drawing.hasEdge(hovered.edge)) {
    const { a, b } = drawing.getEdgeAttributes(hovered.edge);
    hoveredActors.add(a).add(b);
    hoveredEdges.add(hovered.edge);
    labelledEdges.add(hovered.edge);
  } else if (hovered.kind === 'pair') {
    for (const id of [hovered.a, hovered.b]) hoveredActors.add(id);
    for (const edge of edgesBetween(drawing, hovered.a, hovered.b)) {
      hoveredEdges.add(edge);
      labelledEdges.add(edge);
    }
  }

  const underPointer = hovered.kind === 'actor' ? [hovered.actor] : [...hoveredActors];
  return {
    isFocused: chosen.size > 0,
    actors: new Set([...chosen, ...neighbours]),
    edges,
    chosen,
    hoveredActors,
    hoveredEdges,
    labelled: [...new Set([...chosen, ...underPointer, ...neighbours])].filter(isDrawn),
    insisted: new Set([...chosen, ...underPointer]),
    labelledEdges,
  };
}

function edgesBetween(drawing: CanvasState['drawing'], a: ActorId, b: ActorId): string[] {
  if (!drawing.hasNode(a) || !drawing.hasNode(b)) return [];
  return [...drawing.edges(a, b), ...drawing.edges(b, a)];
}

function neighboursByClaims(
  drawing: CanvasState['drawing'],
  actor: ActorId,
  shown: ShownPart | null,
): ActorId[] {
  const claims = (id: string): number => drawing.getNodeAttribute(id, 'claims');
  const tied = new Set<ActorId>();
  drawing.forEachEdge(actor, (_, data) => {
    if (isLineShown(shown, data)) tied.add(data.a === actor ? data.b : data.a);
  });
  return [...tied].sort((a, b) => claims(b) - claims(a) || (a < b ? -1 : 1));
}
