import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toClaims } from '../../../graph-data/formats/dataset/to-claims.ts';
import { toFullTextQuery } from '../../../server/store/full-text-query.ts';
import { sha256Hex } from '../../../server/store/sha256-hex.ts';
import type { StoreReader } from '../../../server/store/store.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { openTemporaryStore, STAMP } from './temporary-store.ts';

const dataset = parseSmallDataset();
const [retold, met, trusts, doubts] = toClaims(dataset, sha256Hex).map(({ id }) => id);

async function openReader(): Promise<StoreReader> {
  const store = await openTemporaryStore();
  await store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
  return store.reader;
}

describe('search over claims', () => {
  it.each([
    ['one word', 'trusts', [trusts]],
    ['the beginning of a word', 'trus', [trusts]],
    ['the beginning of a word that is not the last', 'trus ana', []],
    ['all words, in any order', 'malaga bo', [retold, met]],
    ['a word no sentence holds', 'trusts malaga', []],
    ['a word without its accent', 'malaga', [retold, met]],
    ['a word with its accent in two characters', 'Ma\u0301laga', [retold, met]],
    ['another case', 'CY DOUBTS', [doubts]],
    ['no word', ' "?!" * ', []],
    ['nothing', '', []],
    ['an operator', 'trusts OR doubts', []],
    ['a column filter', 'label:trusts', []],
    ['a minus', '-trusts', [trusts]],
    ['a quotation mark within', 'tru"sts', []],
    ['a NUL between', 'ana\0trusts', [trusts]],
    ['half a character', 'trusts \uD83D', [trusts]],
  ])('when the query is %s, then finds what it should', async (_what, query, expected) => {
    const found = await (await openReader()).searchClaims(query, 10);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('when more match than asked for, then gives the best, and the same ones again', async () => {
    const reader = await openReader();
    const all = await reader.searchClaims('ana', 10);
    expect(all).toHaveLength(3);
    expect(await reader.searchClaims('ana', 2)).toEqual(all.slice(0, 2));
    expect(await reader.searchClaims('ana', 0)).toEqual([]);
  });

  it('when the query is anything at all, then is never an error', async () => {
    const reader = await openReader();
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '""',
        '*',
        '^',
        'AND',
        'OR',
        'NOT',
        'NEAR(a b, 2)',
        '(',
        ')',
        '{',
        '}',
        ':',
        '-',
        '+',
        '\0',
        '\uD800',
        '\uDFFF',
        'sentence : x',
        "'",
        ';--',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' '), async (pieces, glue) => {
        const query = pieces.join(glue);
        expect(await reader.searchClaims(query, 5)).toBeInstanceOf(Array);
        expect(await reader.searchDocuments(query, 5)).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  it('when the query is endless, then only its first 64 words count', () => {
    const words = Array.from({ length: 100_000 }, (_, at) => `w${at}`);
    expect(toFullTextQuery(words.join(' '))).toBe(toFullTextQuery(words.slice(0, 64).join(' ')));
  });
});

describe('search over documents', () => {
  it.each([
    ['a word of the title', 'retold', ['another']],
    ['a word of the publisher', 'daily', ['first']],
    ['a word of the text', 'doubts', ['first']],
    ['words of title and text', 'meeting corporation', ['another', 'first']],
  ])('when the query is %s, then finds the documents', async (_what, query, expected) => {
    const found = await (await openReader()).searchDocuments(query, 10);
    expect([...found].sort()).toEqual(expected);
  });

  it('when one has the word in its title, then comes before one that has it in its text', async () => {
    expect((await (await openReader()).searchDocuments('malaga', 10))[0]).toBe('first');
  });
});
