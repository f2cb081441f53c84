import { floatColor } from 'sigma/utils';
import type { Stance } from '../../graph-data/model/vocabulary.ts';
import type { ComparedSide } from '../../graph-data/network/compare/compared.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Emphasis } from './emphasis.ts';
import type { Palette } from './palette.ts';
import { blend } from './palette.ts';
import { SIDE_LOOKS } from './side-looks.ts';

/** How a line is drawn in this frame. */
export interface LineLook {
  /** Opaque; packed into a number as Sigma's programs take it. */
  readonly colour: number;
  /** Pixels at rest. */
  readonly size: number;
  /** Dashes for plans, dots for hypotheses; while two views are compared, whose it is instead: see SIDE_LOOKS. */
  readonly dash: 'none' | 'dashes' | 'dots' | 'double' | 'zigzag';
}

/** A line as it is drawn in this frame. */
export interface Line {
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  readonly data: DrawnEdge;
  readonly look: LineLook;
}

/**
 * How far colours move to the ground: lines at rest, in a crowd of thousands, when planned or hypothetical; what is not
 * selected while something is.
 */
const PALE = { line: 0.2, crowd: 0.72, tentative: 0.22, dimmed: 0.8 };
/** From so many lines on they grow paler, up to so many. */
const CROWD = { from: 150, to: 5_000 };

/** Shades between a line that is there and one that is gone. */
const FADE_STEPS = 8;

/**
 * Tells how each of so many lines looks under a selection, the pointer and a theme; one of which there is only a share, as it
 * comes or goes, is the paler for it.
 */
export function createLineLooks(
  emphasis: Emphasis,
  palette: Palette,
  lines: number,
): (id: string, data: DrawnEdge, there?: number) => LineLook {
  const paleness = palenessOf(lines);
  const known = new Map<string, Map<number, number>>();
  const toColour = (kind: DrawnEdge['stance'] | ComparedSide, pale: number): number => {
    const shades = known.get(kind) ?? new Map<number, number>();
    known.set(kind, shades);
    const full =
      kind in palette.sides ? palette.sides[kind as ComparedSide] : palette.stances[kind as Stance];
    const colour = shades.get(pale) ?? floatColor(blend(full, palette.background, pale));
    shades.set(pale, colour);
    return colour;
  };
  return (id, { stance, size, isTentative, isHypothetical, side }, there = 1) => {
    const isLifted = emphasis.hoveredEdges.has(id);
    const isThick = isLifted && emphasis.labelledEdges.has(id);
    const isChosen = emphasis.edges.has(id);
    const isDimmed = emphasis.isFocused && !isChosen && !isLifted;
    const own = side && SIDE_LOOKS[side];
    const atRest = isChosen || isLifted ? 0 : own ? Math.max(own.paleness, paleness - PALE.line) : paleness;
    const gone = Math.round((1 - there) * FADE_STEPS) / FADE_STEPS;
    const whole = isDimmed
      ? PALE.dimmed + (1 - PALE.dimmed) * paleness
      : atRest + (1 - atRest) * (isTentative && !own ? PALE.tentative : 0);
    return {
      size: Math.max(own?.least ?? 0, size) * (isThick ? 1.3 : 1) + (isThick ? 1 : 0),
      dash: own?.dash ?? (isHypothetical ? 'dots' : isTentative ? 'dashes' : 'none'),
      colour: toColour(side ?? stance, whole + (1 - whole) * gone),
    };
  };
}

/** How pale lines are at rest among so many. */
function palenessOf(lines: number): number {
  const share = Math.log(Math.max(1, lines / CROWD.from)) / Math.log(CROWD.to / CROWD.from);
  return PALE.line + (PALE.crowd - PALE.line) * Math.min(1, share);
}
