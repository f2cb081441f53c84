import type { Report, Sentence, Token } from '../report.ts';

const NO_TOKEN: Token = { start: 0, end: 0, text: '', lower: '', pos: '', lemma: '' };
const NO_SENTENCE: Sentence = { start: 0, end: 0, index: 0, paragraph: 0, kind: 'prose', tokens: [] };

/** The token at a place; an empty one past either end, so that no step throws on any text. */
export const tokenAt = (tokens: readonly Token[], at: number): Token => tokens[at] ?? NO_TOKEN;

/** The sentence of a number; an empty one where the report has none. */
export const sentenceAt = (report: Report, index: number): Sentence => report.sentences[index] ?? NO_SENTENCE;
