import type { DisputesQuery, LensQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { Meta } from '../contract/answers.ts';
import type { DisputesAnswer } from '../contract/questions.ts';
import { OWN_VOICE } from '../network/claim-table.ts';
import { chooseByOrigin } from '../network/compare/count-origins.ts';
import type { DisputedPair } from '../network/compare/disputed-pairs.ts';
import { listDisputes } from '../network/compare/disputed-pairs.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { getClaimId, getRelationId } from '../network/network.ts';
import { toActorRef, toMeta, toPair } from './answer-parts.ts';
import { readClaimAnswers } from './claims-view.ts';
import { cutPage, toLensKey } from './page.ts';
import type { ViewContext } from './view-context.ts';

type Side = DisputesAnswer['items'][number]['sides'][0];

/** What a side names of its speakers and claims; it says how many there are. */
const MOST_SPEAKERS = 20;
const MOST_IDS = 500;

/**
 * The disputes of which the lens leaves a relation, each with both sides whole: the lens chooses disputes, it silences no side.
 * Throws `unknown-value`.
 */
export async function viewDisputes(context: ViewContext, query: DisputesQuery): Promise<DisputesAnswer> {
  const { network } = context;
  const found = findDisputes(context, query);
  const { selection, disputes, all } = found;
  const call = ['disputes', query.claims, toLensKey(toLens(query))];
  const { items, nextCursor } = cutPage(disputes, query, network.version, call);
  const chosen = items.map(({ sides }) =>
    sides.map((rows) => chooseByOrigin(network.claims, rows, query.claims)),
  );
  const answers = await readClaimAnswers(context, chosen.flat(2));
  const toSide = (place: number, side: 0 | 1): Side => {
    const rows = items[place]?.sides[side] ?? [];
    return {
      claims: rows.length,
      shown: rows.filter((row) => selection.passes[row] === 1).length,
      origins: items[place]?.origins[side] ?? 0,
      ...toSpeakers(network, rows),
      ids: rows.slice(0, MOST_IDS).map((row) => getClaimId(network, row)),
      first: answers(chosen[place]?.[side] ?? []),
    };
  };
  return {
    found: disputes.length,
    all,
    items: items.map(({ subject, object, isMutual, relations }, place) => ({
      pair: toPair(network, subject, object, isMutual),
      relations: relations.map((relation) => getRelationId(network, relation)),
      sides: [toSide(place, 0), toSide(place, 1)],
    })),
    nextCursor,
    meta: toDisputesMeta(
      network,
      found,
      items,
      items.length < disputes.length ? [`limit=${query.limit}`] : [],
    ),
  };
}

/** What is disputed under a lens. */
export interface FoundDisputes {
  readonly selection: Selection;
  /** Those of which the lens leaves a relation: most origins of the weaker side first, then of both together. */
  readonly disputes: readonly DisputedPair[];
  /** How many there are in the whole dataset. */
  readonly all: number;
}

/** Throws `unknown-value`. */
export function findDisputes({ network, select }: ViewContext, query: LensQuery): FoundDisputes {
  const selection = select(toLens(query));
  const all = listDisputes(network);
  const isLeft = (relation: number): boolean => selection.relationClaims[relation] !== 0;
  return { selection, disputes: all.filter(({ relations }) => relations.some(isLeft)), all: all.length };
}

/** "N of M" of an answer that tells some of the disputes found; @param cuts why not all */
export function toDisputesMeta(
  network: Network,
  { selection }: FoundDisputes,
  told: readonly DisputedPair[],
  cuts: readonly string[],
): Meta {
  return toMeta(network, selection, countShown(selection, told), ['disputed=true', ...cuts]);
}

function toSpeakers(network: Network, rows: readonly number[]): Pick<Side, 'speakers' | 'speakerCount'> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const speaker = network.claims.speaker[row] ?? OWN_VOICE;
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, some], [b, others]) => others - some || a - b);
  return {
    speakers: ranked.slice(0, MOST_SPEAKERS).map(([speaker, claims]) => ({
      speaker: speaker === OWN_VOICE ? null : toActorRef(network, speaker),
      claims,
    })),
    speakerCount: ranked.length,
  };
}

/** What the lens leaves of these disputes: their claims, and the relations and actors of those. */
function countShown({ passes, relationClaims }: Selection, disputes: readonly DisputedPair[]): Counts {
  const actors = new Set<number>();
  const shown = { relations: 0, claims: 0 };
  for (const { subject, object, relations, sides } of disputes) {
    actors.add(subject).add(object);
    shown.relations += relations.filter((relation) => relationClaims[relation] !== 0).length;
    shown.claims += sides.flat().filter((row) => passes[row] === 1).length;
  }
  return { actors: actors.size, ...shown };
}
