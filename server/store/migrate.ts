import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import { everyChange } from './migrations/every-change.ts';
import { ledgerAndDataset } from './migrations/ledger-and-dataset.ts';
import { quickStart } from './migrations/quick-start.ts';
import { quoteOnlyClaims } from './migrations/quote-only-claims.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** In order of name. Once released, none is renamed or changed: another change of the schema is another entry. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ledger-and-dataset': ledgerAndDataset,
  '0002-quote-only-claims': quoteOnlyClaims,
  '0003-quick-start': quickStart,
  '0004-every-change': everyChange,
};

/** The name of the schema that this program writes. */
export const LATEST_MIGRATION = Object.keys(MIGRATIONS).sort().at(-1);

/**
 * The schema is the program's: pending migrations run in one transaction. Throws StoreError `newer` for a store that a newer
 * program has migrated further.
 */
export async function migrateToLatest(db: Kysely<Tables>): Promise<void> {
  refuseNewer(await findApplied(db));
  const provider = { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}

/** The schema is the program's, or else StoreError `newer`, or `missing` where migrations are still to run. */
export async function requireLatest(db: Kysely<Tables>): Promise<void> {
  const applied = await findApplied(db);
  refuseNewer(applied);
  if (Object.keys(MIGRATIONS).some((name) => !applied.includes(name))) {
    throw new StoreError('missing', 'The store is not ready to be read: start the server on it once.');
  }
}

function refuseNewer(applied: readonly string[]): void {
  const unknown = applied.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown === undefined) return;
  throw new StoreError(
    'newer',
    `A newer Onrecord wrote this store (${unknown}): use that version or a later one.`,
  );
}

async function findApplied(db: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
