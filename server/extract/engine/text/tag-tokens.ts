import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { Token } from '../report.ts';
const nlp = winkNLP(model as never, ['sbd', 'pos']);
const its = nlp.its;
/** Gives each token wink's part of speech and lemma, aligned by offset. */
export function tagTokens(text: string, tokens: Token[]): void {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return;
  const slice = text.slice(first.start, last.end);
  const doc = nlp.readDoc(slice);
  const values = doc.tokens().out() as string[];
  const pos = doc.tokens().out(its.pos as never) as string[];
  const lemma = doc.tokens().out(its.lemma as never) as string[];
  let at = 0;
  let i = 0;
  const found: [number, number][] = [];
  values.forEach((value, k) => {
    if (value.trim() === '') return;
    const where = slice.indexOf(value, at);
    if (where < 0 || where > at + 40) return;
    found.push([first.start + where, k]);
    at = where + value.length;
  });
  for (const token of tokens) {
    while (i + 1 < found.length && found[i + 1]![0] <= token.start) i += 1;
    const k = found[i]?.[1] ?? 0;
    token.pos = pos[k] ?? '';
    token.lemma = (
      found[i]?.[0] === token.start && values[k] === token.text ? (lemma[k] ?? token.lower) : token.lower
    ).toLowerCase();
    if (/^\d/.test(token.text)) token.pos = 'NUM';
  }
}
