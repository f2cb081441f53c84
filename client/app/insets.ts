import type { Insets } from '../canvas/network-canvas-options.ts';

interface PanelShape {
  readonly isOpen: boolean;
  readonly isFiltering: boolean;
  readonly isNarrow: boolean;
  readonly isWide: boolean;
  readonly isTall: boolean;
  readonly hasLegend: boolean;
  /** Two views are put side by side, which a bar over the network says. */
  readonly isCompared: boolean;
  /** Of the window, in CSS pixels. */
  readonly height: number;
}

/** The widths and the share that `styles/layout.css` gives the panel. */
const SIDE = 400;
const WIDE = 560;
const FILTERS = 320;
const SHEET = 0.55;
/** The line of counts over the network. */
const CONTEXT = 40;
/** The bar that says which two views are compared, below it. */
const COMPARE_BAR = 46;
/** The legend at the bottom, unfolded on a wide screen. */
const LEGEND = 220;
/** The controls at the right, which stand beside the network where no legend keeps it above them. */
const CONTROLS = 72;
/** The row of controls at the bottom of a narrow screen. */
const ROW = 60;

/** What of the network the panel covers, in CSS pixels. An enlarged sheet covers nearly all: then as if it were not. */
export function toInsets(shape: PanelShape): Insets {
  const { isOpen, isFiltering, isNarrow, isWide, isTall, hasLegend, isCompared, height } = shape;
  const sheet = (isOpen || isFiltering) && !isTall ? Math.round(height * SHEET) : ROW;
  const side = isOpen ? (isWide ? WIDE : SIDE) : 0;
  return {
    top: CONTEXT + (isCompared ? COMPARE_BAR : 0),
    right: isNarrow ? 0 : side + (hasLegend ? 0 : CONTROLS),
    bottom: isNarrow ? sheet : hasLegend ? LEGEND : 0,
    left: isFiltering && !isNarrow ? FILTERS : 0,
  };
}
