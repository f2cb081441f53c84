import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

/** What of a text stands for the actor of some words. */
function wordsFor(text: string, id: string): string[] {
  return readReport(text)
    .mentions.filter(({ actor }) => actor === id)
    .map(({ start, end }) => text.slice(start, end));
}

describe('findSides', () => {
  it('when a side is named in full somewhere, then its adjective alone means it, whatever its ending', () => {
    const text =
      'The pan-reformist camp won in Oslo. Two pan-reformist councillors, Anna Berg and John Dale, kept their seats, and a third pan-reformists lost his.';
    expect(wordsFor(text, 'pan-reformist-camp')).toEqual([
      'The pan-reformist camp',
      'pan-reformist',
      'pan-reformists',
    ]);
  });

  it('when no side is named, then adjectives mean nobody', () => {
    const text = 'Two pan-reformist councillors, Anna Berg and John Dale, kept their seats.';
    expect(readReport(text).actors.has('pan-reformist-camp')).toBe(false);
  });
});
