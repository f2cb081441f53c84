import type { Mention, Report } from '../report.ts';
import type { Quote } from '../text/find-quotes.ts';
import { findSayers, type Sayer } from './says.ts';
import { sentenceAt } from '../names/token-at.ts';

/** A quotation of fewer characters is a word that is pointed at, not a speech of its own. */
const SPEECH = 25;

/**
 * Whose words each quotation is: who is said to speak in the sentences it begins or ends in, outside it; else in the
 * sentence before or after; else whose the quotation before it in the same paragraph is. Those without are left out.
 */
export function speakerOfQuotes(doc: Report, quotes: readonly Quote[]): Map<Quote, string> {
  const speakers = new Map<Quote, string>();
  const bySentence = Map.groupBy(doc.mentions, (m) => m.sentence);
  const sayers = new Map<number, Sayer[]>();
  const sayersOf = (k: number): readonly Sayer[] => {
    let list = sayers.get(k);
    const s = doc.sentences[k];
    if (!list) sayers.set(k, (list = s ? findSayers(doc, s, bySentence.get(k) ?? []) : []));
    return list;
  };
  let first = 0;
  let before: { speaker: string; paragraph: number } | undefined;
  for (const quote of quotes) {
    if (quote.depth > 0) continue;
    while (first + 1 < doc.sentences.length && sentenceAt(doc, first).end <= quote.start) first += 1;
    let last = first;
    while (last + 1 < doc.sentences.length && sentenceAt(doc, last + 1).start < quote.end) last += 1;
    const isOutside = (m: Mention): boolean => m.end <= quote.start || m.start >= quote.end;
    const near = (k: number): string | undefined =>
      sayersOf(k)
        .filter((y) => y.kind !== 'voices' || quote.end - quote.start < SPEECH * 4)
        .filter((y) => isOutside(y.mention))
        .map((y) => ({
          y,
          gap: Math.min(Math.abs(y.mention.end - quote.start), Math.abs(y.mention.start - quote.end)),
        }))
        .sort((a, b) => a.gap - b.gap)[0]?.y.mention.actor;
    const paragraph = doc.sentences[first]?.paragraph ?? -1;
    const isSpeech = quote.end - quote.start >= SPEECH;
    const speaker =
      near(first) ??
      near(last) ??
      (isSpeech && before?.paragraph === paragraph ? before.speaker : undefined) ??
      (isSpeech ? (near(first - 1) ?? near(last + 1)) : undefined);
    if (speaker === undefined) continue;
    speakers.set(quote, speaker);
    before = { speaker, paragraph: doc.sentences[last]?.paragraph ?? paragraph };
  }
  return speakers;
}
