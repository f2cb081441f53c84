import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { ClaimWords, EvidenceBasis } from '../../graph-data/model/claim.ts';
import type { ActorId, ClaimId } from '../../graph-data/model/ids.ts';

/** Rows read at once; between two lots the thread does other work. */
const LOT = 2000;
/** One pass over all claims takes as long as looking up a tenth of them. */
const SCAN_SHARE = 10;

/**
 * The words of claims, each at its id's place, undefined where there is no such claim. Few are looked up; many are found in
 * one pass over the table in the order it is on disk, 1 µs a row of it. No statement stays open while others are answered.
 */
export async function readClaimWords(
  database: DatabaseSync,
  ids: readonly ClaimId[],
): Promise<(ClaimWords | undefined)[]> {
  const words = new Array<ClaimWords | undefined>(ids.length).fill(undefined);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const take = (rows: readonly WordsRow[]): void => {
    for (const row of rows) {
      const place = placeOf.get(row[1]);
      if (place !== undefined) words[place] = toWords(row);
    }
  };
  const { last } = database.prepare('select max(number) as last from claims').get() as {
    last: number | null;
  };
  if (ids.length * SCAN_SHARE < (last ?? 0)) {
    const find = prepare(database, 'id in (select value from json_each(?))');
    for (let from = 0; from < ids.length; from += LOT) {
      take(readRows(find, JSON.stringify(ids.slice(from, from + LOT))));
      await setImmediate();
    }
    return words;
  }
  const scan = prepare(database, 'number > ? order by number limit ?');
  let number = Number.MIN_SAFE_INTEGER;
  for (let rows = readRows(scan, number, LOT); rows.length > 0; rows = readRows(scan, number, LOT)) {
    take(rows);
    number = rows.at(-1)?.[0] ?? Infinity;
    await setImmediate();
  }
  return words;
}

type WordsRow = [
  number: number,
  id: ClaimId,
  via: string,
  quote: string,
  sentence: string,
  basis: EvidenceBasis,
];

function prepare(database: DatabaseSync, condition: string): StatementSync {
  const statement = database.prepare(
    `select number, id, via, quote, sentence, basis from claims where ${condition}`,
  );
  statement.setReturnArrays(true);
  return statement;
}

function readRows(statement: StatementSync, ...parameters: (string | number)[]): WordsRow[] {
  return statement.all(...parameters) as unknown as WordsRow[];
}

const NOBODY: readonly ActorId[] = [];

/** Keeps one copy of what most claims share: the quote is a part of its sentence, and nearly nobody hands on. */
function toWords([, , via, quote, sentence, basis]: WordsRow): ClaimWords {
  const at = sentence.indexOf(quote);
  return {
    via: via === '[]' ? NOBODY : (JSON.parse(via) as ActorId[]),
    exact: at < 0 ? quote : sentence.slice(at, at + quote.length),
    sentence,
    basis,
  };
}
