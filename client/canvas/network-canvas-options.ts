import type { ActorId } from '../../graph-data/model/ids.ts';
import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import type { Selection } from '../state/selection.ts';

import type { Looks } from './paint.ts';

export type Theme = 'light' | 'dark';

/**
 * Where the camera looks, the same for every network and lens: x and y from 0 to 1 across a fixed square of 400 graph units
 * round the stored picture, which is 200 wide or somewhat more; ratio 1 shows that square on the canvas's shorter side,
 * smaller ones are nearer.
 */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** Space that panels cover, in CSS pixels from each side of the canvas. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A place on the page: CSS pixels from the viewport's top left corner, as pointer events have them. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** How the canvas starts. */
export interface NetworkCanvasOptions {
  readonly theme: Theme;
  /** Nothing is animated: everything is at once where it belongs. */
  readonly prefersReducedMotion: boolean;
}

/** What the canvas tells the page. The canvas never changes the page's state itself. */
export interface CanvasEvents {
  /** A node, an edge or bundle, or the empty ground (kind `none`) was clicked. */
  readonly onSelect: (selection: Selection) => void;
  /** A node was clicked twice: more of its neighbours are wanted. */
  readonly onExpand: (actor: ActorId) => void;
  /** The camera came to rest after the user moved it; null when it shows everything again (fit). */
  readonly onCamera: (camera: Camera | null) => void;
  /** The layout started or stopped running. */
  readonly onRunning: (isRunning: boolean) => void;
  /** How many nodes stand where the user pinned them. */
  readonly onPinned: (count: number) => void;
  /** WebGL is missing, or its context was lost and did not come back. */
  readonly onUnavailable: (reason: string) => void;
}

/** The drawn network. One instance a container; `destroy` frees the GPU context. */
export interface NetworkCanvas {
  /**
   * Draws a graph in place of the present one, if it is another. Nodes that were moved stay so; the camera stays.
   * @param relations of its relations these alone, and the actors they tie: the rest is neither drawn nor hit, and fades away where
   * the graph is the present one. Nothing moves. Left out or null, all of it.
   */
  setGraph(graph: NetworkGraph, relations?: ReadonlySet<string> | null): void;
  /** Makes it stand out, and brings it into sight where it is out of it or under a panel; else the camera stays. */
  setSelection(selection: Selection): void;
  /** Lifts a path out while nothing is selected, and flies to it; an empty one is none. Actors that are not drawn are passed over. */
  setPath(actors: readonly ActorId[]): void;
  setTheme(theme: Theme): void;
  /** Sizes and colours of nodes in place of those of their claims and kinds; null gives these back. */
  setLooks(looks: Looks | null): void;
  /** Fit and fly-to centre in what the panels leave free; what shows everything, or what is selected, comes out from under. */
  setInsets(insets: Insets): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows everything. */
  fit(): void;
  /** Brings an actor, or both actors of a pair, into the middle at a readable size. */
  flyTo(selection: Selection): void;
  /** Puts the camera there at once; before the first graph: the network stands still where it is, nothing flies in. */
  setCamera(camera: Camera): void;
  /** Relaxes what is shown in a worker for a bounded number of iterations; pinned nodes stay. A second call stops it. */
  run(): void;
  /** Everything back to the stored positions, nothing pinned; the whole in view. */
  reset(): void;
  /** Takes back the last drag or Run or Reset; false when there is nothing to take back. */
  undo(): boolean;
  /**
   * Where on the page, in CSS pixels from the viewport's corner, a click hits this actor's node; undefined while it is not
   * drawn, out of sight, covered by another node, or still on its way.
   */
  locate(actor: ActorId): PagePoint | undefined;
  /** The same for a line between two actors, in either order. */
  locatePair(one: ActorId, other: ActorId): PagePoint | undefined;
  destroy(): void;
}
