import { sentenceOf, type Gold } from '../../../server/extract/engine/scorer/gold.ts';
import type { ExtractJson } from '../../../server/extract/engine/to-extract-json.ts';

/**
 * The peer: given the reader's own actors, every pair that one sentence names, in the order of the text, as "consults".
 * It says how far co-occurrence alone gets when nobody has to find the actors.
 */
export function linkPairs(text: string, gold: Gold): ExtractJson {
  const actors = gold.actors.map(({ id, name, kind, mentions = [] }) => ({
    id,
    name,
    kind,
    aliases: [],
    mentions,
  }));
  const places = actors.flatMap(({ id, name, mentions }) =>
    [...new Set([name, ...mentions])].flatMap((words) =>
      placesOf(text, words).map((start) => ({ id, start, end: start + words.length })),
    ),
  );
  const seen = new Set<string>();
  const claims = places
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap((first, k) => {
      const [, end] = sentenceOf(text, first);
      const pairs: ExtractJson['claims'][number][] = [];
      for (const second of places.slice(k + 1, k + 200)) {
        if (second.start >= end) break;
        const key = `${end} ${[first.id, second.id].sort().join(' ')}`;
        if (second.id === first.id || seen.has(key)) continue;
        seen.add(key);
        pairs.push({
          subject: first.id,
          object: second.id,
          type: 'consults',
          label: 'with',
          stance: 'neutral',
          modality: 'asserted',
          speaker: null,
          start: first.start,
          end: Math.max(first.end, second.end),
          certainty: 1,
          reason: 'both in one sentence',
        });
      }
      return pairs;
    });
  return { actors, claims };
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  if (words.length < 2) return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const isWord = !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + words.length] ?? '');
    if (isWord) places.push(at);
  }
  return places;
}
