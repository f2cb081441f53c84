import type { ClaimWords, IdentifiedWords } from '../model/claim.ts';
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
import { NO_DATE, OWN_VOICE } from '../network/claim-table.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import {
  claimsOf,
  getActor,
  getClaimId,
  getDocument,
  getRelationId,
  getRelationType,
} from '../network/network.ts';
import { summariseRelation } from '../network/relation-summary.ts';
import type { FileAttribute, FileColor, FileEdge, NetworkFile, FileNode } from './network-file.ts';
import { PairNumbers } from './pair-numbers.ts';

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
    const words = lot[Symbol.iterator]();
    yield iterate(() => {
      for (let next = words.next(); next.done !== true; next = words.next()) {
        const row = findRow(next.value.id);
        if (row >= 0 && selection.passes[row] === 1) return toEdge(row, next.value);
      }
      return undefined;
    });
  }
}

/**
 * What `next` gives, to be gone through once, up to the first undefined. A generator holds what it gave last: while V8 marks what
 * is alive, that is everything, which it then takes for long-lived (pretenuring) and keeps until the next full collection.
 */
function iterate<Item>(next: () => Item | undefined): Iterable<Item> {
  const iterator: Iterator<Item, undefined> = {
    next: () => {
      const value = next();
      return value === undefined ? { done: true, value: undefined } : { done: false, value };
    },
  };
  return { [Symbol.iterator]: () => iterator };
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
}: NetworkExport): (row: number, words: ClaimWords) => FileEdge {
  const { claims, vocabulary } = network;
  const pairNumbers = numberPairs(network, selection);
  const isDisputed = new Uint8Array(claims.length);
  for (const { side, otherSide } of network.disputes.values())
    for (const row of [...side, ...otherSide]) isDisputed[row] = 1;
  const days = claims.dates.map(({ range }) => ({ start: toIsoDay(range.from), end: toIsoDay(range.to) }));
  const colors = STANCES.map((stance) => toColor(STANCE_COLOURS[stance]));
  return (row, { via, exact, sentence, basis }) => {
    const id = getClaimId(network, row);
    const [subject, object] = endsOf(claims, row);
    const type = vocabulary.types[claims.type[row] ?? -1];
    const stance = claims.stance[row] ?? 0;
    const document = getDocument(network, claims.document[row] ?? -1);
    const speaker = claims.speaker[row] ?? OWN_VOICE;
    const dated = days[dateOf(network, row)];
    return {
      id,
      source: actorId(network, subject),
      target: actorId(network, object),
      label: claims.labels[claims.label[row] ?? -1] ?? '',
      weight: 1,
      kind: `c${pairNumbers[row] ?? 0}`,
      color: colors[stance],
      start: dated?.start,
      end: dated?.end,
      values: [
        id,
        type?.id,
        type?.mutual === true ? 'both' : 'out',
        STANCES[stance],
        MODALITIES[claims.modality[row] ?? 0],
        speaker === OWN_VOICE ? OWN_VOICE_TEXT : actorId(network, speaker),
        via.map((inner) => actorId(network, network.actorIndex.get(inner))),
        document.id,
        document.kind,
        document.publisher,
        exact,
        sentence,
        basis,
        claims.dates[claims.saidOn[row] ?? NO_DATE]?.text,
        claims.dates[claims.happenedOn[row] ?? NO_DATE]?.text,
        isDisputed[row] === 1,
      ],
    };
  };
}

/** As it was written: subject and object. */
function endsOf({ subject, object, isReversed }: Network['claims'], row: number): [number, number] {
  const [first, second] = [subject[row] ?? 0, object[row] ?? 0];
  return isReversed[row] === 1 ? [second, first] : [first, second];
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
  const { total, cutBy } = selection;
  const digests = network.documents.filter((document) => document.kind === 'digest').length;
  return [
    `Who says what about whom: ${level}.`,
    `Dataset version ${network.version}.`,
    `${shown.actors} of ${total.actors} actors, ${shown.relations} of ${total.relations} relations, ${shown.claims} of ${total.claims} claims shown.`,
    cutBy.length === 0 ? 'Nothing is cut.' : `Cut by ${cutBy.join(', ')}.`,
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
