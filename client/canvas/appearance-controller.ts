import type { CanvasState } from './canvas-state.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Emphasis } from './emphasis.ts';
import { toEmphasis } from './emphasis.ts';
import type { Palette } from './palette.ts';
import { PALETTES, blend } from './palette.ts';
import type { Renderer } from './renderer.ts';
import { MANY_LINES } from './renderer.ts';

/** How far colours move to the ground: at rest, when planned or hypothetical, when something else is selected. */
const PALE = { edge: 0.2, tentative: 0.42, dimmedEdge: 0.84, dimmedNode: 0.76 };

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
  renderer.setSetting('nodeReducer', (id, data) => styleNode(data, id, emphasis, PALETTES[state.theme]));
  renderer.setSetting('edgeReducer', (id, data) => ({
    ...styleEdge(data, id, emphasis, PALETTES[state.theme]),
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
      if (renderer.getGraph() === state.drawing) renderer.refresh({ schedule: true });
      else renderer.setGraph(state.drawing);
    },
    updateHover() {
      const before = emphasis;
      emphasis = toEmphasis(state);
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
  const colour = palette.kinds[data.kind];
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

function styleEdge(data: DrawnEdge, id: string, emphasis: Emphasis, palette: Palette): object {
  const isLifted = emphasis.hoveredEdges.has(id);
  const isChosen = emphasis.edges.has(id);
  const isDimmed = emphasis.isFocused && !isChosen && !isLifted;
  const pale = isDimmed
    ? PALE.dimmedEdge
    : (data.isTentative ? PALE.tentative : PALE.edge) * (isChosen || isLifted ? 0.35 : 1);
  return {
    size: data.size * (isLifted ? 1.35 : 1) + (isLifted ? 0.6 : 0),
    curvature: data.curvature,
    arrows: data.arrows,
    isDashed: data.isTentative,
    color: blend(palette.stances[data.stance], palette.background, pale),
    zIndex: isChosen ? 2 : isDimmed ? 0 : 1,
  };
}
