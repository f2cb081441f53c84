import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { NetworkGraph } from '../../../graph-data/network/graph.ts';
import type { NetworkCanvas, PagePoint } from '../../canvas/network-canvas-options.ts';
import { FILTER_BUTTON } from '../lens/filter-button.tsx';

/** What of the page a step is about. */
type TourTarget =
  | { readonly kind: 'element'; readonly selector: string }
  /** The actor with most claims, or the two with most claims between them, where they are drawn. */
  | { readonly kind: 'actor' | 'line' };

export interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly target: TourTarget;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'Who says what about whom',
    text: 'Every circle is an actor, the larger the more is said about it. Every line is something that somebody claims.',
    target: { kind: 'actor' },
  },
  {
    title: 'No line without its sentence',
    text: 'Choose a line or a circle: the sentences behind it open, with who said it, where and when, and who says otherwise.',
    target: { kind: 'line' },
  },
  {
    title: 'Whose word counts?',
    text: 'The filter leaves what one speaker, publisher or document says, or one kind of claim. Nothing changes its place.',
    target: { kind: 'element', selector: `#${FILTER_BUTTON}` },
  },
  {
    title: 'Through time',
    text: 'The timeline counts the claims by the day they were said or happened; choose a stretch of it, or play it.',
    target: { kind: 'element', selector: '.timeline' },
  },
  {
    title: 'Questions, and everything as a table',
    text: 'Questions compares two views and lists what is disputed and who speaks. Table holds all that the picture shows, by keyboard.',
    target: { kind: 'element', selector: '.top-bar [role=tablist]' },
  },
  {
    title: 'Help is here',
    text: 'It names the keys and the marks, and shows this tour again. The key is ?',
    target: { kind: 'element', selector: '.top-bar [aria-label=Help]' },
  },
];

/** A rectangle of the window, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Of the ring round a place in the picture. */
const RADIUS = 34;

/** Where what a step is about stands in the window; null where it is not in sight. */
export function findArea(
  target: TourTarget,
  graph: NetworkGraph | undefined,
  canvas: NetworkCanvas | null,
): Area | null {
  if (target.kind === 'element') {
    const element = document.querySelector(target.selector);
    if (element === null || !element.checkVisibility()) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  }
  const point = graph && canvas ? locate(target.kind, graph, canvas) : undefined;
  return point === undefined
    ? null
    : { left: point.x - RADIUS, top: point.y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
}

function locate(kind: 'actor' | 'line', graph: NetworkGraph, canvas: NetworkCanvas): PagePoint | undefined {
  if (kind === 'actor') {
    const actor = findMost(graph.nodes(), (id) => graph.getNodeAttribute(id, 'claims'));
    return actor === undefined ? undefined : canvas.locate(actor as ActorId);
  }
  const relation = findMost(graph.edges(), (id) => graph.getEdgeAttribute(id, 'claims'));
  if (relation === undefined) return undefined;
  const [one, other] = graph.extremities(relation);
  return canvas.locatePair(one as ActorId, other as ActorId);
}

function findMost(ids: readonly string[], countOf: (id: string) => number): string | undefined {
  let most: string | undefined;
  for (const id of ids) if (most === undefined || countOf(id) > countOf(most)) most = id;
  return most;
}
