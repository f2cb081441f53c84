import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlannedClaim } from '../../graph-data/formats/csv/import-plan.ts';
import type { Actor } from '../../graph-data/model/actor.ts';
import type { StoredDocument } from '../../graph-data/model/document.ts';
import type { ChangeRecorder } from './changes/change-recorder.ts';
import { insertNewActors } from './changes/new-actors.ts';
import { toClaimRow, toDocumentRow } from './rows.ts';
import { sha256Hex } from './sha256-hex.ts';

/** Claims written before other work has its turn. */
const LOT = 2000;

/** What an import adds: actors and documents that are new, and claims of which some may be there already. */
export interface Addition {
  readonly actors: readonly Actor[];
  readonly documents: readonly StoredDocument[];
  readonly claims: readonly PlannedClaim[];
}

/**
 * Writes an addition, passing over the claims that are there already. The caller holds a transaction and ends it when this
 * throws.
 * @param onLot told how many claims are written; what it throws ends the import
 */
export async function writeAddition(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  { actors, documents, claims }: Addition,
  onLot: (written: number) => void,
): Promise<void> {
  insertNewActors(database, recorder, actors);
  recorder.insert(
    'documents',
    documents.map((document) =>
      toDocumentRow(document, document.text === null ? null : sha256Hex(document.text)),
    ),
  );
  const [first] = claims;
  if (first === undefined) return;
  const columns = Object.keys(toClaimRow({ ...first, origin: first.id }));
  const statement = database.prepare(
    `insert into claims (number, ${columns.map((column) => `"${column}"`).join(', ')})
    values (?, ${columns.map(() => '?').join(', ')}) on conflict do nothing`,
  );
  const firstNumber = recorder.takeNumber('claims');
  let number = firstNumber;
  for (const [index, claim] of claims.entries()) {
    const row = Object.values<SQLInputValue>(toClaimRow({ ...claim, origin: claim.id }));
    if (statement.run(number, ...row).changes > 0) number = recorder.takeNumber('claims');
    if ((index + 1) % LOT !== 0) continue;
    onLot(index + 1);
    await nextTurn();
  }
  onLot(claims.length);
  recorder.recordClaimsFrom(firstNumber);
}
