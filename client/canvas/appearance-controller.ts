import type { CanvasState } from './canvas-state.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Emphasis } from './emphasis.ts';
import { toEmphasis } from './emphasis.ts';
import { toPaintColour } from './node-look.ts';
import type { Palette } from './palette.ts';
import { PALETTES, blend } from './palette.ts';
import type { Renderer } from './renderer.ts';
import { MANY_LINES } from './renderer.ts';

/**
 * How far colours move to the ground: lines at rest, in a crowd of thousands, when planned or hypothetical; what is not
 * selected while something is.
 */
const PALE = { line: 0.2, crowd: 0.72, tentative: 0.22, dimmedLine: 0.8, dimmedNode: 0.76 };
/** From so many lines on they grow paler, up to so many. */
const CROWD = { from: 150, to: 5_000 };

export interface AppearanceController {
  /** What stands out at present. */
  readonly emphasis: Emphasis;
  /** Redraws after the selection, the theme or the drawing changed. */
  update(): void;
  /** Redraws only what the pointer lifts and what it left. */
  updateHover(): void;
}

/** Gives Sigma each node's and edge's colour, width and order under the selection, the pointer and the theme. */
export function attachAppearance(renderer: Renderer, state: CanvasState): AppearanceController {
  let emphasis = toEmphasis(state);
  /** Sigma is about to process everything: until then it cannot repaint a part. */
  let isStale = false;
  renderer.on('afterProcess', () => {
    isStale = false;
  });
  renderer.setSetting('nodeReducer', (id, data) => styleNode(data, id, emphasis, PALETTES[state.theme]));
  renderer.setSetting('edgeReducer', (id, data) => ({
    ...styleLine(data, id, emphasis, PALETTES[state.theme], palenessOf(state.drawing.size)),
    type: state.drawing.size > MANY_LINES ? 'thin' : 'line',
  }));
  return {
    get emphasis() {
      return emphasis;
    },
    update() {
      emphasis = toEmphasis(state);
      const isMany = state.drawing.size > MANY_LINES;
      if (renderer.getSetting('hideEdgesOnMove') !== isMany) renderer.setSetting('hideEdgesOnMove', isMany);
      if (renderer.getGraph() !== state.drawing) {
        renderer.setGraph(state.drawing);
        return;
      }
      isStale = true;
      renderer.refresh({ schedule: true });
    },
    updateHover() {
      const before = emphasis;
      emphasis = toEmphasis(state);
      if (isStale) {
        renderer.refresh({ schedule: true });
        return;
      }
      const nodes = new Set([...before.hoveredActors, ...emphasis.hoveredActors]);
      const edges = new Set([...before.hoveredEdges, ...emphasis.hoveredEdges]);
      renderer.refresh({
        partialGraph: {
          nodes: [...nodes].filter((id) => state.drawing.hasNode(id)),
          edges: [...edges].filter((id) => state.drawing.hasEdge(id)),
        },
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
    color: isDimmed ? blend(colour, palette.background, PALE.dimmedNode) : colour,
    borderColor: palette.background,
    zIndex: emphasis.chosen.has(id) ? 2 : isDimmed ? 0 : 1,
  };
}

/** How pale lines are at rest among so many. */
function palenessOf(lines: number): number {
  const share = Math.log(Math.max(1, lines / CROWD.from)) / Math.log(CROWD.to / CROWD.from);
  return PALE.line + (PALE.crowd - PALE.line) * Math.min(1, share);
}

function styleLine(
  data: DrawnEdge,
  id: string,
  emphasis: Emphasis,
  palette: Palette,
  paleness: number,
): object {
  const isLifted = emphasis.hoveredEdges.has(id);
  const isThick = isLifted && emphasis.labelledEdges.has(id);
  const isChosen = emphasis.edges.has(id);
  const isDimmed = emphasis.isFocused && !isChosen && !isLifted;
  const atRest = isChosen || isLifted ? 0 : paleness;
  const pale = isDimmed
    ? PALE.dimmedLine + (1 - PALE.dimmedLine) * paleness
    : atRest + (1 - atRest) * (data.isTentative ? PALE.tentative : 0);
  return {
    size: data.size * (isThick ? 1.3 : 1) + (isThick ? 1 : 0),
    curvature: data.curvature,
    arrows: data.arrows,
    dash: data.isHypothetical ? 'dots' : data.isTentative ? 'dashes' : 'none',
    color: blend(palette.stances[data.stance], palette.background, pale),
    zIndex: isChosen ? 2 : isDimmed ? 0 : 1,
  };
}
