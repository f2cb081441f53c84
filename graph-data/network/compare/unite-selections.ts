import { OWN_VOICE } from '../claim-table.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';

/**
 * What either of two selections of the same statuses shows, each claim once. `lens` and `cutBy` are the caller's: no lens of
 * its own need stand for both. Cost: one scan of the relations, and a look at each claim of those that either shows.
 */
export function uniteSelections(
  network: Network,
  a: Selection,
  b: Selection,
  { lens, cutBy }: Pick<Selection, 'lens' | 'cutBy'>,
): Selection {
  const { claims, relations, actors } = network;
  const passes = new Uint8Array(claims.length);
  const relationClaims = new Uint32Array(relations.length);
  const relationOrigins = new Uint32Array(relations.length);
  const actorClaims = new Uint32Array(actors.length);
  const actorSpoken = new Uint32Array(actors.length);
  const shown = { relations: 0, claims: 0 };
  const origins = new Set<number>();
  for (let relation = 0; relation < relations.length; relation += 1) {
    if (a.relationClaims[relation] === 0 && b.relationClaims[relation] === 0) continue;
    const end = relations.firstClaim[relation + 1] as number;
    let count = 0;
    origins.clear();
    for (let row = relations.firstClaim[relation] as number; row < end; row += 1) {
      if (a.passes[row] === 0 && b.passes[row] === 0) continue;
      passes[row] = 1;
      count += 1;
      origins.add(claims.origin[row] as number);
      const speaker = claims.speaker[row] as number;
      if (speaker !== OWN_VOICE) actorSpoken[speaker] = (actorSpoken[speaker] as number) + 1;
    }
    relationClaims[relation] = count;
    relationOrigins[relation] = origins.size;
    shown.relations += 1;
    shown.claims += count;
    const one = relations.subject[relation] as number;
    const other = relations.object[relation] as number;
    actorClaims[one] = (actorClaims[one] as number) + count;
    if (other !== one) actorClaims[other] = (actorClaims[other] as number) + count;
  }
  const hasActor = actorClaims.map((count, actor) => (count + (actorSpoken[actor] as number) > 0 ? 1 : 0));
  return {
    lens,
    passes,
    relationClaims,
    relationOrigins,
    actorClaims,
    actorSpoken,
    hasActor: Uint8Array.from(hasActor),
    shown: { actors: hasActor.reduce((sum, flag) => sum + flag, 0), ...shown },
    total: a.total,
    cutBy,
  };
}
