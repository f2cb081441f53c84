import type { ActorId } from '../../graph-data/model/ids.ts';
import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import type { CanvasState } from './canvas-state.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}
export type Places = ReadonlyMap<ActorId, Place>;

/** Where nodes stand: stored, moved by hand or by a run, and the way back. */
export interface Positions {
  /** Takes over a graph's stored positions. Moved nodes stay moved; of another version of the data, only pinned ones do. */
  setStored(graph: NetworkGraph): void;
  placeOf(actor: ActorId): Place | undefined;
  storedOf(actor: ActorId): Place | undefined;
  /** Remembers how things stand, to come back to with `undo`. */
  remember(): void;
  /** Moves nodes, and keeps them there under every lens. */
  move(places: Places): void;
  pin(actor: ActorId): void;
  /** Everything stored, nothing pinned. */
  reset(): void;
  /** Back to what was last remembered; false when nothing is. */
  undo(): boolean;
}

/** Steps that can be taken back. */
const MOST_STEPS = 50;

interface Step {
  readonly moved: Places;
  readonly pinned: ReadonlySet<ActorId>;
}

/** Keeps places in graph units. Pins are kept in `state.pinned`. */
export function createPositions(state: Pick<CanvasState, 'pinned'>): Positions {
  let stored = new Map<ActorId, Place>();
  let moved = new Map<ActorId, Place>();
  let version: number | undefined;
  const steps: Step[] = [];
  const setPinned = (pinned: Iterable<ActorId>): void => {
    const next = [...pinned];
    state.pinned.clear();
    for (const id of next) state.pinned.add(id);
  };
  return {
    setStored(graph) {
      const next = graph.getAttribute('meta').version;
      if (version !== undefined && next !== version) {
        moved = new Map([...moved].filter(([id]) => state.pinned.has(id)));
        steps.length = 0;
        stored = new Map();
      }
      version = next;
      graph.forEachNode((id, { x, y }) => stored.set(id as ActorId, { x, y }));
    },
    placeOf: (actor) => moved.get(actor) ?? stored.get(actor),
    storedOf: (actor) => stored.get(actor),
    remember() {
      steps.push({ moved: new Map(moved), pinned: new Set(state.pinned) });
      if (steps.length > MOST_STEPS) steps.shift();
    },
    move(places) {
      for (const [id, place] of places) moved.set(id, place);
    },
    pin(actor) {
      state.pinned.add(actor);
    },
    reset() {
      moved = new Map();
      setPinned([]);
    },
    undo() {
      const step = steps.pop();
      if (step === undefined) return false;
      moved = new Map(step.moved);
      setPinned(step.pinned);
      return true;
    },
  };
}
