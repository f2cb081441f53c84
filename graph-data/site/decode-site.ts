import type { ColumnFile } from '../contract/columns/column-file.ts';
import { BrokenColumnsError, decodeColumns, requireBelow } from '../contract/columns/column-file.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { RelationType } from '../model/vocabulary.ts';
import { toVocabulary } from '../model/vocabulary.ts';
import type { Network } from '../network/network.ts';
import { toNetwork } from '../network/network.ts';
import type { PackedClaims } from '../network/packed-claims.ts';
import { PACKED_COLUMNS, unpackClaims } from '../network/packed-claims.ts';
import { TEXT_STATES } from './encode-site.ts';
import type { SitePart } from './site-manifest.ts';
import { SITE_FORMAT } from './site-manifest.ts';

interface NetworkHead {
  readonly version: number;
  readonly types: readonly RelationType[];
  readonly actors: readonly Actor[];
  readonly documents: readonly DocumentSummary[];
  readonly claims: PackedClaims['rest'];
}

/** The network of a site with its layout, from its file. Throws {@link BrokenColumnsError}. */
export function decodeSiteNetwork(bytes: Uint8Array): {
  readonly network: Network;
  readonly positions: Float64Array;
} {
  const file = openPart(bytes, 'network');
  const { version, types, actors, documents, claims: rest } = file.head as NetworkHead; // written by encodeSite
  const columns: PackedClaims['columns'] = new Map(
    PACKED_COLUMNS.map((name) => [name, file.numbers(`claim.${name}`, 'u8')]),
  );
  const claims = unpackClaims({ rest, columns });
  if (claims === undefined) throw new BrokenColumnsError('the columns of the claims do not belong together');
  requireBelow(claims.subject, actors.length, 'claim.subject');
  requireBelow(claims.object, actors.length, 'claim.object');
  requireBelow(claims.speaker, actors.length, 'claim.speaker', -1);
  requireBelow(claims.type, types.length, 'claim.type');
  requireBelow(claims.document, documents.length, 'claim.document');
  return {
    network: toNetwork({ version, vocabulary: toVocabulary(types), actors, documents, claims }),
    positions: file.numbers('position', 'f64', 2 * actors.length),
  };
}

/** The words of a site's claims by row: what `encodeSite` has written, read a claim at a time. */
export interface SiteWords {
  /** Rows in the order in which all of them are read. */
  readonly order: Uint32Array;
  readonly basis: Uint8Array;
  /** One more than the place, 0 for none. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly sentenceStart: Uint32Array;
  readonly certainty: Float64Array;
  /** The text of this name of a claim. */
  readonly textOf: (name: WordsText, row: number) => string;
}

const WORDS_TEXTS = [
  ...(['exact', 'prefix', 'suffix', 'sentence'] as const),
  ...(['method', 'reason', 'reviewedAt', 'origin'] as const),
] as const;
type WordsText = (typeof WORDS_TEXTS)[number];

/** @param length how many claims the network has. Throws {@link BrokenColumnsError}. */
export function decodeSiteWords(bytes: Uint8Array, length: number): SiteWords {
  const file = openPart(bytes, 'words');
  const texts = new Map(
    WORDS_TEXTS.map((name) => {
      const all = file.texts(name);
      const of = file.counts(`${name}.of`, length);
      requireBelow(of, all.length, `${name}.of`);
      return [name, { all, of }];
    }),
  );
  const order = file.counts('order', length);
  requireBelow(order, length, 'order');
  return {
    order,
    basis: file.numbers('basis', 'u8', length),
    start: file.counts('start', length),
    end: file.counts('end', length),
    sentenceStart: file.counts('sentenceStart', length),
    certainty: file.numbers('certainty', 'f64', length),
    textOf: (name, row) => {
      const found = texts.get(name);
      return found?.all[found.of[row] ?? -1] ?? '';
    },
  };
}

/** A document's text on a site; empty unless it is here. */
export interface SiteText {
  readonly state: (typeof TEXT_STATES)[number];
  readonly text: string;
}

/** The texts in the order of the network's documents. Throws {@link BrokenColumnsError}. */
export function decodeSiteTexts(bytes: Uint8Array, length: number): SiteText[] {
  const file = openPart(bytes, 'texts');
  const states = file.numbers('state', 'u8', length);
  requireBelow(states, TEXT_STATES.length, 'state');
  return file.texts('text', length).map((text, index) => ({
    state: TEXT_STATES[states[index] ?? 0] ?? 'missing',
    text,
  }));
}

function openPart(bytes: Uint8Array, part: SitePart): ColumnFile {
  const file = decodeColumns(bytes);
  const { format, formatVersion } = (file.head ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format !== `onrecord-site-${part}` || formatVersion !== SITE_FORMAT)
    throw new BrokenColumnsError(`they are not the ${part} of a site of format ${SITE_FORMAT}`);
  return file;
}
