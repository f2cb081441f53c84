import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteStatement } from 'kysely';
import { SqliteAdapter, SqliteDialect } from 'kysely';

/**
 * Kysely over `node:sqlite`: its own SQLite dialect with the database in the shape it expects, and migrations in
 * transactions. The database stays its owner's to close; one connection, so that calls wait for a running transaction.
 */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync) {
    super({
      database: {
        close: () => undefined,
        prepare: (query) => toStatement(database.prepare(query)),
      },
    });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** Kysely forgoes transactions for SQLite's migrations; SQLite does not need that. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function toStatement(statement: StatementSync): SqliteStatement {
  const toValues = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...toValues(parameters)),
    run: (parameters) => statement.run(...toValues(parameters)),
    iterate: (parameters) => statement.iterate(...toValues(parameters)),
  };
}
