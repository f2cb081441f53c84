import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlannedClaim } from '../../graph-data/formats/csv/import-plan.ts';
import type { Actor } from '../../graph-data/model/actor.ts';
import type { StoredDocument } from '../../graph-data/model/document.ts';
import type { ClaimId } from '../../graph-data/model/ids.ts';
import { insertRows } from './insert-rows.ts';
import { toActorRow, toAliasRows, toClaimRow, toDocumentRow } from './rows.ts';
import { sha256Hex } from './sha256-hex.ts';
import { renewOrigins } from './touched-origins.ts';

/** Claims written before other work has its turn. */
const LOT = 2000;

/** What an import adds: actors and documents that are new, and claims of which some may be there already. */
export interface Addition {
  readonly actors: readonly Actor[];
  readonly documents: readonly StoredDocument[];
  readonly claims: readonly PlannedClaim[];
}

/**
 * Writes an addition, full text and origins too, and answers the claims that were not there yet. The caller holds a
 * transaction and ends it when this throws.
 * @param onLot told how many claims are written; what it throws ends the import
 */
export async function writeAddition(
  database: DatabaseSync,
  { actors, documents, claims }: Addition,
  onLot: (written: number) => void,
): Promise<ClaimId[]> {
  insertRows(database, 'actors', actors.map(toActorRow));
  insertRows(database, 'aliases', actors.flatMap(toAliasRows));
  const firstDocument = nextNumber(database, 'documents');
  insertRows(
    database,
    'documents',
    documents.map((document) =>
      toDocumentRow(document, document.text === null ? null : sha256Hex(document.text)),
    ),
  );
  database
    .prepare(
      `insert into documents_text (rowid, title, publisher, text)
      select number, title, publisher, text from documents where number >= ?`,
    )
    .run(firstDocument);
  const firstClaim = nextNumber(database, 'claims');
  const added = await writeClaims(database, claims, onLot);
  database
    .prepare(
      `insert into claims_text (rowid, sentence, quote, label)
      select number, sentence, quote, label from claims where number >= ?`,
    )
    .run(firstClaim);
  const isAdded = new Set(added);
  renewOrigins(
    database,
    claims.filter(({ id, evidence }) => evidence.basis !== 'row' && isAdded.has(id)),
  );
  return added;
}

async function writeClaims(
  database: DatabaseSync,
  claims: readonly PlannedClaim[],
  onLot: (written: number) => void,
): Promise<ClaimId[]> {
  const [first] = claims;
  if (first === undefined) return [];
  const columns = Object.keys(toClaimRow({ ...first, origin: first.id }));
  const statement = database.prepare(
    `insert into claims (${columns.map((column) => `"${column}"`).join(', ')})
    values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
  );
  const added: ClaimId[] = [];
  for (const [index, claim] of claims.entries()) {
    const { changes } = statement.run(
      ...Object.values<SQLInputValue>(toClaimRow({ ...claim, origin: claim.id })),
    );
    if (changes > 0) added.push(claim.id);
    if ((index + 1) % LOT !== 0) continue;
    onLot(index + 1);
    await nextTurn();
  }
  onLot(claims.length);
  return added;
}

/** Rows inserted from now on have this number or a higher one. */
function nextNumber(database: DatabaseSync, table: 'claims' | 'documents'): number {
  const row = database.prepare(`select coalesce(max(number), 0) + 1 as next from ${table}`).get();
  return Number(row?.['next']);
}
