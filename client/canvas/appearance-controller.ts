import type { CanvasState } from './canvas-state.ts';
import type { DrawnNode } from './drawing-graph.ts';
import type { Emphasis } from './emphasis.ts';
import { toEmphasis } from './emphasis.ts';
import { attachLines } from './line-layer.ts';
import { toPaintColour } from './node-look.ts';
import type { Palette } from './palette.ts';
import { PALETTES, blend } from './palette.ts';
import type { Renderer } from './renderer.ts';
import { toNodesAlone } from './renderer.ts';
import { isActorShown } from './shown-part.ts';

/** How far colours of nodes move to the ground that are not selected while something is. */
const PALE = 0.76;

export interface AppearanceController {
  /** What stands out at present. */
  readonly emphasis: Emphasis;
  /** Redraws after the selection, the theme or the drawing changed. */
  update(): void;
  /** Redraws the lines alone. */
  updateLines(): void;
  /** Redraws only what the pointer lifts and what it left. */
  updateHover(): void;
}

/** Gives each node and line its colour, size and order under the selection, the pointer and the theme. */
export function attachAppearance(renderer: Renderer, state: CanvasState): AppearanceController {
  let emphasis = toEmphasis(state);
  let shown = state.drawing;
  /** Sigma is about to process everything: until then it cannot repaint a part. */
  let isStale = false;
  const lines = attachLines(renderer, state, () => emphasis);
  renderer.on('afterProcess', () => {
    isStale = false;
  });
  renderer.setSetting('nodeReducer', (id, data) => ({
    ...styleNode(data, id, emphasis, PALETTES[state.theme]),
    hidden: !isActorShown(state.shown, id),
  }));
  return {
    get emphasis() {
      return emphasis;
    },
    update() {
      emphasis = toEmphasis(state);
      if (shown !== state.drawing) {
        shown = state.drawing;
        renderer.setGraph(toNodesAlone(shown));
        return;
      }
      isStale = true;
      renderer.refresh({ schedule: true });
    },
    updateLines() {
      lines.restyle();
      renderer.scheduleRender();
    },
    updateHover() {
      const before = emphasis;
      emphasis = toEmphasis(state);
      lines.restyle();
      if (isStale) {
        renderer.refresh({ schedule: true });
        return;
      }
      const nodes = new Set([...before.hoveredActors, ...emphasis.hoveredActors]);
      renderer.refresh({
        partialGraph: { nodes: [...nodes].filter((id) => state.drawing.hasNode(id)) },
        skipIndexation: true,
        schedule: true,
      });
    },
  };
}

function styleNode(data: DrawnNode, id: string, emphasis: Emphasis, palette: Palette): object {
  const colour = data.paint ? toPaintColour(data.paint, palette) : palette.kinds[data.kind];
  const isLifted = emphasis.hoveredActors.has(id);
  const isDimmed = emphasis.isFocused && !emphasis.actors.has(id) && !isLifted;
  return {
    x: data.x,
    y: data.y,
    size: data.size,
    label: null,
    color: isDimmed ? blend(colour, palette.background, PALE) : colour,
    borderColor: palette.background,
    zIndex: emphasis.chosen.has(id) ? 2 : isDimmed ? 0 : 1,
  };
}
