import type { ActorKind } from '../model/actor.ts';
import type { Stance } from '../model/vocabulary.ts';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Colours by kind and stance on a white ground, as `#rrggbb`: what files carry and the page's light theme draws. After
 * Okabe and Ito (2008), moved until all stay apart for readers with protanopia, deuteranopia and tritanopia and stand out
 * from the ground by 3:1 (WCAG 2.2, 1.4.11); the tests of `client/canvas/palette.ts` hold them to it.
 */
export const KIND_COLOURS: Readonly<Record<ActorKind, string>> = {
  person: '#0268a7',
  organisation: '#ab4d00',
  media: '#d673a7',
  country: '#149d73',
  place: '#a89318',
  group: '#4a5059',
};

export const STANCE_COLOURS: Readonly<Record<Stance, string>> = {
  positive: '#1f78b4',
  neutral: '#868d97',
  negative: '#c4501b',
};

/** The parts of a `#rrggbb` colour. */
export function toRgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The largest node's radius less the smallest's, and how many claims make the largest where no node has more. */
const SIZES = { least: 4, range: 22, full: 110 };

/**
 * A node's radius in pixels at rest, 4 to 26: its area grows with its claims. Where the node with `most` claims has more
 * than 110, all are drawn smaller in proportion, so that it alone is the largest.
 */
export function toNodeSize(claims: number, most: number): number {
  const share = Math.sqrt(claims / Math.max(SIZES.full, most));
  return Math.round((SIZES.least + SIZES.range * Math.min(1, share)) * 100) / 100;
}

/** The highest of the values; 0 of none. */
export function mostOf(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** An edge's width in pixels at rest, 1 to 6: grows with the logarithm of its claims. */
export function toEdgeSize(claims: number): number {
  return Math.min(6, Math.round((1 + 0.9 * Math.log2(Math.max(1, claims))) * 100) / 100);
}
