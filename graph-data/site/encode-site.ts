import type { NumberColumn } from '../contract/columns/column-file.ts';
import { encodeColumns, toNarrow } from '../contract/columns/column-file.ts';
import type { Claim } from '../model/claim.ts';
import { EVIDENCE_BASES } from '../model/claim.ts';
import { FIRST_PICTURE } from '../contract/first-picture.ts';
import { API_ROOT } from '../contract/routes.ts';
import { createRowFinder } from '../network/claim-ids.ts';
import { getClaimId } from '../network/network.ts';
import { packClaims } from '../network/packed-claims.ts';
import type { ViewContext } from '../views/view-context.ts';
import { answerAddress } from './answer-address.ts';
import type { SitePart } from './site-manifest.ts';
import { SITE_FORMAT } from './site-manifest.ts';

/** What is known of a document's text: that it is not here, that it is, or that its licence keeps it from the site. */
export const TEXT_STATES = ['missing', 'here', 'withheld'] as const;

/** What the file `picture` is the answer to. */
export const PICTURE_ADDRESS = `${API_ROOT.slice(1)}/${FIRST_PICTURE}`;

/** Claims are read in lots of this size. */
const LOT = 1000;

/**
 * The files of a site's data (docs/formats-site.md). The same context gives the same bytes.
 * @param context what the public may see, and nothing else: all of it is written
 */
export async function encodeSite(
  context: ViewContext,
): Promise<Readonly<Record<SitePart, Uint8Array<ArrayBuffer>>>> {
  const { body } = await answerAddress(context, PICTURE_ADDRESS);
  if (!(body instanceof Uint8Array)) throw new TypeError('the first picture comes as bytes');
  return {
    picture: body,
    network: encodeNetworkPart(context),
    words: encodeWords(await readAllClaims(context), await readOrder(context)),
    texts: await encodeTexts(context),
  };
}

function encodeNetworkPart({ network, positions }: ViewContext): Uint8Array<ArrayBuffer> {
  const { version, vocabulary, actors, documents } = network;
  const { rest, columns } = packClaims(network.claims);
  return encodeColumns(
    { ...toHead('network'), version, types: vocabulary.types, actors, documents, claims: rest },
    {
      ...Object.fromEntries([...columns].map(([name, bytes]) => [`claim.${name}`, bytes])),
      position: Float64Array.from(positions),
    },
  );
}

async function readAllClaims({ network, reader }: ViewContext): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let from = 0; from < network.claims.length; from += LOT) {
    const rows = Math.min(LOT, network.claims.length - from);
    const ids = Array.from({ length: rows }, (_, row) => getClaimId(network, from + row));
    claims.push(...(await reader.getClaims(ids)));
  }
  if (claims.length !== network.claims.length)
    throw new RangeError(`${network.claims.length} claims in the network, ${claims.length} in the store`);
  return claims;
}

/** The rows of the claims in the order in which the store reads them all: files hold them in it. */
async function readOrder({ network, reader }: ViewContext): Promise<Uint32Array> {
  const findRow = createRowFinder(network.claims.ids);
  const rows: number[] = [];
  for await (const lot of reader.readClaimWords('all')) for (const { id } of lot) rows.push(findRow(id));
  return Uint32Array.from(rows.filter((row) => row >= 0));
}

/** By row of the network's claims. A place in a text is one more than it is, and 0 for none. */
function encodeWords(claims: readonly Claim[], order: Uint32Array): Uint8Array<ArrayBuffer> {
  const counts = (valueOf: (claim: Claim) => number): NumberColumn =>
    toNarrow(Uint32Array.from(claims, valueOf));
  const place = (value: number | null): number => (value === null ? 0 : value + 1);
  return encodeColumns(toHead('words'), {
    order: toNarrow(order),
    basis: Uint8Array.from(claims, ({ evidence }) => EVIDENCE_BASES.indexOf(evidence.basis)),
    start: counts(({ evidence }) => place(evidence.start)),
    end: counts(({ evidence }) => place(evidence.end)),
    sentenceStart: counts(({ evidence }) => place(evidence.sentenceStart)),
    certainty: Float64Array.from(claims, ({ certainty }) => certainty),
    ...toOnceEach('exact', claims, ({ evidence }) => evidence.exact),
    ...toOnceEach('prefix', claims, ({ evidence }) => evidence.prefix),
    ...toOnceEach('suffix', claims, ({ evidence }) => evidence.suffix),
    ...toOnceEach('sentence', claims, ({ evidence }) => evidence.sentence),
    ...toOnceEach('method', claims, ({ method }) => method),
    ...toOnceEach('reason', claims, ({ reason }) => reason),
    ...toOnceEach('reviewedAt', claims, ({ reviewedAt }) => reviewedAt ?? ''),
    // Most claims are the first of their origin.
    ...toOnceEach('origin', claims, ({ id, origin }) => (origin === id ? '' : origin)),
  });
}

/** Texts of which many are equal: each once, and by claim which of them. */
function toOnceEach(
  name: string,
  claims: readonly Claim[],
  textOf: (claim: Claim) => string,
): Readonly<Record<string, NumberColumn | readonly string[]>> {
  const numbers = new Map<string, number>();
  const of = Uint32Array.from(claims, (claim) => {
    const text = textOf(claim);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { [name]: [...numbers.keys()], [`${name}.of`]: toNarrow(of) };
}

async function encodeTexts({ network, reader, mayShowText }: ViewContext): Promise<Uint8Array<ArrayBuffer>> {
  const texts: string[] = [];
  const states: number[] = [];
  for (const document of network.documents) {
    const text = (await reader.findDocument(document.id))?.text ?? null;
    const state = text === null ? 'missing' : mayShowText(document) ? 'here' : 'withheld';
    states.push(TEXT_STATES.indexOf(state));
    texts.push(state === 'here' ? (text ?? '') : '');
  }
  return encodeColumns(toHead('texts'), { state: Uint8Array.from(states), text: texts });
}

function toHead(part: SitePart): { readonly format: string; readonly formatVersion: number } {
  return { format: `onrecord-site-${part}`, formatVersion: SITE_FORMAT };
}
