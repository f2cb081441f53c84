import type { CanvasState } from './canvas-state.ts';
import type { Emphasis } from './emphasis.ts';
import type { Box } from './geometry.ts';
import type { LabelRequest, LinePoint, PlacedLabel } from './label-placement.ts';
import { TRIES, placeLabels } from './label-placement.ts';
import type { Palette } from './palette.ts';
import { blend } from './palette.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { SpatialGrid } from './spatial-grid.ts';
import { createSpatialGrid } from './spatial-grid.ts';
import type { TextMeasure } from './text-measure.ts';
import { shorten } from './text-measure.ts';

/** One label for every so many square pixels, at most. */
const GROUND_PER_LABEL = 9_000;
/** From so many nodes in sight on, names lie over smaller nodes, or the important had none. */
const CROWD = 150;
const LONGEST = 34;
const LONGEST_CHOSEN = 60;
const LINE_HEIGHT = 1.25;
/** What the ring round a chosen node takes. */
const RING = 3;

const isCrowd = (scene: Scene): boolean => scene.nodes.length > CROWD;

/** Names of the rest that there is room for. */
function budgetOf(scene: Scene, emphasis: Emphasis): number {
  const ground =
    GROUND_PER_LABEL * (isCrowd(scene) ? 1.5 : 1) * (isCrowd(scene) && emphasis.isFocused ? 4 : 1);
  return Math.ceil((scene.width * scene.height) / ground);
}

interface Style {
  readonly text: string;
  readonly font: string;
  readonly size: number;
}

/** The names in this frame: chosen and placed. Keeps what it placed last, so that names do not jump. */
export interface Labels {
  /** Places the names that come before all others: the chosen always, their neighbours wherever there is room. */
  placeFirst(scene: Scene, emphasis: Emphasis, lines: SpatialGrid<LinePoint>): PlacedLabel[];
  /** Then the others, by claims, around `taken`. */
  placeRest(
    scene: Scene,
    emphasis: Emphasis,
    lines: SpatialGrid<LinePoint>,
    taken: readonly Box[],
  ): PlacedLabel[];
  draw(
    context: CanvasRenderingContext2D,
    placed: readonly PlacedLabel[],
    scene: Scene,
    emphasis: Emphasis,
    palette: Palette,
  ): void;
}

export function createLabels(state: CanvasState, measure: TextMeasure, family: string): Labels {
  let before = new Map<string, number>();
  const styleOf = ({ id, data, radius }: SceneNode, emphasis: Emphasis): Style => {
    const isChosen =
      emphasis.chosen.has(id) || (state.hovered.kind === 'actor' && state.hovered.actor === id);
    const size = radius >= 18 ? 14 : radius >= 11 ? 13 : 12;
    const weight = isChosen ? 700 : radius >= 14 ? 600 : 500;
    return {
      text: shorten(data.label, isChosen ? LONGEST_CHOSEN : LONGEST),
      font: `${weight} ${size}px ${family}`,
      size,
    };
  };
  const place = (
    scene: Scene,
    emphasis: Emphasis,
    nodes: readonly SceneNode[],
    precedenceOf: (id: string) => LabelRequest['precedence'],
    taken: readonly Box[],
    lines: SpatialGrid<LinePoint>,
  ): PlacedLabel[] => {
    const requests = nodes.map((node): LabelRequest => {
      const { text, font, size } = styleOf(node, emphasis);
      const radius = node.radius + (emphasis.chosen.has(node.id) ? RING : 0);
      const width = measure.widthOf(text, font);
      return { ...node, radius, width, height: size * LINE_HEIGHT, precedence: precedenceOf(node.id) };
    });
    const { insets } = state;
    return placeLabels(requests, {
      discs: scene.nodes,
      lines,
      keepsLinesClear: emphasis.isFocused,
      taken,
      bounds: { left: 2, top: 2, right: scene.width - 2, bottom: scene.height - 2 },
      free: {
        left: insets.left + 2,
        top: insets.top + 2,
        right: scene.width - insets.right - 2,
        bottom: scene.height - insets.bottom - 2,
      },
      before,
      small: isCrowd(scene) ? 1 : 0.5,
      budget: budgetOf(scene, emphasis),
    });
  };
  return {
    placeFirst(scene, emphasis, lines) {
      const nodes = emphasis.labelled.flatMap((id) => scene.findNode(id) ?? []);
      const placed = place(
        scene,
        emphasis,
        nodes.filter((node) => scene.isInSight(node)),
        (id) => (emphasis.insisted.has(id) ? 'must' : 'prior'),
        [],
        lines,
      );
      before = new Map([...before, ...placed.map((label): [string, number] => [label.id, label.place])]);
      return placed;
    },
    placeRest(scene, emphasis, lines, taken) {
      const first = new Set<string>(emphasis.labelled);
      // No more are tried than this: to measure the rest would be for nothing.
      const most = Math.ceil(budgetOf(scene, emphasis) * TRIES);
      const nodes: SceneNode[] = [];
      for (const node of scene.nodes) {
        if (nodes.length >= most) break;
        if (!first.has(node.id) && scene.isInSight(node)) nodes.push(node);
      }
      const placed = place(scene, emphasis, nodes, () => 'rest', taken, lines);
      before = new Map([
        ...[...before].filter(([id]) => first.has(id)),
        ...placed.map((label): [string, number] => [label.id, label.place]),
      ]);
      return placed;
    },
    draw(context, placed, scene, emphasis, palette) {
      context.textBaseline = 'middle';
      context.textAlign = 'left';
      context.lineJoin = 'round';
      context.lineWidth = 3.5;
      context.strokeStyle = palette.background;
      // The most important last, on top.
      for (const label of [...placed].reverse()) {
        const node = scene.findNode(label.id);
        if (node === undefined) continue;
        const { text, font } = styleOf(node, emphasis);
        const isDimmed =
          emphasis.isFocused && !emphasis.actors.has(node.id) && !emphasis.hoveredActors.has(node.id);
        const [x, y] = [label.box.left, (label.box.top + label.box.bottom) / 2];
        context.font = font;
        context.strokeText(text, x, y);
        context.fillStyle = isDimmed ? blend(palette.text, palette.background, 0.68) : palette.text;
        context.fillText(text, x, y);
      }
    },
  };
}

/** Lines more than this are not looked at: names then stand where they may. */
const MOST_LINES = 600;
const SAMPLE_EVERY = 9;

/** The lines of this frame that are not dimmed, as points every nine pixels or so. */
export function sampleLines(
  scene: Scene,
  { drawing }: CanvasState,
  emphasis: Emphasis,
): SpatialGrid<LinePoint> {
  const grid = createSpatialGrid<LinePoint>();
  if ((emphasis.isFocused ? emphasis.edges.size : drawing.size) > MOST_LINES) return grid;
  const edges = emphasis.isFocused ? [...emphasis.edges] : drawing.edges();
  for (const edge of edges) {
    const [source, target] = drawing.extremities(edge);
    const [from, to] = [scene.findNode(source), scene.findNode(target)];
    if (from === undefined || to === undefined) continue;
    const data = drawing.getEdgeAttributes(edge);
    const length = Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    const count = Math.min(120, Math.ceil(length / SAMPLE_EVERY));
    const shares = Array.from({ length: count }, (_, index) => (index + 0.5) / count);
    for (const point of scene.pointsOn(data, source, target, shares))
      grid.add({ left: point.x, right: point.x, top: point.y, bottom: point.y }, { point, width: data.size });
  }
  return grid;
}
