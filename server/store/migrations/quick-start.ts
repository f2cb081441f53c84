import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  // What the claims come to in memory: derived, and made anew where it does not fit.
  'create table claim_columns (name text not null unique, checksum integer not null, bytes blob not null) strict',
  // Which datasets were loaded, without reading entries that name half a million claims.
  `create index ledger_loads on ledger (kind, payload ->> '$.hash', payload ->> '$.source')`,
];

/** What a start needs to know, kept so that it need not be read off the claims and the ledger. */
export const quickStart: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
