import type { DatabaseSync } from 'node:sqlite';

/** What rows name that these entries wrote or took away, before and after. */
interface Named {
  readonly actors: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

type NamedRow = [
  subject: string | null,
  object: string | null,
  speaker: string | null,
  via: string | null,
  document: string | null,
  actor: string | null,
  other: string | null,
  mergedInto: string | null,
];

/** Actors and documents that images of these entries name. */
export function findNamed(database: DatabaseSync, entries: readonly number[]): Named {
  const fields = ['subject', 'object', 'speaker', 'via', 'document', 'actor', 'other', 'merged_into'];
  const named = { actors: new Set<string>(), documents: new Set<string>() };
  for (const side of ['before', 'after']) {
    const statement = database.prepare(
      `select distinct ${fields.map((field) => `${side} ->> '$.${field}'`).join(', ')} from ledger_changes
      where seq in (select value from json_each(?)) and "table" <> 'documents' and ${side} is not null`,
    );
    statement.setReturnArrays(true);
    for (const row of statement.all(JSON.stringify(entries)) as unknown as NamedRow[]) {
      const [subject, object, speaker, via, document, actor, other, mergedInto] = row;
      for (const id of [subject, object, speaker, actor, other, mergedInto])
        if (id !== null) named.actors.add(id);
      for (const id of JSON.parse(via ?? '[]') as string[]) named.actors.add(id);
      if (document !== null) named.documents.add(document);
    }
  }
  return named;
}
