import type { Actor } from '../../../graph-data/model/actor.ts';

/** Small words of names: "Ursula von der Leyen", "Mohammed bin Salman". */
const PARTICLES = new Set(
  'al el bin ibn bint ben de da das do dos del della der den des di du la le los van von zu y e ter ten'.split(
    ' ',
  ),
);

/**
 * True for a name that means the same in every report: of a person when no word of it is a common one ("US ambassador" is
 * whoever that is), of all else when any is written with a capital.
 */
export function isProperName(name: string, kind: Actor['kind']): boolean {
  if (kind !== 'person') return /\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name);
  return name.split(/\s+/).every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word));
}
