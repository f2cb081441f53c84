import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Compilable, Kysely, RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../graph-data/model/actor.ts';
import { STATUSES } from '../../graph-data/model/claim.ts';
import type { DocumentSummary } from '../../graph-data/model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../../graph-data/model/ids.ts';
import { MODALITIES, STANCES, toVocabulary } from '../../graph-data/model/vocabulary.ts';
import type { ClaimColumns } from '../../graph-data/network/claim-table.ts';
import { readKeptClaims } from './kept-claims.ts';
import { findStatusChanges } from './status-changes.ts';
import { toActor, toDocumentSummary, toRelationType } from './rows.ts';
import type { StoredLayout, StoredNetwork } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * All that stays in memory of a dataset; its claims are read from the disk as they are asked for. The caller holds a
 * transaction on this connection until the last claim is read.
 */
export function readNetworkRows(db: Kysely<Tables>, database: DatabaseSync, version: number): StoredNetwork {
  const types = db.selectFrom('relation_types').selectAll().orderBy('position');
  return {
    version,
    vocabulary: toVocabulary(Array.from(iterateRows(database, types), toRelationType)),
    actors: readActors(db, database),
    documents: readDocuments(db, database),
    claims: iterateClaims(db, database),
    findKeptClaims: (scope) => readKeptClaims(database, version, scope),
    findStatusChanges: (since) => findStatusChanges(database, since),
  };
}

/** The layout of this version; undefined when none is stored. */
export function readLayoutRows(
  db: Kysely<Tables>,
  database: DatabaseSync,
  version: number,
): StoredLayout | undefined {
  const query = db
    .selectFrom('layouts')
    .select(['actor', 'x', 'y'])
    .where('version', '=', version)
    .orderBy('actor');
  const ids: StoredLayout['ids'][number][] = [];
  const positions: number[] = [];
  const { sql: text, parameters } = query.compile();
  const statement = database.prepare(text);
  statement.setReturnArrays(true);
  type Place = [actor: ActorId, x: number, y: number];
  const rows = statement.iterate(...(parameters as SQLInputValue[])) as Iterable<unknown> as Iterable<Place>;
  for (const row of rows) {
    ids.push(row[0]);
    positions.push(row[1], row[2]);
  }
  return ids.length === 0 ? undefined : { ids, positions: Float64Array.from(positions) };
}

function readActors(db: Kysely<Tables>, database: DatabaseSync): Actor[] {
  const aliases = new Map<string, string[]>();
  const named = db.selectFrom('aliases').selectAll().orderBy('actor').orderBy('position');
  for (const { actor, name } of iterateRows(database, named)) {
    const names = aliases.get(actor);
    if (names === undefined) aliases.set(actor, [name]);
    else names.push(name);
  }
  const actors: Actor[] = [];
  for (const row of iterateRows(database, db.selectFrom('actors').selectAll().orderBy('id')))
    actors.push(toActor(row, aliases.get(row.id) ?? []));
  return actors;
}

/** Texts stay on the disk. */
function readDocuments(db: Kysely<Tables>, database: DatabaseSync): DocumentSummary[] {
  const query = db
    .selectFrom('documents')
    .select(['id', 'kind', 'title', 'publisher', 'author', 'url', 'language', 'published_at', 'licence'])
    .select('derived_from')
    .orderBy('id');
  const statement = database.prepare(query.compile().sql);
  statement.setReturnArrays(true);
  // As a list of arrays: objects, and one by one, take twice the time each.
  return (statement.all() as unknown as DocumentValues[]).map((row) =>
    toDocumentSummary({
      ...{ id: row[0], kind: row[1], title: row[2], publisher: row[3], author: row[4], url: row[5] },
      ...{ language: row[6], published_at: row[7], licence: row[8], derived_from: row[9] },
    }),
  );
}

type DocumentRow = Selectable<Tables['documents']>;
/** The columns of {@link readDocuments}, in their order. */
type DocumentValues = [
  ...[id: DocumentRow['id'], kind: DocumentRow['kind'], title: string, publisher: string],
  ...[author: string | null, url: string | null, language: string, publishedAt: string | null],
  ...[licence: string, derivedFrom: string | null],
];

/**
 * Half a million rows: as arrays, which take half the time of objects, words of a fixed list as their place in it, because a
 * string costs more to hand over than a row to find, and without an origin
 * that is the claim itself or a list of inner speakers that is empty.
 */
function* iterateClaims(db: Kysely<Tables>, database: DatabaseSync): Generator<ClaimColumns> {
  const query = db
    .selectFrom('claims')
    .select(['id', 'subject', 'type', 'object', 'label'])
    .select([toPlace('stance', STANCES).as('stance'), toPlace('modality', MODALITIES).as('modality')])
    .select(['speaker', 'document', 'said_on', 'happened_on', toPlace('status', STATUSES).as('status')])
    .select(sql<ClaimId | null>`nullif(origin, id)`.as('origin'))
    .select(sql<string | null>`nullif(via, '[]')`.as('via'));
  const statement = database.prepare(query.compile().sql);
  statement.setReturnArrays(true);
  for (const row of statement.iterate() as Iterable<unknown> as Iterable<ClaimValues>) {
    yield {
      id: row[0],
      subject: row[1],
      type: row[2],
      object: row[3],
      label: row[4],
      stance: STANCES[row[5]] ?? 'neutral',
      modality: MODALITIES[row[6]] ?? 'asserted',
      speaker: row[7],
      document: row[8],
      saidOn: row[9],
      happenedOn: row[10],
      status: STATUSES[row[11]] ?? 'rejected',
      origin: row[12] ?? row[0],
      via: row[13] === null ? NOBODY : (JSON.parse(row[13]) as ActorId[]),
    };
  }
}

const NOBODY: readonly ActorId[] = [];

/** The columns of {@link iterateClaims}, in their order. */
type ClaimValues = [
  ...[id: ClaimId, subject: ActorId, type: RelationTypeId, object: ActorId, label: string, stance: number],
  ...[modality: number, speaker: ActorId | null, document: DocumentId, saidOn: string | null],
  ...[happenedOn: string | null, status: number, origin: ClaimId | null],
  via: string | null,
];

/** The place of a column's word in the list of all it may hold. */
function toPlace(column: 'stance' | 'modality' | 'status', words: readonly string[]): RawBuilder<number> {
  const cases = words.map((word, place) => sql`when ${sql.lit(word)} then ${sql.lit(place)}`);
  return sql<number>`case ${sql.ref(column)} ${sql.join(cases, sql` `)} end`;
}

/** The rows one by one: a list of them all takes twice the time. The query has no parameters but numbers and texts. */
function* iterateRows<Row>(database: DatabaseSync, query: Compilable<Row>): Generator<Row> {
  const { sql: text, parameters } = query.compile();
  yield* database
    .prepare(text)
    .iterate(...(parameters as SQLInputValue[])) as Iterable<unknown> as Iterable<Row>;
}
