import type { IdentifiedWords } from '../model/claim.ts';
import { EVIDENCE_BASES } from '../model/claim.ts';
import { toIsoDay } from '../model/dates.ts';
import type { ClaimId } from '../model/ids.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import {
  KIND_COLOURS,
  STANCE_COLOURS,
  mostOf,
  toEdgeSize,
  toNodeSize,
  toRgb,
} from '../network/appearance.ts';
import { createRowFinder } from '../network/claim-ids.ts';
import { endsOf, NO_DATE, OWN_VOICE } from '../network/claim-table.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, getActor, getClaimId, getRelationId, getRelationType } from '../network/network.ts';
import { summariseRelation } from '../network/relation-summary.ts';
import type { FileAttribute, FileColor, FileEdge, NetworkFile, FileNode } from './network-file.ts';
import { FileTerm } from './network-file.ts';
import { PairNumbers } from './pair-numbers.ts';
import { toShownWords } from './shown-words.ts';

/** What is exported: the network through a lens, with the stored layout (x and y in turn for every actor). */
export interface NetworkExport {
  readonly network: Network;
  readonly selection: Selection;
  readonly positions: ArrayLike<number>;
}

/** Reads the words of some claims or of all, in lots, see `DatasetReader`. */
export type ReadClaimWords = (wanted: readonly ClaimId[] | 'all') => AsyncIterable<Iterable<IdentifiedWords>>;

/** One pass over all claims takes as long as looking up a tenth of them. */
const SCAN_SHARE = 10;

const NODE_ATTRIBUTES = toColumns({
  kind: 'string',
  aliases: 'liststring',
  wikidata: 'string',
  claims: 'integer',
  spoken: 'integer',
});

const RELATION_ATTRIBUTES = toColumns({
  type: 'string',
  direction: 'string',
  labels: 'liststring',
  claims: 'integer',
  origins: 'integer',
  speakers: 'liststring',
  stance: 'string',
  modalities: 'liststring',
  disputed: 'boolean',
  firstOn: 'string',
  lastOn: 'string',
});

const CLAIM_ATTRIBUTES = toColumns({
  claim: 'string',
  type: 'string',
  direction: 'string',
  stance: 'string',
  modality: 'string',
  speaker: 'string',
  via: 'liststring',
  document: 'string',
  documentKind: 'string',
  publisher: 'string',
  quote: 'string',
  sentence: 'string',
  evidence: 'string',
  saidOn: 'string',
  happenedOn: 'string',
  disputed: 'boolean',
});

/** The relation level: an edge a relation, id = relation id, kind = type, weight = claims. Mutual ones say direction `both`. */
export function toRelationFile(source: NetworkExport): NetworkFile {
  const { network, selection } = source;
  const relations = shownRelations(source);
  const edges = relations.map((relation): FileEdge => {
    const summary = summariseRelation(network, selection, relation);
    const type = getRelationType(network, relation);
    return {
      id: getRelationId(network, relation),
      source: actorId(network, network.relations.subject[relation]),
      target: actorId(network, network.relations.object[relation]),
      label: summary.labels[0] ?? type.label,
      weight: summary.claims,
      kind: type.id,
      color: toColor(STANCE_COLOURS[summary.stance]),
      thickness: toEdgeSize(summary.claims),
      ...toDays(network, selection, relation),
      values: [
        type.id,
        type.mutual ? 'both' : 'out',
        summary.labels,
        summary.claims,
        summary.origins,
        summary.speakers.map((speaker) =>
          speaker === OWN_VOICE ? OWN_VOICE_TEXT : actorId(network, speaker),
        ),
        summary.stance,
        Object.entries(summary.modalities).flatMap(([modality, count]) => (count > 0 ? [modality] : [])),
        summary.isDisputed,
        summary.firstOn ?? undefined,
        summary.lastOn ?? undefined,
      ],
    };
  });
  return {
    ...toHead(source, relations.length, 'an edge is a relation'),
    edgeAttributes: RELATION_ATTRIBUTES,
    edgeCount: edges.length,
    edges: [edges],
  };
}

/**
 * The claim level: an edge a claim, id = claim id, as it was written (subject → object), in the order their words are read, for
 * keeping half a million sentences until their turn comes costs a fifth of the time and most of the memory. `kind` is the
 * running number within the ordered pair, c1, c2 and so on: Gephi merges edges of equal source, target and kind.
 */
export function toClaimFile(source: NetworkExport, readClaimWords: ReadClaimWords): NetworkFile {
  const { selection } = source;
  const relations = shownRelations(source);
  return {
    ...toHead(source, relations.length, 'an edge is a claim'),
    edgeAttributes: CLAIM_ATTRIBUTES,
    edgeCount: selection.shown.claims,
    edges: toClaimEdges(source, readClaimWords),
  };
}

const OWN_VOICE_TEXT = "the document's own voice";

async function* toClaimEdges(
  source: NetworkExport,
  readClaimWords: ReadClaimWords,
): AsyncGenerator<Iterable<FileEdge>> {
  const { network, selection } = source;
  const { ids, length } = network.claims;
  const findRow = createRowFinder(ids);
  const toEdge = createClaimEdges(source);
  const isFew = selection.shown.claims * SCAN_SHARE < length;
  for await (const lot of readClaimWords(isFew ? shownIds(source) : 'all')) {
    const words = [...lot];
    // All rows first: the processor then waits for many places in memory at once.
    const rows = words.map(({ id }) => findRow(id));
    const edges: FileEdge[] = [];
    words.forEach((each, at) => {
      const row = rows[at] ?? -1;
      if (row >= 0 && selection.passes[row] === 1) edges.push(toEdge(row, each));
    });
    yield edges;
  }
}

/** The claims that pass. */
function shownIds({ network, selection }: NetworkExport): ClaimId[] {
  const ids: ClaimId[] = [];
  for (let row = 0; row < network.claims.length; row += 1)
    if (selection.passes[row] === 1) ids.push(getClaimId(network, row));
  return ids;
}

/** Makes the edges of claims one by one, in any order. */
function createClaimEdges({
  network,
  selection,
}: NetworkExport): (row: number, words: IdentifiedWords) => FileEdge {
  const { claims, vocabulary, documents } = network;
  const pairNumbers = numberPairs(network, selection);
  const kinds: FileTerm[] = [];
  const isDisputed = new Uint8Array(claims.length);
  for (const { side, otherSide } of network.disputes.values())
    for (const row of [...side, ...otherSide]) isDisputed[row] = 1;
  const colors = STANCES.map((stance) => toColor(STANCE_COLOURS[stance]));
  const labels = toTerms(claims.labels);
  const dates = toTerms(claims.dates.map(({ text }) => text));
  const firstDays = toTerms(claims.dates.map(({ range }) => toIsoDay(range.from) ?? ''));
  const lastDays = toTerms(claims.dates.map(({ range }) => toIsoDay(range.to) ?? ''));
  const actors = toTerms([...network.actors.map(({ id }) => id), OWN_VOICE_TEXT]);
  const ownVoice = network.actors.length;
  const types = toTerms(vocabulary.types.map(({ id }) => id));
  const stances = toTerms(STANCES);
  const modalities = toTerms(MODALITIES);
  const documentIds = toTerms(documents.map(({ id }) => id));
  const documentKinds = toTerms(documents.map(({ kind }) => kind));
  const publishers = toTerms(documents.map(({ publisher }) => publisher));
  const bases = toTerms(EVIDENCE_BASES);
  return (row, { id, via, exact, sentence, basis }) => {
    const [subject, object] = endsOf(claims, row);
    const type = claims.type[row] ?? -1;
    const stance = claims.stance[row] ?? 0;
    const document = claims.document[row] ?? -1;
    const speaker = claims.speaker[row] ?? OWN_VOICE;
    const date = dateOf(network, row);
    const number = pairNumbers[row] ?? 0;
    return {
      id,
      source: getTerm(actors, subject),
      target: getTerm(actors, object),
      label: labels[claims.label[row] ?? -1] ?? '',
      weight: 1,
      kind: (kinds[number] ??= new FileTerm(`c${number}`, number)),
      color: colors[stance],
      start: firstDays[date],
      end: lastDays[date],
      values: [
        id,
        types[type],
        vocabulary.types[type]?.mutual === true ? BOTH : OUT,
        stances[stance],
        modalities[claims.modality[row] ?? 0],
        actors[speaker === OWN_VOICE ? ownVoice : speaker],
        via.length === 0 ? via : via.map((inner) => actorId(network, network.actorIndex.get(inner))),
        documentIds[document],
        documentKinds[document],
        publishers[document],
        exact,
        sentence,
        bases[EVIDENCE_BASES.indexOf(basis)],
        dates[claims.saidOn[row] ?? NO_DATE],
        dates[claims.happenedOn[row] ?? NO_DATE],
        isDisputed[row] === 1,
      ],
    };
  };
}

const [OUT, BOTH] = [new FileTerm('out', 0), new FileTerm('both', 1)];

/** The texts of a column by their number; nothing for an empty one. */
function toTerms(texts: readonly string[]): readonly (FileTerm | undefined)[] {
  return texts.map((text, place) => (text === '' ? undefined : new FileTerm(text, place)));
}

function getTerm(terms: readonly (FileTerm | undefined)[], place: number | undefined): FileTerm {
  const term = terms[place ?? -1];
  if (term === undefined) throw new RangeError(`no text ${place ?? 'of no place'}`);
  return term;
}

/** For each row that passes its number among those of its ordered pair, from 1. */
function numberPairs({ claims }: Network, { passes }: Selection): Uint32Array {
  const numbers = new Uint32Array(claims.length);
  const pairs = new PairNumbers();
  for (let row = 0; row < claims.length; row += 1)
    if (passes[row] === 1) numbers[row] = pairs.next(claims.subject[row] ?? 0, ...endsOf(claims, row));
  return numbers;
}

function toHead({ network, selection, positions }: NetworkExport, relations: number, level: string) {
  const shown = network.actors.map((_, index) => index).filter((index) => selection.hasActor[index] === 1);
  const most = mostOf(shown.map((index) => selection.actorClaims[index] ?? 0));
  const nodes = shown.map((index): FileNode => {
    const actor = getActor(network, index);
    const claims = selection.actorClaims[index] ?? 0;
    return {
      id: actor.id,
      label: actor.name,
      x: positions[index * 2] ?? 0,
      y: positions[index * 2 + 1] ?? 0,
      size: toNodeSize(claims, most),
      color: toColor(KIND_COLOURS[actor.kind]),
      values: [actor.kind, actor.aliases, actor.wikidata, claims, selection.actorSpoken[index] ?? 0],
    };
  });
  return {
    creator: 'Onrecord',
    keywords: 'actors, stated relations, claims',
    description: describe(
      network,
      selection,
      { actors: nodes.length, relations, claims: selection.shown.claims },
      level,
    ),
    isDynamic: hasDates(network, selection),
    nodeAttributes: NODE_ATTRIBUTES,
    nodeCount: nodes.length,
    nodes,
  };
}

function describe(network: Network, selection: Selection, shown: Counts, level: string): string {
  const digests = network.documents.filter((document) => document.kind === 'digest').length;
  return [
    `Who says what about whom: ${level}.`,
    toShownWords(
      { version: network.version, shown, total: selection.total, cutBy: selection.cutBy },
      selection.lens,
    ),
    ...(digests > 0
      ? [`Quotes of ${digests} documents are our digests, not the reports' words (documentKind=digest).`]
      : []),
  ].join(' ');
}

function shownRelations({ network, selection }: NetworkExport): number[] {
  return Array.from({ length: network.relations.length }, (_, relation) => relation).filter(
    (relation) => (selection.relationClaims[relation] ?? 0) > 0,
  );
}

/** The days from the first that a dated claim may mean to the last; nothing where none has a date. */
function toDays(
  network: Network,
  selection: Selection,
  relation: number,
): { start?: string | undefined; end?: string | undefined } {
  let from = Infinity;
  let to = -Infinity;
  for (const row of claimsOf(network.relations, relation)) {
    const range = selection.passes[row] === 1 ? network.claims.dates[dateOf(network, row)]?.range : undefined;
    if (range === undefined) continue;
    from = Math.min(from, range.from);
    to = Math.max(to, range.to);
  }
  return from > to ? {} : { start: toIsoDay(from), end: toIsoDay(to) };
}

function dateOf(network: Network, row: number): number {
  const happenedOn = network.claims.happenedOn[row] ?? NO_DATE;
  return happenedOn === NO_DATE ? (network.claims.saidOn[row] ?? NO_DATE) : happenedOn;
}

function hasDates(network: Network, selection: Selection): boolean {
  return selection.passes.some((passes, row) => passes === 1 && dateOf(network, row) !== NO_DATE);
}

function actorId(network: Network, index: number | undefined): string {
  return getActor(network, index ?? -1).id;
}

function toColor(colour: string): FileColor {
  const [r, g, b] = toRgb(colour);
  return { r, g, b };
}

/** Columns by name and type, in order: id and title are equal, for some readers keep the one and some the other. */
function toColumns(types: Readonly<Record<string, FileAttribute['type']>>): readonly FileAttribute[] {
  return Object.entries(types).map(([name, type]) => ({ id: name, title: name, type }));
}
