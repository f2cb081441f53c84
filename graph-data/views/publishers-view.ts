import type { PublishersAnswer, PublishersQuery } from '../contract/questions-paths.ts';
import type { LensQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { OWN_VOICE } from '../network/claim-table.ts';
import type { Network } from '../network/network.ts';
import type { PublisherHabits } from '../network/speakers/count-publishers.ts';
import { countPublishers } from '../network/speakers/count-publishers.ts';
import { toMeta } from './answer-parts.ts';
import { countWhere } from './count-claims.ts';
import { cutPage, toLensKey } from './page.ts';
import { toVoiceRef } from './speakers-view.ts';
import type { ViewContext } from './view-context.ts';

/** Whom each publisher lets speak, beside the whole: most claims first, then by name. Throws `unknown-value`. */
export function viewPublishers(context: ViewContext, query: PublishersQuery): PublishersAnswer {
  const { network } = context;
  const lens = toLens(query);
  const selection = context.select(lens);
  const { ranked, wholeClaims } = countPublishers(network, selection, query.speakers);
  const page = cutPage(ranked, query, network.version, ['publishers', query.speakers, toLensKey(lens)]);
  const all = selection.shown.claims;
  const isCut = page.items.length < ranked.length;
  const names = new Set(page.items.map(({ publisher }) => publisher));
  const isOnPage = network.documents.map(({ publisher }) => names.has(publisher));
  return {
    whole: { claims: all, speakers: wholeClaims.reduce((count, claims) => count + (claims > 0 ? 1 : 0), 0) },
    items: page.items.map((habits) => toItem(network, habits, wholeClaims, all)),
    nextCursor: page.nextCursor,
    meta: toMeta(
      network,
      selection,
      isCut
        ? countWhere(network, selection, (row) => isOnPage[network.claims.document[row] ?? -1] === true)
        : selection.shown,
      [
        ...(isCut ? [`limit=${query.limit}`] : []),
        ...(page.items.some(({ voiceCount }) => voiceCount > query.speakers)
          ? [`speakers=${query.speakers}`]
          : []),
      ],
    ),
  };
}

/** All of them with all their speakers, without pages. Throws `unknown-value`. */
export function viewAllPublishers(
  { network, select }: ViewContext,
  query: LensQuery,
): Pick<PublishersAnswer, 'items' | 'meta'> {
  const selection = select(toLens(query));
  const { ranked, wholeClaims } = countPublishers(network, selection, Infinity);
  return {
    items: ranked.map((habits) => toItem(network, habits, wholeClaims, selection.shown.claims)),
    meta: toMeta(network, selection, selection.shown),
  };
}

/** @param all claims under the lens */
function toItem(
  network: Network,
  { publisher, claims, documents, handedOn, voiceCount, voices }: PublisherHabits,
  wholeClaims: Uint32Array,
  all: number,
): PublishersAnswer['items'][number] {
  return {
    publisher,
    documents,
    claims,
    share: claims / all,
    handedOn,
    speakerCount: voiceCount,
    speakers: voices.map((voice) => {
      const whole = wholeClaims[voice.value - OWN_VOICE] ?? 0;
      return {
        speaker: toVoiceRef(network, voice.value),
        claims: voice.claims,
        share: voice.claims / claims,
        wholeClaims: whole,
        wholeShare: whole / all,
      };
    }),
  };
}
