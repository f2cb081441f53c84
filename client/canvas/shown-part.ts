import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import type { DrawnEdge } from './drawing-graph.ts';

/** What of the drawing there is to see while the rest is left out; the rest keeps its place. */
export interface ShownPart {
  readonly relations: ReadonlySet<string>;
  /** Those that these relations tie. */
  readonly actors: ReadonlySet<string>;
}

/** These relations of a graph, and their actors. Ids that it does not hold count for nothing. */
export function toShownPart(graph: NetworkGraph, relations: ReadonlySet<string>): ShownPart {
  const actors = new Set<string>();
  graph.forEachEdge((id, _, source, target) => {
    if (relations.has(id)) actors.add(source).add(target);
  });
  return { relations, actors };
}

/** True for a line of which a relation is left; null leaves everything. */
export function isLineShown(part: ShownPart | null, { relations }: Pick<DrawnEdge, 'relations'>): boolean {
  return part === null || relations.some((relation) => part.relations.has(relation));
}

export function isActorShown(part: ShownPart | null, actor: string): boolean {
  return part === null || part.actors.has(actor);
}

/** How many relations of a bundle are left. */
export function countShown(part: ShownPart | null, { relations }: Pick<DrawnEdge, 'relations'>): number {
  return part === null
    ? relations.length
    : relations.reduce((count, relation) => count + Number(part.relations.has(relation)), 0);
}
