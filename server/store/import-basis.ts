import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ImportBasis } from '../../graph-data/formats/csv/import-plan.ts';
import type { ActorId, ClaimId } from '../../graph-data/model/ids.ts';
import { toVocabulary } from '../../graph-data/model/vocabulary.ts';
import { toActor, toDocumentSummary, toRelationType } from './rows.ts';
import type { Tables } from './tables.ts';

/** Vocabulary, actors and documents; the documents in the order they came. */
export async function readImportBasis(db: Kysely<Tables>): Promise<ImportBasis> {
  const types = await db.selectFrom('relation_types').selectAll().orderBy('position').execute();
  const actors = await db.selectFrom('actors').selectAll().orderBy('id').execute();
  const names = await db.selectFrom('aliases').selectAll().orderBy('actor').orderBy('position').execute();
  const aliases = Map.groupBy(names, ({ actor }): ActorId => actor);
  const documents = await db
    .selectFrom('documents')
    .select([
      'id',
      'kind',
      'title',
      'publisher',
      'author',
      'url',
      'language',
      'published_at',
      'licence',
      'derived_from',
    ])
    .orderBy('number')
    .execute();
  return {
    vocabulary: toVocabulary(types.map(toRelationType)),
    actors: actors.map((row) =>
      toActor(
        row,
        (aliases.get(row.id) ?? []).map(({ name }) => name),
      ),
    ),
    documents: documents.map(toDocumentSummary),
  };
}

/** Those of the ids that are claims of the store. */
export async function findExistingClaims(db: Kysely<Tables>, ids: readonly ClaimId[]): Promise<Set<ClaimId>> {
  const { rows } = await sql<{ id: ClaimId }>`
    select claims.id from json_each(${JSON.stringify(ids)}) as wanted
    join claims on claims.id = wanted.value`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
