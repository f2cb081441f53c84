import type { CanvasState } from './canvas-state.ts';
import type { Emphasis } from './emphasis.ts';
import { KIND_GLYPHS } from './kind-glyphs.ts';
import type { ActorKind } from '../../graph-data/model/actor.ts';
import type { Palette } from './palette.ts';
import { blend } from './palette.ts';
import type { Scene } from './scene.ts';

/** Nodes smaller than this, in pixels, have no sign of their kind. */
const LEAST_RADIUS = 7;
/** Half the side of the box the signs are written in. */
const GLYPH_HALF = 8;

/** Draws rings round chosen and lifted nodes, the sign of its kind in larger ones, pins, and counts of own relations. */
export function createNodeMarks(): (
  context: CanvasRenderingContext2D,
  scene: Scene,
  state: CanvasState,
  emphasis: Emphasis,
  palette: Palette,
) => void {
  const paths = new Map<ActorKind, Path2D>();
  const pathOf = (kind: ActorKind): Path2D => {
    const path = paths.get(kind) ?? new Path2D(KIND_GLYPHS[kind]);
    paths.set(kind, path);
    return path;
  };
  return (context, scene, state, emphasis, palette) => {
    const { chosen, hoveredActors } = emphasis;
    for (const { id, data, x, y, radius } of scene.nodes) {
      const isPlain = data.ownRelations === 0 && !chosen.has(id) && !hoveredActors.has(id);
      if (radius < LEAST_RADIUS && isPlain && !state.pinned.has(id)) continue;
      const isLifted = emphasis.hoveredActors.has(id);
      const isDimmed = emphasis.isFocused && !emphasis.actors.has(id) && !isLifted;
      if (emphasis.chosen.has(id)) strokeRing(context, x, y, radius + 2.5, 2.5, palette.text);
      else if (isLifted) strokeRing(context, x, y, radius + 1, 1, palette.text);
      if (radius >= LEAST_RADIUS) {
        const scale = (radius * 0.56) / GLYPH_HALF;
        context.save();
        context.translate(x, y);
        context.scale(scale, scale);
        context.fillStyle = isDimmed ? blend(palette.glyph, palette.background, 0.3) : palette.glyph;
        if (data.paint?.kind === 'community') drawCommunity(context, data.paint.community);
        else context.fill(pathOf(data.kind), 'evenodd');
        context.restore();
      }
      if (data.ownRelations > 0) drawOwnRelations(context, x, y, radius, data.ownRelations, palette);
      if (state.pinned.has(id)) drawPin(context, x, y, radius, palette);
    }
  };
}

/** The number of a community, so that colour is never the only way to tell; nothing where there is none. */
function drawCommunity(context: CanvasRenderingContext2D, community: number): void {
  if (community === 0) return;
  context.font = `700 ${community > 99 ? 9 : 14}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(`${community}`, 0, 0.5);
}

function strokeRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  width: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** A drawing pin's head and needle at the node's upper right. */
function drawPin(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  palette: Palette,
): void {
  const [left, top] = [x + radius * 0.7, y - radius * 0.7];
  context.lineCap = 'round';
  for (const [width, colour] of [
    [4.5, palette.background],
    [1.5, palette.text],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left + 4, top - 4);
    context.stroke();
    context.beginPath();
    context.arc(left + 5, top - 5, width === 1.5 ? 2.6 : 4, 0, 2 * Math.PI);
    context.fill();
  }
  context.lineCap = 'butt';
}

/** A small loop with the count at the node's lower right. */
function drawOwnRelations(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  count: number,
  palette: Palette,
): void {
  const [left, top] = [x + radius * 0.7 + 4, y + radius * 0.7 + 4];
  context.beginPath();
  context.arc(left, top, 6, 0, 2 * Math.PI);
  context.fillStyle = palette.background;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = palette.muted;
  context.stroke();
  context.font = '600 9px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.text;
  context.fillText(count > 9 ? '9+' : `${count}`, left, top + 0.5);
}
