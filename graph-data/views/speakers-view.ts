import type { ActorRef } from '../contract/answers.ts';
import type { SpeakersAnswer, SpeakersQuery } from '../contract/questions-paths.ts';
import { MOST_NAMED } from '../contract/questions-paths.ts';
import type { LensQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { OWN_VOICE } from '../network/claim-table.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import type { SpeakerReach } from '../network/speakers/count-speakers.ts';
import { countSpeakers } from '../network/speakers/count-speakers.ts';
import type { Counted, Hearsay, Voice } from '../network/speakers/hearsay.ts';
import { toActorRef, toMeta } from './answer-parts.ts';
import { countWhere } from './count-claims.ts';
import { cutPage, toLensKey } from './page.ts';
import type { ViewContext } from './view-context.ts';

/** Who speaks under a lens, and whose words are handed on: most claims said first, then by id. Throws `unknown-value`. */
export function viewSpeakers(context: ViewContext, query: SpeakersQuery): SpeakersAnswer {
  const { network } = context;
  const lens = toLens(query);
  const selection = context.select(lens);
  const { ranked, hearsay } = countSpeakers(network, selection);
  const page = cutPage(ranked, query, network.version, ['speakers', toLensKey(lens)]);
  const isCut = page.items.length < ranked.length;
  const voices = new Set(page.items.map(({ voice }) => voice));
  return {
    items: page.items.map((reach) => toItem(network, selection, reach, hearsay)),
    nextCursor: page.nextCursor,
    meta: isCut
      ? toMeta(
          network,
          selection,
          countWhere(network, selection, (row) => voices.has(network.claims.speaker[row] ?? OWN_VOICE)),
          [`limit=${query.limit}`],
        )
      : toMeta(network, selection, selection.shown),
  };
}

/** All of them, without pages. Throws `unknown-value`. */
export function viewAllSpeakers(
  { network, select }: ViewContext,
  query: LensQuery,
): Pick<SpeakersAnswer, 'items' | 'meta'> {
  const selection = select(toLens(query));
  const { ranked, hearsay } = countSpeakers(network, selection);
  return {
    items: ranked.map((reach) => toItem(network, selection, reach, hearsay)),
    meta: toMeta(network, selection, selection.shown),
  };
}

/** A voice as answers name it: null for the document's own. */
export function toVoiceRef(network: Network, voice: Voice): ActorRef | null {
  return voice === OWN_VOICE ? null : toActorRef(network, voice);
}

function toItem(
  network: Network,
  selection: Selection,
  { voice, claims, aboutItself, documents, publishers }: SpeakerReach,
  hearsay: Hearsay,
): SpeakersAnswer['items'][number] {
  const { quotes, quotedBy, chains, heard } = hearsay.of(voice);
  const toQuoted = (list: readonly Counted<Voice>[]) =>
    list
      .slice(0, MOST_NAMED)
      .map((each) => ({ actor: toVoiceRef(network, each.value), claims: each.claims }));
  return {
    speaker: toVoiceRef(network, voice),
    claims,
    about: selection.actorClaims[voice] ?? 0,
    aboutItself,
    heard,
    documents,
    publishers,
    quotes: toQuoted(quotes),
    quoteCount: quotes.length,
    quotedBy: toQuoted(quotedBy),
    quotedByCount: quotedBy.length,
    chains: chains.slice(0, MOST_NAMED).map((chain) => ({
      speakers: chain.value.map((each) => toVoiceRef(network, each)),
      claims: chain.claims,
    })),
    chainCount: chains.length,
  };
}
