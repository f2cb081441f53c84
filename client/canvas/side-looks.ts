import type { ComparedSide } from '../../graph-data/network/compare/compared.ts';

/** How a line shows whose it is while two views are compared. */
export interface SideLook {
  readonly dash: 'none' | 'dashes' | 'double' | 'zigzag';
  /** Pixels: wide enough to be told apart. */
  readonly least: number;
  /** How far its colour moves to the ground at rest. */
  readonly paleness: number;
}

/** What only A states is full, only B dashed, both double, and a zigzag where they contradict: told apart without colour. */
export const SIDE_LOOKS: Readonly<Record<ComparedSide, SideLook>> = {
  a: { dash: 'none', least: 1.5, paleness: 0.1 },
  b: { dash: 'dashes', least: 1.8, paleness: 0 },
  both: { dash: 'double', least: 5, paleness: 0 },
  contradict: { dash: 'zigzag', least: 7, paleness: 0 },
};
