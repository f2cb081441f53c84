import { toFreeId } from '../../../graph-data/formats/csv/free-id.ts';
import type { Ingested } from '../../../graph-data/contract/writes.ts';
import type { Claim } from '../../../graph-data/model/claim.ts';
import type { StoredDocument } from '../../../graph-data/model/document.ts';
import { DEFAULT_LICENCE } from '../../../graph-data/model/document.ts';
import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import { toSlug } from '../../../graph-data/model/ids.ts';
import { toEvidence } from '../../../graph-data/model/text.ts';
import type { NewClaim, NewDocument } from '../../store/dataset-changes.ts';
import { sha256Hex } from '../../store/sha256-hex.ts';
import type { LedgerStamp } from '../../store/ledger-stamp.ts';
import type { Store, StoreReader } from '../../store/store.ts';
import { toLine } from '../llm/to-line.ts';
import { isSameDocument, toDocumentKey } from '../reading/document-key.ts';
import type { FetchedDocument } from '../reading/fetch-document.ts';
import type { DocumentSource, ReadDocument } from '../reading/read-document-bytes.ts';
import type { CheckedProposals } from './check-proposals.ts';
import { checkProposals } from './check-proposals.ts';
import type { LinkedActors } from './link-actors.ts';
import { linkActors } from './link-actors.ts';
import type { KnownBefore, Proposed } from './proposed.ts';

/** A report to be taken in: its bytes or its address, and what is said of it, which goes before what it says itself. */
export interface IngestOrder {
  readonly source:
    { readonly bytes: Uint8Array; readonly mediaType: string | undefined } | { readonly url: string };
  readonly stated: {
    readonly name?: string | undefined;
    readonly title?: string | undefined;
    readonly publisher?: string | undefined;
    readonly author?: string | undefined;
    readonly url?: string | undefined;
    readonly publishedAt?: string | undefined;
    readonly licence?: string | undefined;
  };
}

/** How a report is read: what takes long is done elsewhere, and stops when the signal aborts. */
export interface IngestTools {
  readonly fetch: (url: string, signal: AbortSignal) => Promise<FetchedDocument>;
  readonly read: (bytes: Uint8Array, source: DocumentSource, signal: AbortSignal) => Promise<ReadDocument>;
  readonly propose: (text: string, known: KnownBefore, signal: AbortSignal) => Promise<Proposed>;
}

export type IngestStage = 'fetching' | 'reading' | 'extracting' | 'writing';

export interface IngestOptions {
  readonly stamp: LedgerStamp;
  /** Aborted before it is written, nothing is. */
  readonly signal: AbortSignal;
  readonly onStage?: ((stage: IngestStage) => void) | undefined;
}

const LONGEST_TITLE = 500;
const LONGEST_NAME = 200;
const NO_PUBLISHER = 'publisher not given';
/** BCP 47 for "undetermined". */
const NO_LANGUAGE = 'und';
/** What the engines are made for. */
const ENGLISH = /^en\b/i;

/**
 * Takes a report in as one entry of the ledger: read, the same as one that is here?, actors and claims found, every quote
 * checked, proposed. One that is here already changes nothing; one in another language than English is kept without claims;
 * the text of another publisher's report that was reviewed gets that report's claims as they are there. Throws OnrecordError
 * for what cannot be read or fetched.
 */
export async function ingestDocument(
  store: Store,
  order: IngestOrder,
  tools: IngestTools,
  { stamp, signal, onStage = () => undefined }: IngestOptions,
): Promise<Ingested> {
  const read = await readSource(order, tools, signal, onStage);
  const document = toDocument(read, order);
  const known = await findKnown(store.reader, document);
  if (known.same !== undefined) return toUnchanged(known.same, await store.reader.version());

  onStage('extracting');
  const isRead = read.language === undefined || ENGLISH.test(read.language);
  const reviewed = await findReviewed(store.reader, known.twins);
  const basis = await store.reader.readImportBasis();
  const proposed =
    isRead && reviewed.length === 0
      ? await tools.propose(read.text, { ...basis, actors: basis.actors.filter(isNotMerged) }, signal)
      : NOTHING;
  const checked = checkProposals(read.text, proposed.extraction.proposals, basis.vocabulary);
  signal.throwIfAborted();

  onStage('writing');
  return store.transact(async (transactor) => {
    // Another change may have come while the text was read: actors, ids and documents are looked for anew.
    const { same } = await findKnown(transactor, document);
    if (same !== undefined) return toUnchanged(same, await transactor.version());
    const { actors, documents } = await transactor.readImportBasis();
    const taken = new Set<string>(documents.map(({ id }) => id));
    const own = { ...document, id: toFreeId(document.id, taken) as DocumentId };
    const linked = linkActors(findNamed(proposed, checked), actors);
    const { claims, dropped } = toClaims(own, checked, linked, proposed.method);
    const addition: NewDocument = {
      document: own,
      actors: linked.added,
      claims: [...claims, ...reviewed.map((claim) => toCopy(claim, own))],
      likenesses: linked.likenesses,
    };
    const added = await transactor.addDocument(addition, stamp);
    return {
      document: own.id,
      title: own.title,
      outcome: isRead ? 'added' : 'unread',
      language: own.language,
      proposals: added.claims.length,
      reviewed: reviewed.filter(({ status }) => status !== 'proposed').length,
      newActors: linked.added.length,
      dropped: mergeCounts([...proposed.dropped, ...checked.dropped, ...dropped]),
      tokens: proposed.tokens,
      seq: added.seq,
      version: added.version,
    };
  });
}

const NOTHING: Proposed = {
  extraction: { actors: [], proposals: [] },
  method: '',
  dropped: [],
  tokens: null,
};

async function readSource(
  { source, stated }: IngestOrder,
  tools: IngestTools,
  signal: AbortSignal,
  onStage: (stage: IngestStage) => void,
): Promise<ReadDocument> {
  if ('bytes' in source) {
    onStage('reading');
    const { bytes, mediaType } = source;
    return tools.read(bytes, { name: stated.name ?? '', mediaType }, signal);
  }
  onStage('fetching');
  const { bytes, mediaType, url } = await tools.fetch(source.url, signal);
  onStage('reading');
  return tools.read(bytes, { name: url, mediaType, url }, signal);
}

/** Its id is a slug of its title, which may be taken. */
function toDocument(
  read: ReadDocument,
  { source, stated }: IngestOrder,
): StoredDocument & { readonly text: string } {
  // A page says of itself what it likes, by character references any control character.
  const title = toLine(stated.title ?? read.title, LONGEST_TITLE) || 'Untitled';
  const author = toLine(stated.author ?? read.author ?? '', LONGEST_NAME);
  const publisher = toLine(stated.publisher ?? read.publisher ?? '', LONGEST_NAME);
  // Of a page that was fetched, it is known where it was found.
  const url = 'url' in source ? read.url : (stated.url ?? read.url);
  const publishedAt = stated.publishedAt ?? read.publishedAt;
  return {
    id: (toSlug(title) || `document-${sha256Hex(read.text).slice(0, 8)}`) as DocumentId,
    kind: 'report',
    title,
    publisher: publisher === '' ? (hostOf(url) ?? NO_PUBLISHER) : publisher,
    ...(author === '' ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    language: read.language ?? NO_LANGUAGE,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    licence: stated.licence ?? DEFAULT_LICENCE,
    text: read.text,
  };
}

function hostOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '');
  return host === '' ? undefined : host;
}

interface Known {
  /** The document that this one is. */
  readonly same: Summary | undefined;
  /** The same text of other publishers. */
  readonly twins: readonly Summary[];
}
type Summary = Omit<StoredDocument, 'text'>;

/** A text of which nobody says where it is from is the document of that text, whoever published it. */
async function findKnown(
  reader: StoreReader,
  document: StoredDocument & { readonly text: string },
): Promise<Known> {
  const key = toDocumentKey(document);
  const sameText = await reader.findSameText(key.sha256);
  const isUnstated = document.publisher === NO_PUBLISHER && document.url === undefined;
  const isSame = (other: Summary): boolean =>
    isUnstated || isSameDocument(key, toDocumentKey({ ...other, text: document.text }));
  return { same: sameText.find(isSame), twins: sameText.filter((other) => !isSame(other)) };
}

/** The claims of the twin that was reviewed most; none where none was. Only those that stand in its text. */
async function findReviewed(reader: StoreReader, twins: readonly Summary[]): Promise<readonly Claim[]> {
  let most = 0;
  let found: readonly Claim[] = [];
  for (const { id } of twins) {
    const claims = (await reader.findClaimsOfDocument(id)).filter(
      ({ evidence }) => evidence.basis === 'text',
    );
    const count = claims.filter(({ status }) => status !== 'proposed').length;
    if (count > most) [most, found] = [count, claims];
  }
  return found;
}

function toCopy({ id: _id, origin: _origin, ...claim }: Claim, document: StoredDocument): NewClaim {
  return { ...claim, document: document.id };
}

function isNotMerged({ mergedInto }: { readonly mergedInto?: ActorId | undefined }): boolean {
  return mergedInto === undefined;
}

/** The actors that the proposals name which are kept. */
function findNamed({ extraction }: Proposed, { kept }: CheckedProposals): Proposed['extraction']['actors'] {
  const named = new Set<string | null>(
    kept.flatMap(({ subject, object, speaker, via }) => [subject, object, speaker, ...via]),
  );
  return extraction.actors.filter(({ id }) => named.has(id));
}

/** The proposals as claims, their actors linked; what then is said of one actor alone, or twice, is dropped and counted. */
function toClaims(
  { id: document, text }: StoredDocument & { readonly text: string },
  { kept }: CheckedProposals,
  { idOf }: LinkedActors,
  method: string,
): { readonly claims: NewClaim[]; readonly dropped: { readonly reason: string; readonly count: number }[] } {
  const claims: NewClaim[] = [];
  let [unknown, single] = [0, 0];
  for (const proposal of kept) {
    const [subject, object] = [idOf.get(proposal.subject), idOf.get(proposal.object)];
    const speaker = proposal.speaker === null ? null : idOf.get(proposal.speaker);
    if (subject === undefined || object === undefined || speaker === undefined) unknown += 1;
    else if (subject === object) single += 1;
    else
      claims.push({
        ...{ subject, type: proposal.type, object, label: proposal.label.trim() },
        ...{ stance: proposal.stance, modality: proposal.modality, speaker },
        via: proposal.via.flatMap((id) => idOf.get(id) ?? []),
        document,
        evidence: toEvidence(text, proposal.start, proposal.end),
        ...{ saidOn: null, happenedOn: null, status: 'proposed', method },
        certainty: proposal.certainty,
        reason: proposal.reason.slice(0, LONGEST_REASON).toWellFormed(),
        ...{ reviewedBy: null, reviewedAt: null },
      });
  }
  const dropped = [
    { reason: 'it names an actor that was not found', count: unknown },
    { reason: 'both its ends are one actor', count: single },
  ].filter(({ count }) => count > 0);
  return { claims, dropped };
}

const LONGEST_REASON = 500;

function mergeCounts(counts: readonly { readonly reason: string; readonly count: number }[]) {
  const merged = new Map<string, number>();
  for (const { reason, count } of counts) merged.set(reason, (merged.get(reason) ?? 0) + count);
  return [...merged].map(([reason, count]) => ({ reason, count }));
}

function toUnchanged({ id, title, language }: Summary, version: number): Ingested {
  const counts = { proposals: 0, reviewed: 0, newActors: 0, dropped: [], tokens: null };
  return { document: id, title, outcome: 'unchanged', language, ...counts, seq: null, version };
}
