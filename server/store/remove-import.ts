import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { ChangeCounts } from './dataset-changes.ts';
import { renewOrigins } from './touched-origins.ts';

/** Columns that refer to actors or documents: SQLite looks through each for every actor or document that goes. */
const REFERRING = ['subject', 'object', 'speaker', 'document'];

/**
 * Takes away what an import added: its claims, and the documents and actors that nothing else stands on; those also that an
 * import taken back before left behind because this one used them. Full text and origins follow. The caller holds a
 * transaction.
 */
export function removeImport(database: DatabaseSync, seq: number): ChangeCounts {
  for (const column of REFERRING) database.exec(`create index undo_${column} on claims (${column})`);
  const ofEntry = `(select value from json_each((select payload from ledger where seq = ${seq}), '$.claims'))`;
  const touched = database
    .prepare(`select subject, type, object, speaker from claims where basis <> 'row' and id in ${ofEntry}`)
    .all() as unknown as Pick<Claim, 'subject' | 'type' | 'object' | 'speaker'>[];
  database.exec(
    `insert into claims_text (claims_text, rowid, sentence, quote, label)
    select 'delete', number, sentence, quote, label from claims where id in ${ofEntry}`,
  );
  const claims = remove(database, 'claims', `id in ${ofEntry}`);
  renewOrigins(database, touched);
  const unusedDocuments = `id in ${addedBy(seq, 'documents')} and id not in (select document from claims)`;
  database.exec(
    `insert into documents_text (documents_text, rowid, title, publisher, text)
    select 'delete', number, title, publisher, text from documents where ${unusedDocuments}`,
  );
  const documents = remove(database, 'documents', unusedDocuments);
  const unusedActors = `in ${addedBy(seq, 'actors')} and ID not in (
    select subject from claims union select object from claims
    union select speaker from claims where speaker is not null
    union select via.value from claims, json_each(claims.via) as via
    union select merged_into from actors where merged_into is not null)`;
  database.exec(`delete from aliases where actor ${unusedActors.replace('ID', 'actor')}`);
  const actors = remove(database, 'actors', `id ${unusedActors.replace('ID', 'id')}`);
  for (const column of REFERRING) database.exec(`drop index undo_${column}`);
  return { claims, actors, documents };
}

/** Ids of what this import added, and imports that are taken back already. */
function addedBy(seq: number, what: 'documents' | 'actors'): string {
  return `(select each.value from ledger, json_each(ledger.payload, '$.${what}') as each
    where ledger.seq = ${seq} or (ledger.kind = 'import' and ledger.seq in (
      select each.value from ledger, json_each(ledger.payload, '$.undoes') as each where kind = 'undo')))`;
}

function remove(database: DatabaseSync, table: string, condition: string): number {
  return Number(database.prepare(`delete from ${table} where ${condition}`).run().changes);
}
