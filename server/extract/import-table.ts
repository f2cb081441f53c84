import type { ImportReport } from '../../graph-data/contract/imports.ts';
import { DELIMITER_WORDS } from '../../graph-data/formats/csv/detect-delimiter.ts';
import type { ColumnChoice, ColumnMap } from '../../graph-data/formats/csv/import-columns.ts';
import { chooseColumns } from '../../graph-data/formats/csv/import-columns.ts';
import { ImportPlan } from '../../graph-data/formats/csv/import-plan.ts';
import type { EvidenceBasis } from '../../graph-data/model/claim.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { sha256Hex } from '../store/sha256-hex.ts';
import type { LedgerStamp } from '../store/ledger-stamp.ts';
import type { Store, StoreReader } from '../store/store.ts';
import type { Table, TableRow } from './read-table.ts';
import { openTable } from './read-table.ts';

export interface ImportOptions {
  /** Names the document that the file itself is. */
  readonly fileName: string;
  readonly map: ColumnMap;
  /** Looks, and changes nothing. */
  readonly dryRun: boolean;
  /** Imports the rows without a fault where others have some; otherwise one fault keeps all out. */
  readonly validOnly: boolean;
  readonly stamp: LedgerStamp;
  /** Faults, and notes, told one by one. */
  readonly mostFaults: number;
  /** Aborted before the end, the import leaves nothing. */
  readonly signal?: AbortSignal | undefined;
  /** Told from time to time: rows read, or claims written. */
  readonly onProgress?: ((stage: 'read' | 'written', count: number) => void) | undefined;
}

const SAMPLE_ROWS = 5;
const LONGEST_SAMPLE = 200;
const ROWS_A_REPORT = 5000;
/** Documents named in the report: what a lens can show at once. */
const MOST_DOCUMENTS = 20;

/** What was read of a table, and the plan made of it; undefined where columns are missing. */
interface Reading {
  readonly headers: readonly string[];
  readonly choice: ColumnChoice;
  readonly sample: readonly (readonly string[])[];
  readonly plan: ImportPlan | undefined;
}

/**
 * Reads a table of claims and imports it as one entry of the ledger, in one transaction: all of it or nothing. What the
 * data holds already is counted and passed over. Throws OnrecordError `malformed-body` for bytes that are no table,
 * `malformed-parameter` for a map that names no header of it.
 */
export async function importTable(
  store: Store,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportReport> {
  const headers = Object.values(options.map);
  if (options.dryRun) {
    const table = openTable(bytes, headers);
    const reading = await readTable(store.reader, table, options);
    return report(store.reader, table, reading, options);
  }
  return store.transact(async (transactor) => {
    const table = openTable(bytes, headers);
    const reading = await readTable(transactor, table, options);
    const { plan } = reading;
    const before = await report(transactor, table, reading, options);
    if (plan === undefined || (plan.faults.length > 0 && !options.validOnly)) return before;
    const added = await transactor.addImport(
      { actors: plan.newActors, documents: plan.newDocuments, claims: plan.claims },
      { ...options.stamp, file: options.fileName },
      (count) => {
        options.signal?.throwIfAborted();
        options.onProgress?.('written', count);
      },
    );
    return {
      ...before,
      outcome: added.seq === null ? 'unchanged' : 'imported',
      new: added.counts,
      duplicates: plan.repeated + plan.claims.length - added.counts.claims,
      seq: added.seq,
      version: await transactor.version(),
    };
  });
}

async function readTable(reader: StoreReader, table: Table, options: ImportOptions): Promise<Reading> {
  const first = await table.rows.next();
  if (first.done === true) {
    const detail = 'expected a first line with the names of the columns, but the file is empty';
    throw new OnrecordError('malformed-body', detail, [{ pointer: '/body', detail }]);
  }
  const headers = first.value.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const choice = chooseColumns(headers, options.map);
  if (choice.faults.length > 0) {
    const errors = choice.faults.map((detail) => ({ pointer: '/query/map', detail }));
    throw new OnrecordError('malformed-parameter', choice.faults.join('; '), errors);
  }
  const sample: (readonly string[])[] = [];
  const plan =
    choice.missing.length > 0
      ? undefined
      : new ImportPlan(await reader.readImportBasis(), {
          fileName: options.fileName,
          columns: choice.columns,
          sha256Hex,
          findText: async (id) => (await reader.findDocument(id))?.text ?? null,
        });
  let count = 0;
  for await (const { line, cells } of table.rows as AsyncIterable<TableRow>) {
    count += 1;
    if (count % ROWS_A_REPORT === 0) {
      options.signal?.throwIfAborted();
      options.onProgress?.('read', count);
    }
    if (sample.length < SAMPLE_ROWS)
      sample.push(cells.map((cell) => cell.slice(0, LONGEST_SAMPLE).toWellFormed()));
    else if (plan === undefined) break;
    if (plan !== undefined && cells.some((cell) => cell.trim() !== '')) await plan.addRow(line, cells);
  }
  options.onProgress?.('read', count);
  return { headers, choice, sample, plan };
}

/** What the import would do. */
async function report(
  reader: StoreReader,
  table: Table,
  { headers, choice, sample, plan }: Reading,
  options: ImportOptions,
): Promise<ImportReport> {
  const claims = plan?.claims ?? [];
  const existing = await reader.findExistingClaims(claims.map(({ id }) => id));
  const fresh = claims.filter(({ id }) => !existing.has(id));
  const bases: Record<EvidenceBasis, number> = { text: 0, quote: 0, row: 0 };
  for (const { evidence } of fresh) bases[evidence.basis] += 1;
  const isReadable = plan !== undefined && (plan.faults.length === 0 || options.validOnly);
  return {
    outcome: options.dryRun && plan !== undefined ? 'checked' : isReadable ? 'imported' : 'refused',
    file: options.fileName,
    encoding: table.encoding,
    delimiter: DELIMITER_WORDS[table.delimiter],
    columns: headers.map((header, at) => ({ header, column: choice.columns[at] ?? null })),
    missing: [...choice.missing],
    sample: sample.map((cells) => [...cells]),
    preview: (plan?.preview ?? []).map(({ claim, line, subject, object, speaker, document }) => ({
      line,
      subject,
      type: claim.type,
      label: claim.label,
      object,
      speaker,
      basis: claim.evidence.basis,
      quote: claim.evidence.exact,
      document,
      saidOn: claim.saidOn,
      happenedOn: claim.happenedOn,
      stance: claim.stance,
      modality: claim.modality,
    })),
    rows: plan?.rows ?? 0,
    validRows: (plan?.rows ?? 0) - (plan?.faultyLines.size ?? 0),
    faultyRows: plan?.faultyLines.size ?? 0,
    faultCount: plan?.faults.length ?? 0,
    faults: plan?.faults.slice(0, options.mostFaults) ?? [],
    noteCount: plan?.notes.length ?? 0,
    notes: plan?.notes.slice(0, options.mostFaults) ?? [],
    duplicates: (plan?.repeated ?? 0) + existing.size,
    bases,
    new: {
      claims: fresh.length,
      actors: plan?.newActors.length ?? 0,
      documents: plan?.newDocuments.length ?? 0,
    },
    known: { actors: plan?.knownActors.size ?? 0, documents: plan?.knownDocuments.size ?? 0 },
    documents: [...new Set(fresh.map(({ document }) => document))].slice(0, MOST_DOCUMENTS),
    seq: null,
    version: await reader.version(),
  };
}
