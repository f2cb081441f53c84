import type { ActorKind } from '../model/actor.ts';
import type { Stance } from '../model/vocabulary.ts';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Colours by kind, told apart by the three common kinds of colour blindness: after Okabe and Ito (2008), darkened to
 * stand on white. The page has its own for the dark theme; these are what files carry.
 */
export const KIND_COLOURS: Readonly<Record<ActorKind, Rgb>> = {
  person: [0, 114, 178],
  organisation: [213, 94, 0],
  media: [204, 121, 167],
  country: [0, 138, 104],
  place: [140, 110, 40],
  group: [86, 160, 214],
};

export const STANCE_COLOURS: Readonly<Record<Stance, Rgb>> = {
  positive: [38, 125, 190],
  neutral: [130, 136, 146],
  negative: [200, 80, 30],
};

/** A node's radius in pixels at rest, 4 to 26: its area grows with its claims. */
export function toNodeSize(claims: number): number {
  return Math.min(26, Math.round((4 + 2.1 * Math.sqrt(claims)) * 100) / 100);
}

/** An edge's width in pixels at rest, 1 to 6: grows with the logarithm of its claims. */
export function toEdgeSize(claims: number): number {
  return Math.min(6, Math.round((1 + 0.9 * Math.log2(Math.max(1, claims))) * 100) / 100);
}
