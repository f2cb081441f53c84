import type { Claim, IdentifiedWords } from '../model/claim.ts';
import { EVIDENCE_BASES, STATUSES } from '../model/claim.ts';
import type { ActorId, ClaimId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { findClaimRow } from '../network/claim-ids.ts';
import { endsOf, NO_DATE, OWN_VOICE, viaOf } from '../network/claim-table.ts';
import type { Network } from '../network/network.ts';
import { getActor, getClaimId, getDocument } from '../network/network.ts';
import type { DatasetReader } from '../views/dataset-reader.ts';
import type { SiteText, SiteWords } from './decode-site.ts';
import { FullText } from './full-text.ts';
import { once } from './once.ts';

/** A site's words and texts, as they come: asked for when something needs them, each once. */
export interface SiteSources {
  readonly words: () => Promise<SiteWords>;
  /** In the order of the network's documents. */
  readonly texts: () => Promise<readonly SiteText[]>;
}

/** Claims whose words are answered at once, in the order the server's store would. */
const LOT = 500;
/** Of sentence, quote and label; of title, publisher and text: those of the server's searches. */
const CLAIM_WEIGHTS = [1, 1, 1] as const;
const DOCUMENT_WEIGHTS = [10, 5, 1] as const;

/**
 * Reads a published site as the server reads its store. Actors are those that the claims are read through. A text that is
 * withheld is empty, and its document found by title and publisher alone.
 */
export function createSiteReader(network: Network, sources: SiteSources): DatasetReader {
  const rowsOf = (ids: readonly ClaimId[]): number[] =>
    ids.map((id) => findClaimRow(network.claims.ids, id)).filter((row) => row >= 0);
  const searchClaims = once(async () => indexClaims(network, await sources.words()));
  const searchDocuments = once(async () => indexDocuments(network, await sources.texts()));
  return {
    async getClaims(ids) {
      const words = await sources.words();
      return rowsOf(ids).map((row) => toClaim(network, words, row));
    },
    async *readClaimWords(wanted) {
      const words = await sources.words();
      const lots =
        wanted === 'all' ? cut(words.order) : cut(wanted).map((ids) => rowsOf(ids.toSorted(compareIds)));
      for (const rows of lots) {
        yield Array.from(rows, (row) => toWords(network, words, row));
        await nextTurn();
      }
    },
    async findDocument(id) {
      const index = network.documentIndex.get(id);
      const text = index === undefined ? undefined : (await sources.texts())[index];
      if (index === undefined || text === undefined) return undefined;
      return { ...getDocument(network, index), text: text.state === 'missing' ? null : text.text };
    },
    searchClaims: async (query, limit) => (await searchClaims()).search(query, limit),
    searchDocuments: async (query, limit) => (await searchDocuments()).search(query, limit),
  };
}

function indexClaims(network: Network, words: SiteWords): FullText<ClaimId> {
  const rows = Array.from({ length: network.claims.length }, (_, row) => ({
    id: getClaimId(network, row),
    texts: [words.textOf('sentence', row), words.textOf('exact', row), labelOf(network, row)],
  }));
  return new FullText(rows, CLAIM_WEIGHTS);
}

function indexDocuments(network: Network, texts: readonly SiteText[]) {
  const rows = network.documents.map(({ id, title, publisher }, index) => ({
    id,
    texts: [title, publisher, texts[index]?.text ?? ''],
  }));
  return new FullText(rows, DOCUMENT_WEIGHTS);
}

function toClaim(network: Network, words: SiteWords, row: number): Claim {
  const { claims, vocabulary } = network;
  const id = getClaimId(network, row);
  const [subject, object] = endsOf(claims, row);
  const type = vocabulary.types[claims.type[row] ?? -1];
  if (type === undefined) throw new RangeError(`no claim ${row}`);
  const speaker = claims.speaker[row] ?? OWN_VOICE;
  const dateOf = (date = NO_DATE): string | null => claims.dates[date]?.text ?? null;
  const reviewedAt = words.textOf('reviewedAt', row);
  const origin = words.textOf('origin', row);
  return {
    id,
    subject: getActor(network, subject).id,
    type: type.id,
    object: getActor(network, object).id,
    label: labelOf(network, row),
    stance: STANCES[claims.stance[row] ?? -1] ?? 'neutral',
    modality: MODALITIES[claims.modality[row] ?? -1] ?? 'asserted',
    speaker: speaker === OWN_VOICE ? null : getActor(network, speaker).id,
    via: innerSpeakersOf(network, row),
    document: getDocument(network, claims.document[row] ?? -1).id,
    evidence: {
      basis: basisOf(words, row),
      start: toPlace(words.start[row]),
      end: toPlace(words.end[row]),
      exact: words.textOf('exact', row),
      prefix: words.textOf('prefix', row),
      suffix: words.textOf('suffix', row),
      sentence: words.textOf('sentence', row),
      sentenceStart: toPlace(words.sentenceStart[row]),
    },
    saidOn: dateOf(claims.saidOn[row]),
    happenedOn: dateOf(claims.happenedOn[row]),
    status: STATUSES[claims.status[row] ?? -1] ?? 'accepted',
    method: words.textOf('method', row),
    certainty: words.certainty[row] ?? 0,
    reason: words.textOf('reason', row),
    reviewedBy: null,
    reviewedAt: reviewedAt === '' ? null : reviewedAt,
    origin: origin === '' ? id : (origin as ClaimId),
  };
}

function toWords(network: Network, words: SiteWords, row: number): IdentifiedWords {
  return {
    id: getClaimId(network, row),
    via: innerSpeakersOf(network, row),
    exact: words.textOf('exact', row),
    sentence: words.textOf('sentence', row),
    basis: basisOf(words, row),
  };
}

function innerSpeakersOf(network: Network, row: number): ActorId[] {
  return Array.from(viaOf(network.claims.via, row), (actor) => getActor(network, actor).id);
}

function labelOf({ claims }: Network, row: number): string {
  return claims.labels[claims.label[row] ?? -1] ?? '';
}

function basisOf({ basis }: SiteWords, row: number): Claim['evidence']['basis'] {
  return EVIDENCE_BASES[basis[row] ?? -1] ?? 'row';
}

function toPlace(value = 0): number | null {
  return value === 0 ? null : value - 1;
}

/** In lots. */
function cut<Items extends { readonly length: number; slice(from: number, to: number): Items }>(
  items: Items,
): Items[] {
  return Array.from({ length: Math.ceil(items.length / LOT) }, (_, lot) =>
    items.slice(lot * LOT, (lot + 1) * LOT),
  );
}

/** Lets others have their turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
