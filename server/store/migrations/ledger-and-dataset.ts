import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `create table ledger (
    seq integer primary key autoincrement,
    at text not null,
    author text not null,
    kind text not null,
    payload text not null check (json_valid(payload))
  ) strict`,
  // "insert or replace" deletes without a delete trigger, so that a taken number is refused too.
  ...[
    ['insert', 'when exists (select 1 from ledger where seq = new.seq)'],
    ['update', ''],
    ['delete', ''],
  ].map(
    ([event, condition]) => `create trigger ledger_no_${event} before ${event} on ledger ${condition} begin
      select raise(abort, 'the ledger is append-only');
    end`,
  ),
  `create table relation_types (
    position integer primary key,
    id text not null unique,
    "group" text not null,
    label text not null,
    inverse text not null,
    stance text not null,
    mutual integer not null check (mutual in (0, 1)),
    opposites text not null check (json_valid(opposites)),
    plover text
  ) strict`,
  `create table actors (
    id text primary key,
    name text not null,
    kind text not null,
    wikidata text,
    merged_into text references actors (id) deferrable initially deferred
  ) strict, without rowid`,
  `create table aliases (
    actor text not null references actors (id),
    position integer not null,
    name text not null,
    primary key (actor, position)
  ) strict, without rowid`,
  // Full-text rows refer to "number": an implicit rowid may change when the file is vacuumed.
  `create table documents (
    number integer primary key,
    id text not null unique,
    kind text not null,
    title text not null,
    publisher text not null,
    author text,
    url text,
    language text not null,
    published_at text,
    licence text not null,
    derived_from text check (json_valid(derived_from)),
    text text not null,
    sha256 text not null
  ) strict`,
  `create table claims (
    number integer primary key,
    id text not null unique,
    subject text not null references actors (id),
    type text not null references relation_types (id),
    object text not null references actors (id),
    label text not null,
    stance text not null,
    modality text not null,
    speaker text references actors (id),
    via text not null check (json_valid(via)),
    document text not null references documents (id),
    start integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    sentence text not null,
    sentence_start integer not null,
    said_on text,
    happened_on text,
    status text not null,
    method text not null,
    certainty real not null,
    reason text not null,
    origin text not null
  ) strict`,
  // The fingerprint: the present values by which a claim would be a duplicate of another.
  `create unique index claims_fingerprint
    on claims (document, start, "end", subject, type, object, coalesce(speaker, ''))`,
  `create table layouts (
    version integer not null,
    actor text not null,
    x real not null,
    y real not null,
    primary key (version, actor)
  ) strict, without rowid`,
  `create virtual table claims_text using fts5 (
    sentence, quote, label,
    content = 'claims', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
  )`,
  `create virtual table documents_text using fts5 (
    title, publisher, text,
    content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
  )`,
];

/** The ledger, the tables of a dataset, the layouts, and full text over sentences and documents. */
export const ledgerAndDataset: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
