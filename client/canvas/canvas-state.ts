import type { ActorId } from '../../graph-data/model/ids.ts';
import type { Selection } from '../state/selection.ts';
import type { DrawingGraph } from './drawing-graph.ts';
import type { Looks } from './paint.ts';
import type { Insets, Theme } from './network-canvas-options.ts';
import type { ShownPart } from './shown-part.ts';

/** What the pointer is over. */
export type Hovered =
  | { readonly kind: 'none' }
  | { readonly kind: 'actor'; readonly actor: ActorId }
  | { readonly kind: 'edge'; readonly edge: string }
  /** The mark that several lines of a pair share. */
  | { readonly kind: 'pair'; readonly a: ActorId; readonly b: ActorId };

/** What the controllers of one canvas share. Each field is written in one place only: see `network-canvas.ts`. */
export interface CanvasState {
  drawing: DrawingGraph;
  /** What of it there is to see; null is everything. */
  shown: ShownPart | null;
  /** How much there is of lines that come or go, from 0 to 1, by their keys; see `line-fade.ts`. */
  readonly fading: Map<string, number>;
  theme: Theme;
  /** How nodes are drawn, where not as the network says. */
  looks: Looks | null;
  selection: Selection;
  /** The actors of a path in its order: it stands out while nothing is selected. Empty where none is shown. */
  path: readonly ActorId[];
  hovered: Hovered;
  insets: Insets;
  /** Nodes that stay where the user put them. */
  readonly pinned: Set<ActorId>;
  /** Everything is on its way to its place: labels would only flicker. */
  isArriving: boolean;
}
