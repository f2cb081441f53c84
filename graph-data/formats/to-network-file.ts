import type { ClaimWords } from '../model/claim.ts';
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

/** What is exported: the network through a lens, with the stored layout (x and y in turn for every actor). */
export interface NetworkExport {
  readonly network: Network;
  readonly selection: Selection;
  readonly positions: ArrayLike<number>;
}

/** Reads the words of claims, in the order of the ids; undefined for one that is gone. */
export type ReadClaimWords = (ids: readonly ClaimId[]) => Promise<readonly (ClaimWords | undefined)[]>;

/** Words are read for as many claims as this at once, some 200 bytes each: memory stays that of a lot. */
const LOT = 240_000;
/** Edges handed on at once. */
const EDGES = 500;

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
 * The claim level: an edge a claim, id = claim id, as it was written (subject → object). `kind` is the running number
 * within the ordered pair, c1, c2 and so on: Gephi merges edges of equal source, target and kind.
 */
export function toClaimFile(source: NetworkExport, readClaimWords: ReadClaimWords): NetworkFile {
  const { selection } = source;
  const relations = shownRelations(source);
  return {
    ...toHead(source, relations.length, 'an edge is a claim'),
    edgeAttributes: CLAIM_ATTRIBUTES,
    edgeCount: selection.shown.claims,
    edges: toClaimEdges(source, relations, readClaimWords),
  };
}

const OWN_VOICE_TEXT = "the document's own voice";

async function* toClaimEdges(
  source: NetworkExport,
  relations: readonly number[],
  readClaimWords: ReadClaimWords,
): AsyncGenerator<FileEdge[]> {
  const toEdge = createClaimEdges(source.network);
  const rows = shownRows(source, relations);
  for (let from = 0; from < rows.length; from += LOT) {
    const lot = rows.subarray(from, from + LOT);
    const ids = Array.from(lot, (row) => getClaimId(source.network, row));
    const words = await readClaimWords(ids);
    for (let at = 0; at < lot.length; at += EDGES) {
      const edges: FileEdge[] = [];
      const end = Math.min(at + EDGES, lot.length);
      for (let place = at; place < end; place += 1) {
        const [id, said] = [ids[place], words[place]];
        if (id !== undefined && said !== undefined) edges.push(toEdge(lot[place] ?? -1, id, said));
      }
      yield edges;
    }
  }
}

/** The claims that pass, in the order of their relations. */
function shownRows({ network, selection }: NetworkExport, relations: readonly number[]): Uint32Array {
  const rows = new Uint32Array(selection.shown.claims);
  let count = 0;
  for (const relation of relations) {
    const end = network.relations.firstClaim[relation + 1] ?? 0;
    for (let row = network.relations.firstClaim[relation] ?? 0; row < end; row += 1)
      if (selection.passes[row] === 1) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Makes the edges of claims one by one, in order, for `kind` counts those of an ordered pair. */
function createClaimEdges(network: Network): (row: number, id: ClaimId, words: ClaimWords) => FileEdge {
  const { claims, vocabulary } = network;
  const countOfPair = new Map<number, number>();
  const disputed = new Set(
    [...network.disputes.values()].flatMap(({ side, otherSide }) => [...side, ...otherSide]),
  );
  const days = claims.dates.map(({ range }) => ({ start: toIsoDay(range.from), end: toIsoDay(range.to) }));
  const colors = STANCES.map((stance) => toColor(STANCE_COLOURS[stance]));
  return (row, id, { via, exact, sentence, basis }) => {
    const isReversed = claims.isReversed[row] === 1;
    const subject = (isReversed ? claims.object[row] : claims.subject[row]) ?? 0;
    const object = (isReversed ? claims.subject[row] : claims.object[row]) ?? 0;
    const pair = subject * network.actors.length + object;
    const number = (countOfPair.get(pair) ?? 0) + 1;
    countOfPair.set(pair, number);
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
      kind: `c${number}`,
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
        disputed.has(row),
      ],
    };
  };
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
