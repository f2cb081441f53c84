import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { ANY_VIA, NO_SPEAKER, NO_VIA } from '../../../graph-data/model/lens.ts';

/** Whose words are looked at: everyone's, those at first hand alone, or those that somebody hands on. */
export const HANDS = ['all', 'first', 'on'] as const;
export type Hand = (typeof HANDS)[number];

/** Which of them the lens asks for; undefined where it names whose word is handed on, or asks for what no choice is. */
export function findHand({ vias }: Pick<Lens, 'vias'>): Hand | undefined {
  if (vias.length === 0) return 'all';
  if (vias.length > 1) return undefined;
  return vias[0] === NO_VIA ? 'first' : vias[0] === ANY_VIA ? 'on' : undefined;
}

/** The lens that asks for it. */
export function withHand(lens: Lens, hand: Hand): Lens {
  return { ...lens, vias: hand === 'all' ? [] : [hand === 'first' ? NO_VIA : ANY_VIA] };
}

/**
 * The lens that leaves what a chain of voices hands on: said by the outermost, from the innermost. Null is the documents' own
 * voice; a chain of one is nothing handed on.
 */
export function withChain(lens: Lens, speakers: readonly ({ readonly id: string } | null)[]): Lens {
  const [outer, inner] = [speakers[0] ?? null, speakers.at(-1)];
  const said = outer === null ? NO_SPEAKER : (outer.id as ActorId);
  const vias = speakers.length < 2 || !inner ? [] : [inner.id as ActorId];
  return { ...lens, speakers: [said], vias };
}
