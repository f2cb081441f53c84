import { escapeXml } from '../../graph-data/formats/xml.ts';
import type { Box } from './geometry.ts';
import { pointOnCurve } from './geometry.ts';
import type { LabelRequest, LinePoint } from './label-placement.ts';
import { placeLabels } from './label-placement.ts';
import type { Palette } from './palette.ts';
import type { PictureLine, PicturePlace } from './picture-lines.ts';
import { toPictureCurve } from './picture-lines.ts';
import { round } from './picture-paths.ts';
import { createSpatialGrid } from './spatial-grid.ts';

/** A node of the picture that has a name. */
export interface PictureNode extends PicturePlace {
  readonly id: string;
  readonly label: string;
  readonly claims: number;
}

/** What names keep clear of. */
interface NameGround {
  readonly lines: readonly PictureLine[];
  readonly marks: readonly Box[];
  readonly bounds: Box;
}

const NAME_SIZE = 14;
/** With what its halo takes. */
const NAME_HEIGHT = 20;
/** About as wide as a letter is, as a share of its size: what a name takes is not measured. */
const LETTER = 0.56;
/** Round each letter in the paper's colour, in pixels: a line that a name must lie over does not run through its words. */
const HALO = 6;
/** From so many nodes on, names may lie over smaller nodes, or the important had none. */
const CROWD = 150;
/** Among more lines names stand where they may. */
const MOST_LINES = 600;
const SAMPLE_EVERY = 4;

/** About how wide words are in the picture, in pixels. */
export function toWidth(words: string, size: number): number {
  return Array.from(words).length * size * LETTER;
}

/**
 * Names beside their nodes, the most spoken of first, where the screen's rules would place them: over no other name, mark or node,
 * and over as few lines as can be. One that finds no such place is left out. Names are text and never markup.
 */
export function toNames(nodes: readonly PictureNode[], ground: NameGround, palette: Palette): string[] {
  const isCrowd = nodes.length > CROWD;
  const inOrder = [...nodes].sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
  const requests = inOrder.map(({ id, label, size, x, y }): LabelRequest => ({
    id,
    x,
    y,
    radius: size,
    width: toWidth(label, NAME_SIZE),
    height: NAME_HEIGHT,
    precedence: isCrowd ? 'rest' : 'prior',
  }));
  const placed = placeLabels(requests, {
    discs: requests,
    lines: sampleLines(ground.lines),
    keepsLinesClear: false,
    taken: ground.marks,
    bounds: ground.bounds,
    free: ground.bounds,
    before: new Map(),
    small: 1,
    budget: requests.length,
  });
  const known = new Map(nodes.map((node) => [node.id, node]));
  return placed.map(({ id, box }) => {
    const { x = 0, label = '' } = known.get(id) ?? {};
    const [middle, baseline] = [(box.left + box.right) / 2, round((box.top + box.bottom) / 2 + 5)];
    // Held at the side of its node: letters may be wider or narrower than was reckoned.
    const [at, anchor] =
      box.left >= x
        ? [box.left, '']
        : box.right <= x
          ? [box.right, ' text-anchor="end"']
          : [middle, ' text-anchor="middle"'];
    return `<text x="${round(at)}" y="${baseline}" font-size="${NAME_SIZE}"${anchor} fill="${palette.text}" stroke="${palette.background}" stroke-width="${HALO}" stroke-linejoin="round" paint-order="stroke">${escapeXml(label)}</text>`;
  });
}

/** The lines as points every four pixels or so. */
function sampleLines(lines: readonly PictureLine[]) {
  const grid = createSpatialGrid<LinePoint>();
  if (lines.length > MOST_LINES) return grid;
  for (const line of lines) {
    const { from, control, to } = toPictureCurve(line);
    const count = Math.min(
      400,
      Math.ceil((Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) / SAMPLE_EVERY),
    );
    for (let index = 0; index < count; index += 1) {
      const point = pointOnCurve(from, control, to, (index + 0.5) / count);
      const box = { left: point.x, right: point.x, top: point.y, bottom: point.y };
      grid.add(box, { point, width: line.data.size });
    }
  }
  return grid;
}
