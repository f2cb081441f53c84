import { MOST_SENTENCES } from '../contract/questions-paths.ts';
import type { Claim } from '../model/claim.ts';
import { EVIDENCE_BASES } from '../model/claim.ts';
import type { ClaimId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, getClaimId } from '../network/network.ts';
import type { Hop } from '../network/paths/hop.ts';

/** Claims of a hop that are read to choose the best among them: each of an origin of its own. */
const MOST_READ = 8;
/** Claims a reader gives at once. */
const LOT = 1000;

/** The sentences that hops stand on. */
export interface HopSentences {
  /** Each once, in the order of the hops. */
  readonly claims: readonly Claim[];
  /** Where those of a hop stand among them. */
  readonly placesOf: (hop: Hop) => readonly number[];
}

/**
 * Up to three claims a hop, of the relation that stands for it: what the text bears out first, the most certain first, then by
 * id; no two of one origin, of which the first claims in the table's order are looked at.
 */
export async function readHopSentences(
  { network, reader }: { readonly network: Network; readonly reader: ClaimReader },
  selection: Selection,
  hops: readonly Hop[],
): Promise<HopSentences> {
  const candidates = new Map<number, readonly ClaimId[]>();
  for (const { relations } of hops) {
    const relation = relations[0] ?? -1;
    if (!candidates.has(relation)) candidates.set(relation, findCandidates(network, selection, relation));
  }
  const ids = [...candidates.values()].flat();
  const read = new Map<ClaimId, Claim>();
  for (let at = 0; at < ids.length; at += LOT)
    for (const claim of await reader.getClaims(ids.slice(at, at + LOT))) read.set(claim.id, claim);
  const claims: Claim[] = [];
  const places = new Map<number, number[]>();
  for (const [relation, wanted] of candidates) {
    const best = wanted
      .flatMap((id) => read.get(id) ?? [])
      .sort((a, b) => rank(a) - rank(b) || b.certainty - a.certainty || compareIds(a.id, b.id))
      .slice(0, MOST_SENTENCES);
    places.set(
      relation,
      best.map((claim) => claims.push(claim) - 1),
    );
  }
  return { claims, placesOf: ({ relations }) => places.get(relations[0] ?? -1) ?? [] };
}

interface ClaimReader {
  getClaims(ids: readonly ClaimId[]): Promise<Claim[]>;
}

/** Words in a text that is here come before a quote, and that before the row of a table. */
function rank({ evidence }: Claim): number {
  return EVIDENCE_BASES.indexOf(evidence.basis);
}

function findCandidates(network: Network, selection: Selection, relation: number): ClaimId[] {
  const origins = new Set<number | undefined>();
  const ids: ClaimId[] = [];
  for (const row of claimsOf(network.relations, relation)) {
    const origin = network.claims.origin[row];
    if (selection.passes[row] !== 1 || origins.has(origin)) continue;
    origins.add(origin);
    if (ids.push(getClaimId(network, row)) === MOST_READ) break;
  }
  return ids;
}
