import type { DatabaseSync } from 'node:sqlite';

/** The ledger's kind for entries that take others back. */
export const UNDO = 'undo';
/** Stands for an undo that is not written yet. */
const UNWRITTEN = Number.MAX_SAFE_INTEGER;

/**
 * Which entries stand: an undo that stands takes the effect from itself and from the entries it names, so that taking back
 * an undo brings them back.
 */
export class StandingEntries {
  readonly #undos: readonly UndoneBy[];
  readonly #cancelledBy: ReadonlyMap<number, number>;

  private constructor(undos: readonly UndoneBy[]) {
    this.#undos = undos;
    const cancelledBy = new Map<number, number>();
    for (const { seq, undoes } of undos) {
      if (cancelledBy.has(seq)) continue;
      for (const target of undoes) cancelledBy.set(target, seq);
    }
    this.#cancelledBy = cancelledBy;
  }

  /** As the ledger has them now. */
  static read(database: DatabaseSync): StandingEntries {
    const rows = database
      .prepare(
        `select seq, payload -> '$.undoes' as undoes from ledger where kind = '${UNDO}' order by seq desc`,
      )
      .all() as { seq: number; undoes: string }[];
    return new StandingEntries(rows.map(({ seq, undoes }) => ({ seq, undoes: toList(undoes) })));
  }

  /** As they were when the entry `seq` was written. */
  before(seq: number): StandingEntries {
    return new StandingEntries(this.#undos.filter((undo) => undo.seq < seq));
  }

  /** As they would be with one more undo, of these entries. */
  without(entries: Iterable<number>): StandingEntries {
    return new StandingEntries([{ seq: UNWRITTEN, undoes: [...entries] }, ...this.#undos]);
  }

  has(seq: number): boolean {
    return !this.#cancelledBy.has(seq);
  }

  /** The undo by which an entry does not stand; undefined while it does, and where only that of {@link without} takes it back. */
  findUndo(seq: number): number | undefined {
    const undo = this.#cancelledBy.get(seq);
    return undo === UNWRITTEN ? undefined : undo;
  }

  /** Entries, undos aside, that stand here and not there, or there and not here. */
  differing(others: StandingEntries): number[] {
    const undos = new Set([...this.#undos, ...others.#undos].map(({ seq }) => seq));
    const named = new Set([...this.#cancelledBy.keys(), ...others.#cancelledBy.keys()]);
    return [...named].filter((seq) => !undos.has(seq) && this.has(seq) !== others.has(seq));
  }
}

interface UndoneBy {
  readonly seq: number;
  readonly undoes: readonly number[];
}

/** Entries of before named one alone. */
export function toList(undoes: string | null): readonly number[] {
  const value = JSON.parse(undoes ?? '[]') as number | number[];
  return typeof value === 'number' ? [value] : value;
}
