import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSite } from '../../../graph-data/site/encode-site.ts';
import { FullText } from '../../../graph-data/site/full-text.ts';
import { openSite } from '../../../graph-data/site/open-site.ts';
import { toTokens } from '../../../graph-data/site/to-tokens.ts';
import type { DatasetReader } from '../../../graph-data/views/dataset-reader.ts';
import { toFullTextQuery } from '../../../server/store/full-text-query.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { serveDataset } from '../../fixtures/serve-dataset.ts';

/** SQLite's own full text over the same rows. */
function createPeer(rows: readonly (readonly [string, string])[]) {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `create virtual table t using fts5(one, two, tokenize = 'unicode61 remove_diacritics 2');
     create virtual table terms using fts5vocab(t, 'instance')`,
  );
  const insert = database.prepare('insert into t (rowid, one, two) values (?, ?, ?)');
  database.exec('begin');
  rows.forEach(([one, two], at) => insert.run(at, one, two));
  database.exec('commit');
  return {
    search(query: string): string[] {
      const match = toFullTextQuery(query);
      if (match === undefined) return [];
      return database
        .prepare('select rowid from t where t match ? order by bm25(t, 5, 1), cast(rowid as text)')
        .all(match)
        .map(({ rowid }) => String(rowid));
    },
    tokensOf(row: number): string[] {
      return database
        .prepare(`select term from terms where doc = ? and col = 'one' order by offset`)
        .all(row)
        .map(({ term }) => String(term));
    },
    close: () => database.close(),
  };
}

const toRows = (rows: readonly (readonly [string, string])[]) =>
  rows.map((texts, at) => ({ id: String(at), texts }));

const WORDS = ['Putin', 'putin’s', 'Zelenský', 'zelensky', 'U.S.', 'us', 'trust', 'trusts', 'trusted', 'Łódź', 'о́н', 'Владимир', 'σοφός', 'ΣΟΦΌΣ', '13', '-', '"', 'a*b', 'AND', 'NEAR(x)', '(', '^', 'ß', 'İ', '…'] as const; // prettier-ignore
/** Letters that are younger than SQLite's tables, and the one with two marks that it leaves as it is. */
const STRANGE = 'ͿԨԪԬԮǠǡ';
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '));

describe('full text in memory', () => {
  it('when texts are cut into words, then they are those of SQLite, for every letter of the scripts in use', () => {
    const codes = [...range(0x20, 0x530), ...range(0x1e00, 0x2000)];
    const known = codes
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => /[\p{L}\p{N}]/u.test(letter) && !STRANGE.includes(letter));
    const peer = createPeer(known.map((letter) => [`a${letter}b ${letter}`, '']));
    const wrong = known.filter(
      (letter, at) => toTokens(`a${letter}b ${letter}`).join(' ') !== peer.tokensOf(at).join(' '),
    );
    peer.close();

    expect(known.length).toBeGreaterThan(700);
    expect(wrong).toEqual([]);
  });

  it('when rows and query are any, then the same rows are found in the same order as by SQLite', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }), text, (rows, query) => {
        const peer = createPeer(rows);
        const expected = peer.search(query);
        peer.close();

        expect(new FullText(toRows(rows), [5, 1]).search(query, 100)).toEqual(expected);
      }),
    );
  });

  it('when the last word is only begun, then it is found; an earlier one must be whole', () => {
    const rows = new FullText([{ id: 'a', texts: ['The portrait of a gift'] }], [1]);

    expect([rows.search('port', 9), rows.search('portrait gi', 9), rows.search('port gift', 9)]).toEqual([
      ['a'],
      ['a'],
      [],
    ]);
  });

  it('when there is nothing to look in or to look for, then nothing is found', () => {
    expect(new FullText([], [1]).search('a', 9)).toEqual([]);
    expect(new FullText([{ id: 'a', texts: ['a'] }], [1]).search(' … ', 9)).toEqual([]);
    expect(new FullText([{ id: 'a', texts: ['a'] }], [1]).search('a', 0)).toEqual([]);
  });
});

describe('the search of a published site', () => {
  let served: ServedDataset;
  let site: DatasetReader;
  beforeAll(async () => {
    served = await serveDataset(undefined, '0.0.0.0');
    const files = await encodeSite(served.context);
    site = (await openSite((part) => Promise.resolve(files[part]))).reader;
  });
  afterAll(() => served.close());

  it('when any word of the shipped texts is looked for, whole, begun, or beside another, then it finds what the server’s store finds, in its order', async () => {
    const { reader, network } = served.context;
    const words = new Set<string>();
    for (const { id } of network.documents)
      for (const word of (await reader.findDocument(id))?.text?.split(/\s+/) ?? []) words.add(word);
    const all = [...words];
    const queries = all.flatMap((word, at) => [
      word,
      word.slice(0, 3).toUpperCase(),
      `${all[at - 1] ?? ''} ${word}`,
    ]);

    expect(queries.length).toBeGreaterThan(500);
    for (const query of queries) {
      expect(await site.searchClaims(query, 50), query).toEqual(await reader.searchClaims(query, 50));
      expect(await site.searchDocuments(query, 5), query).toEqual(await reader.searchDocuments(query, 5));
    }
  });
});
