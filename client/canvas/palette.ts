import { KIND_COLOURS, STANCE_COLOURS, toRgb } from '../../graph-data/network/appearance.ts';
import type { ActorKind } from '../../graph-data/model/actor.ts';
import type { Stance } from '../../graph-data/model/vocabulary.ts';
import type { ComparedSide } from '../../graph-data/network/compare/compared.ts';
import type { Theme } from './network-canvas-options.ts';

/** The colours of one theme, as `#rrggbb`. The page's legend uses the same ones. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  /** Counts, pins and other small print. */
  readonly muted: string;
  readonly kinds: Readonly<Record<ActorKind, string>>;
  /** A scale from little to much. */
  readonly steps: readonly string[];
  /** The largest communities, in their order, and what all others share. */
  readonly communities: readonly string[];
  readonly other: string;
  readonly stances: Readonly<Record<Stance, string>>;
  /** Lines while two views are compared; their patterns tell them apart too. */
  readonly sides: Readonly<Record<ComparedSide, string>>;
  /** The glyph inside a node of the given theme's kinds. */
  readonly glyph: string;
  /** Marks of disputed and denied relations. */
  readonly alert: string;
}

/**
 * After Okabe and Ito (2008), moved until all six kinds, and all three stances, stay apart for readers with protanopia,
 * deuteranopia and tritanopia and stand out from the ground by 3:1 (WCAG 2.2, 1.4.11); a test holds them to it.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#1d232b',
    muted: '#5b6470',
    kinds: KIND_COLOURS,
    steps: ['#d9772b', '#c4494c', '#96306b', '#5f2072', '#2b1055'],
    communities: ['#006be2', '#b14400', '#078d5c', '#ff3691', '#5b2a9e', '#a58e14', '#7a1030', '#1498fe'],
    other: '#868d97',
    stances: STANCE_COLOURS,
    sides: { a: '#005fc8', b: '#8a5300', both: '#5b6470', contradict: '#9a1b1b' },
    glyph: '#ffffff',
    alert: '#9a1b1b',
  },
  dark: {
    background: '#14181e',
    text: '#e8ebef',
    muted: '#9aa4b1',
    kinds: {
      person: '#58b9f1',
      organisation: '#e87524',
      media: '#c07daa',
      country: '#039c71',
      place: '#f0e53d',
      group: '#d6dae0',
    },
    steps: ['#a8467f', '#d1605f', '#ee8a4a', '#f9bd4a', '#fdf29a'],
    communities: ['#81e5ff', '#e87524', '#13a579', '#d081db', '#f0e442', '#885ddf', '#c03b4b', '#b9decf'],
    other: '#8b94a1',
    stances: { positive: '#5aaee0', neutral: '#8b94a1', negative: '#ee8a4f' },
    sides: { a: '#6cb6ff', b: '#e0a94a', both: '#aab4c0', contradict: '#ff9b8a' },
    glyph: '#14181e',
    alert: '#ff9b8a',
  },
};

const blended = new Map<string, string>();

/** `colour` moved towards `ground` by `share` (0 = colour, 1 = ground): what looks paler, and is still opaque. */
export function blend(colour: string, ground: string, share: number): string {
  const key = `${colour}${ground}${share}`;
  const known = blended.get(key);
  if (known !== undefined) return known;
  const [from, to] = [toRgb(colour), toRgb(ground)];
  const parts = from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share));
  const made = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  blended.set(key, made);
  return made;
}
