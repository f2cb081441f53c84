import type { CanvasState } from './canvas-state.ts';
import type { Emphasis } from './emphasis.ts';
import type { Line } from './line-look.ts';
import { createLineLooks } from './line-look.ts';
import { LineProgram } from './line-program.ts';
import { PALETTES } from './palette.ts';
import type { Renderer } from './renderer.ts';
import { MANY_LINES, isOnTheMove } from './renderer.ts';
import { isLineShown } from './shown-part.ts';
import { ThinLineProgram } from './thin-line-program.ts';

export interface LineLayer {
  /** The emphasis or the theme changed: the next frame has the lines accordingly. */
  restyle(): void;
}

/**
 * Draws the drawing's lines after each frame of Sigma, on Sigma's canvas for them: chosen and lifted ones above all others.
 * Very many are left out while the camera moves.
 */
export function attachLines(renderer: Renderer, state: CanvasState, emphasisOf: () => Emphasis): LineLayer {
  const canvas = renderer.getCanvases()['edges'];
  const gl = canvas?.getContext('webgl2') ?? canvas?.getContext('webgl');
  if (!gl) throw new Error('no canvas for lines');
  let [full, thin]: [LineProgram?, ThinLineProgram?] = [];
  let isStale = true;

  const findProgram = (): LineProgram | ThinLineProgram =>
    state.drawing.size > MANY_LINES
      ? (thin ??= new ThinLineProgram(gl, null, renderer))
      : (full ??= new LineProgram(gl, null, renderer));
  const toLines = (): Line[] => {
    const { drawing, theme, shown, fading } = state;
    const emphasis = emphasisOf();
    const lookOf = createLineLooks(emphasis, PALETTES[theme], drawing.size);
    const [below, above]: [Line[], Line[]] = [[], []];
    drawing.forEachEdge((id, data, _source, _target, from, to) => {
      const there = fading.get(id);
      if (there === undefined && !isLineShown(shown, data)) return;
      const isAbove = emphasis.edges.has(id) || emphasis.hoveredEdges.has(id);
      (isAbove ? above : below).push({ from, to, data, look: lookOf(id, data, there) });
    });
    return above.length === 0 ? below : [...below, ...above];
  };
  const restyle = (): void => {
    isStale = true;
  };
  renderer.on('afterProcess', restyle);
  renderer.on('afterRender', () => {
    if (state.drawing.size > MANY_LINES && isOnTheMove(renderer)) return;
    const program = findProgram();
    if (isStale) program.write(toLines());
    isStale = false;
    program.render(renderer.getRenderParams());
  });
  return { restyle };
}
