import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { NodeSqliteDialect } from '../../../server/store/node-sqlite-dialect.ts';

interface Tables {
  notes: { id: number; text: string | null; bytes: Uint8Array | null };
}

function open() {
  const database = new DatabaseSync(':memory:');
  database.exec('create table notes (id integer primary key, text text, bytes blob)');
  return { database, db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) }) };
}

describe('Kysely over node:sqlite', () => {
  it('when rows are written and read, then every kind of value comes back', async () => {
    const { db } = open();
    const row = { id: 1, text: 'a\0b 😀', bytes: Uint8Array.from([0, 255]) };
    const result = await db
      .insertInto('notes')
      .values([row, { id: 2, text: null, bytes: null }])
      .executeTakeFirst();
    expect(result).toMatchObject({ insertId: 2n, numInsertedOrUpdatedRows: 2n });
    expect(await db.selectFrom('notes').selectAll().orderBy('id').execute()).toEqual([
      row,
      { id: 2, text: null, bytes: null },
    ]);
    expect(await db.updateTable('notes').set({ text: 'x' }).returning('id').execute()).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    const streamed: number[] = [];
    for await (const { id } of db.selectFrom('notes').select('id').stream()) streamed.push(id);
    expect(streamed).toEqual([1, 2]);
  });

  it('when a transaction fails, then nothing of it stays, and calls beside it have waited', async () => {
    const { db } = open();
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.insertInto('notes').values({ id: 1, text: 'lost', bytes: null }).execute();
      throw new Error('no');
    });
    const beside = db.insertInto('notes').values({ id: 2, text: 'kept', bytes: null }).execute();
    await expect(failing).rejects.toThrow('no');
    await beside;
    expect(await db.selectFrom('notes').select('text').execute()).toEqual([{ text: 'kept' }]);
  });

  it('when a migration fails half-way, then its first half is undone', async () => {
    const { db, database } = open();
    const broken = {
      async up(within: Kysely<unknown>) {
        await sql`create table half (id integer)`.execute(within);
        await sql`create table notes (id integer)`.execute(within);
      },
    };
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ broken }) } });
    expect((await migrator.migrateToLatest()).error).toBeInstanceOf(Error);
    expect(database.prepare("select name from sqlite_master where name = 'half'").all()).toEqual([]);
  });
});
