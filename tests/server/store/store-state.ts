import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const TABLES = ['relation_types', 'actors', 'aliases', 'documents', 'claims', 'actor_likenesses'];

/** SHA-256 of every row of the dataset's tables, the ledger aside; also checks that the full text agrees with them. */
export function hashStoreState(dataDir: string): string {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  try {
    const hash = createHash('sha256');
    for (const table of TABLES)
      hash.update(JSON.stringify(database.prepare(`select * from ${table} order by 1, 2`).all()));
    for (const index of ['claims_text', 'documents_text'])
      database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
    return hash.digest('hex');
  } finally {
    database.close();
  }
}
