import type { DatabaseSync } from 'node:sqlite';
import type { ChangeCounts } from '../dataset-changes.ts';
import type { LoggedTable, RowChoice, RowImages } from './logged-rows.ts';
import { LOGGED_TABLES, parseImage, readImages, rowsFrom, rowsOf, SHAPES } from './logged-rows.ts';
import { RowWriter, toKey } from './row-writer.ts';

/** What is to be of a row: its image as JSON, null where it is to go. */
export interface RowTarget {
  readonly table: LoggedTable;
  readonly key: string;
  readonly image: string | null;
}

/** A row before it has its number. */
type NewRow<Table extends LoggedTable> = Omit<RowImages[Table], 'number'>;
type NumberedTable = 'documents' | 'claims';

/** Columns by which a claim would be a duplicate of another. */
const FINGERPRINT = ['document', 'start', 'end', 'subject', 'type', 'object', 'speaker', 'quote'] as const;

/**
 * Through it goes every change that the ledger keeps: it writes rows, and for each its image before and after under the
 * number of the entry. An entry changes no row twice. The caller holds a transaction, and appends the entry.
 */
export class ChangeRecorder {
  readonly seq: number;
  readonly #database: DatabaseSync;
  readonly #writer: RowWriter;
  readonly #counts = { actors: 0, documents: 0, claims: 0, actor_likenesses: 0 };
  readonly #nextNumbers = new Map<NumberedTable, number>();

  /** @param seq of the entry that is going to be */
  constructor(database: DatabaseSync, seq: number) {
    this.seq = seq;
    this.#database = database;
    this.#writer = new RowWriter(database);
    database.exec('pragma defer_foreign_keys = on');
  }

  /** Whether nothing has been changed. */
  get isEmpty(): boolean {
    return Object.values(this.#counts).every((count) => count === 0);
  }

  /** A number that no row of the table ever had. */
  takeNumber(table: NumberedTable): number {
    const number = this.#nextNumber(table);
    this.#nextNumbers.set(table, number + 1);
    return number;
  }

  /** Adds rows that are not there; documents and claims are given their numbers. */
  insert<Table extends LoggedTable>(table: Table, rows: readonly NewRow<Table>[]): void {
    if (rows.length === 0) return;
    const images = rows.map((row) =>
      table === 'documents' || table === 'claims' ? { number: this.takeNumber(table), ...row } : row,
    ) as unknown as RowImages[Table][];
    this.#writer.insert(table, images);
    this.#logInserted(
      table,
      rowsOf(
        table,
        images.map((row) => toKey(table, row)),
      ),
    );
  }

  /** Claims that were inserted already, with this number or a higher one. */
  recordClaimsFrom(number: number): void {
    this.#writer.addInserted('claims', rowsFrom(number));
    this.#logInserted('claims', rowsFrom(number));
  }

  /** Changes a row that is there. False where it is so already. */
  update<Table extends LoggedTable>(table: Table, key: string, values: Partial<RowImages[Table]>): boolean {
    const before = readImages(this.#database, table, [key]).get(key);
    if (before === undefined) throw new RangeError(`no row ${key} in ${table}`);
    const row = parseImage(table, before);
    this.#writer.update(table, row, { ...row, ...values });
    return this.#logUpdated(table, key, before);
  }

  /** Takes rows away; those that are not there are passed over. */
  remove(table: LoggedTable, keys: readonly string[]): void {
    if (keys.length === 0) return;
    if (table === 'documents' || table === 'claims') this.#nextNumber(table);
    const { key, image, order } = SHAPES[table];
    const { where, parameter } = rowsOf(table, keys);
    const { changes } = this.#database
      .prepare(
        `insert into ledger_changes (seq, "table", key, before, after)
        select ?, '${table}', ${key}, ${image}, null from ${table} where ${where} order by ${order}`,
      )
      .run(this.seq, parameter);
    this.#counts[table] += Number(changes);
    this.#writer.remove(table, keys);
  }

  /** Makes each row what it is to be. What is so already is passed over. */
  apply(targets: readonly RowTarget[]): void {
    const byTable = Map.groupBy(targets, ({ table }) => table);
    const plans = LOGGED_TABLES.map((table) => this.#plan(table, byTable.get(table) ?? []));
    for (const { table, going, rewritten } of plans.toReversed()) {
      this.remove(table, going);
      if (rewritten.size > 0) this.#writer.remove(table, [...rewritten.keys()]);
    }
    for (const { table, coming, updated, rewritten } of plans) {
      for (const [key, { before, after }] of updated) {
        this.#writer.update(table, parseImage(table, before), parseImage(table, after));
        this.#logUpdated(table, key, before);
      }
      const images = [...coming.values()].map((image) => parseImage(table, image));
      const again = [...rewritten.values()].map(({ after }) => parseImage(table, after));
      this.#writer.insert(table, [...images, ...again].sort(byNumber));
      if (coming.size > 0) this.#logInserted(table, rowsOf(table, [...coming.keys()]));
      for (const [key, { before }] of rewritten) this.#logUpdated(table, key, before);
    }
  }

  /** Origins follow, and the numbers given are kept. Answers how many rows of each were changed. */
  finish(): ChangeCounts {
    this.#writer.renewOrigins();
    for (const [table, next] of this.#nextNumbers)
      this.#database
        .prepare('insert or replace into last_numbers ("table", number) values (?, ?)')
        .run(table, next - 1);
    const { claims, actors, documents } = this.#counts;
    return { claims, actors, documents };
  }

  #plan(table: LoggedTable, targets: readonly RowTarget[]): TablePlan {
    const plan: TablePlan = {
      table,
      going: targets.filter(({ image }) => image === null).map(({ key }) => key),
      coming: new Map(),
      updated: new Map(),
      rewritten: new Map(),
    };
    const staying = targets.filter(({ image }) => image !== null);
    const present = readImages(
      this.#database,
      table,
      staying.map(({ key }) => key),
    );
    for (const { key, image: after } of staying) {
      if (after === null) continue;
      const before = present.get(key);
      if (before === undefined) plan.coming.set(key, after);
      else if (before !== after) {
        // Two claims may take each other's place, which one after the other would be a duplicate for a moment.
        const isRewritten = table === 'claims' && hasOtherFingerprint(before, after);
        (isRewritten ? plan.rewritten : plan.updated).set(key, { before, after });
      }
    }
    return plan;
  }

  #logInserted(table: LoggedTable, { where, parameter }: RowChoice): void {
    const { key, image, order } = SHAPES[table];
    const { changes } = this.#database
      .prepare(
        `insert into ledger_changes (seq, "table", key, before, after)
        select ?, '${table}', ${key}, null, ${image} from ${table} where ${where} order by ${order}`,
      )
      .run(this.seq, parameter);
    this.#counts[table] += Number(changes);
  }

  #logUpdated(table: LoggedTable, key: string, before: string): boolean {
    const after = readImages(this.#database, table, [key]).get(key);
    if (after === undefined || after === before) return false;
    this.#database
      .prepare('insert into ledger_changes (seq, "table", key, before, after) values (?, ?, ?, ?, ?)')
      .run(this.seq, table, key, before, after);
    this.#counts[table] += 1;
    return true;
  }

  #nextNumber(table: NumberedTable): number {
    const known = this.#nextNumbers.get(table);
    if (known !== undefined) return known;
    const row = this.#database
      .prepare(
        `select 1 + max(coalesce((select max(number) from ${table}), 0),
          coalesce((select number from last_numbers where "table" = ?), 0)) as next`,
      )
      .get(table);
    const next = Number(row?.['next']);
    this.#nextNumbers.set(table, next);
    return next;
  }
}

interface TablePlan {
  readonly table: LoggedTable;
  readonly going: readonly string[];
  readonly coming: Map<string, string>;
  readonly updated: Map<string, { readonly before: string; readonly after: string }>;
  readonly rewritten: Map<string, { readonly before: string; readonly after: string }>;
}

function hasOtherFingerprint(before: string, after: string): boolean {
  const [old, next] = [parseImage('claims', before), parseImage('claims', after)];
  return FINGERPRINT.some((column) => old[column] !== next[column]);
}

function byNumber(a: object, b: object): number {
  return 'number' in a && 'number' in b ? Number(a.number) - Number(b.number) : 0;
}
