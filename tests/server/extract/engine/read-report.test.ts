import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../server/extract/engine/read-report.ts';

/** Read in a second; in minutes where any step takes time by the square of a run. */
const LENGTH = 60_000;

describe('reading a report', () => {
  it.each(['*', 'A', 'a-', 'A-', '.', 'a.', "'", '_', 'a/', '#a'])(
    'when %j is repeated without a space, then the sentences round it are read all the same',
    (piece) => {
      const run = piece.repeat(LENGTH / piece.length);
      const { sentences, text } = readReport(`France thanked Chile.\n${run}\nNorway thanked Peru.`);
      const first = sentences[0]?.tokens.map(({ text: word, pos }) => [word, pos]);
      expect(first).toContainEqual(['thanked', 'VERB']);
      const last = sentences.at(-1);
      expect(text.slice(last?.start, last?.end)).toBe('Norway thanked Peru.');
      expect(last?.tokens.find(({ text: word }) => word === 'thanked')).toMatchObject({
        ...{ pos: 'VERB', lemma: 'thank' },
      });
    },
    20_000,
  );
});
