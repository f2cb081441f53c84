import type { Claim } from '../model/claim.ts';
import { parseDate, toIsoDay } from '../model/dates.ts';
import type { ClaimId } from '../model/ids.ts';
import { KIND_COLOURS, STANCE_COLOURS, toEdgeSize, toNodeSize, toRgb } from '../network/appearance.ts';
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

/** Reads claims with their evidence, in the order of the ids. */
export type ReadClaims = (ids: readonly ClaimId[]) => Promise<readonly Claim[]>;

/** Claims are read in lots of this size, so that memory stays that of a lot. */
const LOT = 500;

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
export function toClaimFile(source: NetworkExport, readClaims: ReadClaims): NetworkFile {
  const { selection } = source;
  const relations = shownRelations(source);
  return {
    ...toHead(source, relations.length, 'an edge is a claim'),
    edgeAttributes: CLAIM_ATTRIBUTES,
    edgeCount: selection.shown.claims,
    edges: toClaimEdges(source, relations, readClaims),
  };
}

const OWN_VOICE_TEXT = "the document's own voice";

async function* toClaimEdges(
  source: NetworkExport,
  relations: readonly number[],
  readClaims: ReadClaims,
): AsyncGenerator<FileEdge[]> {
  const { network, selection } = source;
  const countOfPair = new Map<number, number>();
  const disputed = new Set(
    [...network.disputes.values()].flatMap(({ side, otherSide }) => [...side, ...otherSide]),
  );
  let rows: number[] = [];
  const toLot = async (): Promise<FileEdge[]> => {
    const claims = await readClaims(rows.map((row) => getClaimId(network, row)));
    return claims.map((claim, index) =>
      toClaimEdge(network, claim, rows[index] ?? -1, countOfPair, disputed),
    );
  };
  for (const relation of relations) {
    for (const row of claimsOf(network.relations, relation)) {
      if (selection.passes[row] === 1) rows.push(row);
      if (rows.length < LOT) continue;
      yield await toLot();
      rows = [];
    }
  }
  yield await toLot();
}

function toClaimEdge(
  network: Network,
  claim: Claim,
  row: number,
  countOfPair: Map<number, number>,
  disputed: ReadonlySet<number>,
): FileEdge {
  const { claims } = network;
  const isReversed = claims.isReversed[row] === 1;
  const subject = (isReversed ? claims.object[row] : claims.subject[row]) ?? 0;
  const object = (isReversed ? claims.subject[row] : claims.object[row]) ?? 0;
  const pair = subject * network.actors.length + object;
  const number = (countOfPair.get(pair) ?? 0) + 1;
  countOfPair.set(pair, number);
  const document = getDocument(network, claims.document[row] ?? -1);
  const date = claim.happenedOn ?? claim.saidOn;
  const range = date === null ? undefined : parseDate(date);
  const speaker = claims.speaker[row] ?? OWN_VOICE;
  return {
    id: claim.id,
    source: actorId(network, subject),
    target: actorId(network, object),
    label: claim.label,
    weight: 1,
    kind: `c${number}`,
    color: toColor(STANCE_COLOURS[claim.stance]),
    start: range === undefined ? undefined : toIsoDay(range.from),
    end: range === undefined ? undefined : toIsoDay(range.to),
    values: [
      claim.id,
      claim.type,
      network.vocabulary.byId.get(claim.type)?.mutual === true ? 'both' : 'out',
      claim.stance,
      claim.modality,
      speaker === OWN_VOICE ? OWN_VOICE_TEXT : actorId(network, speaker),
      claim.via.map((id) => actorId(network, network.actorIndex.get(id))),
      claim.document,
      document.kind,
      document.publisher,
      claim.evidence.exact,
      claim.evidence.sentence,
      claim.evidence.basis,
      claim.saidOn ?? undefined,
      claim.happenedOn ?? undefined,
      disputed.has(row),
    ],
  };
}

function toHead({ network, selection, positions }: NetworkExport, relations: number, level: string) {
  const shown = network.actors.map((_, index) => index).filter((index) => selection.hasActor[index] === 1);
  const nodes = shown.map((index): FileNode => {
    const actor = getActor(network, index);
    const claims = selection.actorClaims[index] ?? 0;
    return {
      id: actor.id,
      label: actor.name,
      x: positions[index * 2] ?? 0,
      y: positions[index * 2 + 1] ?? 0,
      size: toNodeSize(claims),
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
