import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import { mostOf } from '../../graph-data/network/appearance.ts';
import type { Metrics } from '../../graph-data/network/metrics/metrics.ts';
import type { Appearance } from '../state/appearance.ts';
import type { DrawingGraph } from './drawing-graph.ts';
import type { Looks, NodeLook, Paint } from './paint.ts';
import type { Palette } from './palette.ts';

/** Colours of a scale; see `toStep`. */
export const STEPS = 5;
/** Communities with a colour of their own: the largest. Smaller ones share one, and keep their number. */
export const COLOURED_COMMUNITIES = 8;
const RADIUS = { least: 4, most: 26 };

/**
 * The step of a value on a scale from 0 to `most`, 0 to 4: step n begins at (n / 5)² of the most, since areas, by which
 * sizes are read, grow so too, and most values of a network are small.
 */
export function toStep(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(STEPS - 1, Math.floor(STEPS * Math.sqrt(value / most) + 1e-9));
}

/** Where the steps of `toStep` begin. */
export function toStepStarts(most: number): number[] {
  return Array.from({ length: STEPS }, (_, step) => most * (step / STEPS) ** 2);
}

/** A radius from 4 to 26 pixels: the area above the least grows with the value. */
export function toRadius(value: number, most: number): number {
  const share = most <= 0 ? 0 : Math.sqrt(value / most);
  return Math.round((RADIUS.least + (RADIUS.most - RADIUS.least) * share) * 100) / 100;
}

/** How the nodes are drawn for an appearance; null where that is as the network says, or where its numbers are not here yet. */
export function toLooks({ size, colour }: Appearance, metrics: Metrics | null): Looks | null {
  if (metrics === null || (size === 'claims' && colour === 'kind')) return null;
  const sizes = size === 'claims' ? null : metrics[size];
  const colours = colour === 'kind' ? null : metrics[colour];
  const [mostSize, mostColour] = [mostOf(sizes ?? []), mostOf(colours ?? [])];
  return new Map(
    metrics.ids.map((id, index): [string, NodeLook] => [
      id,
      {
        size: sizes ? toRadius(sizes[index] ?? 0, mostSize) : undefined,
        paint: colours ? toPaint(colour === 'community', colours[index] ?? 0, mostColour) : undefined,
      },
    ]),
  );
}

function toPaint(isCommunity: boolean, value: number, most: number): Paint {
  return isCommunity ? { kind: 'community', community: value } : { kind: 'step', step: toStep(value, most) };
}

/** Gives the drawn nodes these looks, or back what the network says. Nodes without a look are as the network says. */
export function applyLooks(drawing: DrawingGraph, graph: NetworkGraph, looks: Looks | null): void {
  drawing.updateEachNodeAttributes(
    (id, node) => ({
      ...node,
      size: looks?.get(id)?.size ?? graph.getNodeAttribute(id, 'size'),
      paint: looks?.get(id)?.paint,
    }),
    { attributes: ['size', 'paint'] },
  );
}

/** The colour of a paint in a theme. */
export function toPaintColour(paint: Paint, palette: Palette): string {
  if (paint.kind === 'step') return palette.steps[paint.step] ?? palette.other;
  return palette.communities[paint.community - 1] ?? palette.other;
}
