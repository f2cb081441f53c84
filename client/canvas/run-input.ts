import type { ActorId } from '../../graph-data/model/ids.ts';
import { compareIds } from '../../graph-data/model/ids.ts';
import type { LayoutInput } from '../../graph-data/network/layout/layout-input.ts';
import { toLayoutEdges } from '../../graph-data/network/layout/layout-edges.ts';
import { separate } from '../../graph-data/network/layout/arrange.ts';
import { toLayoutFrame } from '../../graph-data/network/layout/resume-layout.ts';
import type { DrawingGraph } from './drawing-graph.ts';
import type { Place } from './positions.ts';

/** What a run starts from, and the way back from the layout's own scale to the picture's. */
export interface RunInput {
  readonly input: LayoutInput;
  /** Places in the picture of positions that the layout answers, by id. */
  readonly toPlaces: (positions: ArrayLike<number>) => Map<ActorId, Place>;
  /** The same, nodes that came too near each other moved apart. */
  readonly toLastPlaces: (positions: ArrayLike<number>) => Map<ActorId, Place>;
}

/**
 * The drawing as the layout sees it: nodes sorted by id from where they stand, one edge a tied pair of weight 1 + ln(claims),
 * everything scaled so that a picture at rest stays as large as it is, and pinned nodes exactly where they are.
 */
export function toRunInput(drawing: DrawingGraph, pinned: ReadonlySet<ActorId>): RunInput {
  const ids = drawing.nodes().sort(compareIds);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const [ones, others, counts]: [number[], number[], number[]] = [[], [], []];
  drawing.forEachEdge((_, { a, b, claims }) => {
    ones.push(indexOf.get(a) ?? 0);
    others.push(indexOf.get(b) ?? 0);
    counts.push(claims);
  });
  const edges = toLayoutEdges(ids.length, Uint32Array.from(ones), Uint32Array.from(others), counts);
  const picture = ids.flatMap((id) => {
    const { x, y } = drawing.getNodeAttributes(id);
    return [x, y];
  });
  const frame = toLayoutFrame({ ids, edges }, picture);
  const isPinned = Uint8Array.from(ids, (id) => (pinned.has(id as ActorId) ? 1 : 0));
  const toPlaces = (places: ArrayLike<number>): Map<ActorId, Place> =>
    new Map(
      ids.flatMap((id, index): [ActorId, Place][] =>
        isPinned[index] === 1
          ? []
          : [[id as ActorId, { x: places[index * 2] ?? 0, y: places[index * 2 + 1] ?? 0 }]],
      ),
    );
  return {
    input: { ids, edges, start: frame.toOwn(picture), pinned: isPinned },
    toPlaces: (positions) => toPlaces(frame.toPicture(positions)),
    toLastPlaces: (positions) => toPlaces(separate(frame.toPicture(positions), isPinned)),
  };
}
