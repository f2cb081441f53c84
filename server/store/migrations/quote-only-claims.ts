import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const DOCUMENT_COLUMNS =
  'number, id, kind, title, publisher, author, url, language, published_at, licence, derived_from, text, sha256';
const CLAIM_COLUMNS =
  'number, id, subject, type, object, label, stance, modality, speaker, via, document, start, "end", quote, prefix, ' +
  'suffix, sentence, sentence_start, said_on, happened_on, status, method, certainty, reason, origin';

/** SQLite cannot take "not null" from a column: both tables are built anew. Claims go first, for they refer to documents. */
const STATEMENTS = [
  'create temp table old_claims as select * from claims',
  'create temp table old_documents as select * from documents',
  'drop table claims',
  'drop table documents',
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
    text text,
    sha256 text,
    check ((text is null) = (sha256 is null))
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
    start integer,
    "end" integer,
    quote text not null,
    prefix text not null,
    suffix text not null,
    sentence text not null,
    sentence_start integer,
    basis text not null check (basis in ('text', 'quote', 'row')),
    said_on text,
    happened_on text,
    status text not null,
    method text not null,
    certainty real not null,
    reason text not null,
    origin text not null,
    check ((basis = 'text') = (start is not null)),
    check ((start is null) = ("end" is null) and (start is null) = (sentence_start is null))
  ) strict`,
  `insert into documents (${DOCUMENT_COLUMNS}) select ${DOCUMENT_COLUMNS} from old_documents`,
  `insert into claims (${CLAIM_COLUMNS}, basis) select ${CLAIM_COLUMNS}, 'text' from old_claims`,
  'drop table old_claims',
  'drop table old_documents',
  // The fingerprint: the present values by which a claim would be a duplicate of another.
  `create unique index claims_fingerprint
    on claims (document, start, "end", subject, type, object, coalesce(speaker, '')) where start is not null`,
  `create unique index claims_loose_fingerprint
    on claims (document, subject, type, object, coalesce(speaker, ''), quote) where start is null`,
];

/** Documents whose text is not here, and claims whose evidence has no place in a text. */
export const quoteOnlyClaims: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
