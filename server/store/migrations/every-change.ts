import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const ACTOR_IMAGE = `json_object('id', actors.id, 'name', actors.name, 'kind', actors.kind,
  'wikidata', actors.wikidata, 'merged_into', actors.merged_into, 'aliases', json((
    select json_group_array(aliases.name order by aliases.position) from aliases where aliases.actor = actors.id)))`;
const DOCUMENT_IMAGE = `json_object('number', documents.number, 'id', documents.id, 'kind', documents.kind,
  'title', documents.title, 'publisher', documents.publisher, 'author', documents.author, 'url', documents.url,
  'language', documents.language, 'published_at', documents.published_at, 'licence', documents.licence,
  'derived_from', documents.derived_from, 'text', documents.text, 'sha256', documents.sha256)`;
const CLAIM_IMAGE = `json_object('number', claims.number, 'id', claims.id, 'subject', claims.subject,
  'type', claims.type, 'object', claims.object, 'label', claims.label, 'stance', claims.stance,
  'modality', claims.modality, 'speaker', claims.speaker, 'via', claims.via, 'document', claims.document,
  'start', claims.start, 'end', claims."end", 'quote', claims.quote, 'prefix', claims.prefix, 'suffix', claims.suffix,
  'sentence', claims.sentence, 'sentence_start', claims.sentence_start, 'basis', claims.basis,
  'said_on', claims.said_on, 'happened_on', claims.happened_on, 'status', claims.status, 'method', claims.method,
  'certainty', claims.certainty, 'reason', claims.reason,
  'reviewed_by', claims.reviewed_by, 'reviewed_at', claims.reviewed_at)`;

/** Imports that were taken back before this migration. */
const TAKEN_BACK = `(select payload ->> '$.undoes' from ledger where kind = 'undo')`;

/** What imports of before added and is still there; of those taken back, what others use. Each row once, for its last import. */
function imported(table: string, image: string, rank: number): string {
  const isStanding = `ledger.seq not in ${TAKEN_BACK}`;
  return `select max(ledger.seq) as seq, ${rank} as rank, min(each.key) as place, '${table}' as "table", ${table}.id as key,
      ${image} as after
    from ledger, json_each(ledger.payload, '$.${table}') as each join ${table} on ${table}.id = each.value
    where ledger.kind = 'import' and (${isStanding} or not exists (
      select 1 from ledger as other, json_each(other.payload, '$.${table}') as same
      where other.kind = 'import' and other.seq not in ${TAKEN_BACK} and same.value = each.value))
      ${table === 'claims' ? `and ${isStanding}` : ''}
    group by ${table}.id`;
}

const STATEMENTS = [
  'alter table claims add column reviewed_by text',
  'alter table claims add column reviewed_at text',
  `create table actor_likenesses (
    actor text not null references actors (id),
    other text not null references actors (id),
    document text references documents (id),
    reason text not null,
    verdict text not null check (verdict in ('open', 'distinct')),
    primary key (actor, other)
  ) strict, without rowid`,
  // "position" runs through the whole ledger: rows in its order, applied one after the other, give the present state.
  `create table ledger_changes (
    position integer primary key,
    seq integer not null references ledger (seq) deferrable initially deferred,
    "table" text not null,
    key text not null,
    before text check (json_valid(before)),
    after text check (json_valid(after))
  ) strict`,
  'create index ledger_changes_entry on ledger_changes (seq)',
  'create index ledger_changes_row on ledger_changes ("table", key)',
  `create table last_numbers ("table" text primary key, number integer not null) strict, without rowid`,
  // Who names an actor and what stands in a document: undoing, retracting and purging ask it.
  'create index claims_subject on claims (subject, object)',
  'create index claims_object on claims (object)',
  'create index claims_speaker on claims (speaker) where speaker is not null',
  `create index claims_via on claims (via) where via <> '[]'`,
  'create index claims_document on claims (document)',
  'create index documents_sha256 on documents (sha256) where sha256 is not null',
  'create index actors_merged_into on actors (merged_into) where merged_into is not null',
  'create index likenesses_other on actor_likenesses (other)',
  'create index likenesses_document on actor_likenesses (document)',
  `insert into ledger_changes (seq, "table", key, before, after)
    select seq, "table", key, null, after from (
      ${imported('actors', ACTOR_IMAGE, 0)} union all
      ${imported('documents', DOCUMENT_IMAGE, 1)} union all
      ${imported('claims', CLAIM_IMAGE, 2)})
    order by seq, rank, place`,
  // "insert or replace" deletes without a delete trigger, so that a taken number is refused too.
  ...[
    ['insert', 'when exists (select 1 from ledger_changes where position = new.position)'],
    ['update', ''],
    ['delete', ''],
  ].map(
    ([
      event,
      condition,
    ]) => `create trigger ledger_changes_no_${event} before ${event} on ledger_changes ${condition} begin
      select raise(abort, 'the ledger is append-only');
    end`,
  ),
];

/** Every change as rows before and after it, the review of claims, and questions about actors. */
export const everyChange: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
