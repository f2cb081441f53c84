import type { Actor } from '../model/actor.ts';
import { STATUSES } from '../model/claim.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationId } from '../model/ids.ts';
import { compareIds, relationIdOf } from '../model/ids.ts';
import type { RelationType, Vocabulary } from '../model/vocabulary.ts';
import type { Adjacency } from './adjacency.ts';
import { toAdjacency } from './adjacency.ts';
import { readClaimId } from './claim-ids.ts';
import type { ClaimColumns, ClaimTable } from './claim-table.ts';
import { indexActors, toClaimTable } from './claim-table.ts';
import type { Disputes } from './disputes.ts';
import { findDisputes } from './disputes.ts';
import type { RelationTable } from './relation-table.ts';
import { findRelation, toRelationTable } from './relation-table.ts';

/**
 * The whole dataset at one version, in memory: what every question is asked of. Never changed after it is built.
 * Actors and documents are sorted by id; everywhere else they are their index in these lists.
 */
export interface Network {
  readonly version: number;
  readonly vocabulary: Vocabulary;
  readonly actors: readonly Actor[];
  readonly documents: readonly DocumentSummary[];
  /** Every known id, merged ones included, to the index it is read as. */
  readonly actorIndex: ReadonlyMap<ActorId, number>;
  readonly documentIndex: ReadonlyMap<DocumentId, number>;
  readonly claims: ClaimTable;
  readonly relations: RelationTable;
  /** Ranked by accepted claims. */
  readonly adjacency: Adjacency;
  readonly disputes: Disputes;
}

export interface NetworkInput {
  readonly version: number;
  readonly vocabulary: Vocabulary;
  readonly actors: readonly Actor[];
  readonly documents: readonly DocumentSummary[];
  /** Read once, one by one; or the table made of them already, with these very actors, documents and types. */
  readonly claims: Iterable<ClaimColumns> | ClaimTable;
}

const ACCEPTED = STATUSES.indexOf('accepted');

/** Builds the network: the same input in any order gives an equal network. */
export function toNetwork(input: NetworkInput): Network {
  const actors = [...input.actors].sort((a, b) => compareIds(a.id, b.id));
  const documents = [...input.documents].sort((a, b) => compareIds(a.id, b.id));
  const claims =
    'ids' in input.claims ? input.claims : toClaimTable(input.claims, actors, documents, input.vocabulary);
  const relations = toRelationTable(claims);
  const accepted = new Uint32Array(relations.length);
  for (let relation = 0; relation < relations.length; relation += 1) {
    const end = relations.firstClaim[relation + 1] ?? 0;
    let count = 0;
    for (let row = relations.firstClaim[relation] ?? 0; row < end; row += 1) {
      if (claims.status[row] === ACCEPTED) count += 1;
    }
    accepted[relation] = count;
  }
  const adjacency = toAdjacency(actors.length, relations, accepted);
  return {
    version: input.version,
    vocabulary: input.vocabulary,
    actors,
    documents,
    actorIndex: indexActors(actors),
    documentIndex: new Map(documents.map((document, index) => [document.id, index])),
    claims,
    relations,
    adjacency,
    disputes: findDisputes(claims, relations, adjacency, { vocabulary: input.vocabulary, documents }),
  };
}

/** The claim rows of a relation, in table order. */
export function* claimsOf(relations: RelationTable, relation: number): Generator<number> {
  const end = relations.firstClaim[relation + 1] ?? 0;
  for (let row = relations.firstClaim[relation] ?? 0; row < end; row += 1) yield row;
}

/** The actor at an index that comes from the network itself. */
export function getActor(network: Network, index: number): Actor {
  const actor = network.actors[index];
  if (actor === undefined) throw new RangeError(`no actor ${index}`);
  return actor;
}

export function getDocument(network: Network, index: number): DocumentSummary {
  const document = network.documents[index];
  if (document === undefined) throw new RangeError(`no document ${index}`);
  return document;
}

/** The relation's type row. */
export function getRelationType(network: Network, relation: number): RelationType {
  const type = network.vocabulary.types[network.relations.type[relation] ?? -1];
  if (type === undefined) throw new RangeError(`no relation ${relation}`);
  return type;
}

export function getClaimId(network: Network, row: number): ClaimId {
  const id = readClaimId(network.claims.ids, row);
  if (id === undefined) throw new RangeError(`no claim ${row}`);
  return id;
}

export function getRelationId(network: Network, relation: number): RelationId {
  const subject = getActor(network, network.relations.subject[relation] ?? -1);
  const object = getActor(network, network.relations.object[relation] ?? -1);
  const type = getRelationType(network, relation);
  return relationIdOf(subject.id, type.id, object.id, type.mutual);
}

/** The number of the relation with this id, or -1; ids through merged actors are found too. */
export function findRelationById(network: Network, id: string): number {
  const [subject, typeId, object, ...rest] = id.split('.');
  const from = network.actorIndex.get(subject as ActorId);
  const to = network.actorIndex.get(object as ActorId);
  const type = network.vocabulary.types.findIndex((row) => row.id === typeId);
  if (from === undefined || to === undefined || type < 0 || rest.length > 0) return -1;
  const isSwapped = network.vocabulary.types[type]?.mutual === true && to < from;
  return isSwapped
    ? findRelation(network.relations, to, type, from)
    : findRelation(network.relations, from, type, to);
}
