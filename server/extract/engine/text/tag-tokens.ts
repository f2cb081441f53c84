import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { ItsFunction } from 'wink-nlp';
import type { Token } from '../report.ts';

const nlp = winkNLP(model, ['pos']);
const { its } = nlp;
/** How far on wink's next token may begin: it drops no more than spaces. */
const MOST_SKIPPED = 40;
/** No word is so long. Wink takes time by the square of a run without a space, so that a page of asterisks would hold it for minutes. */
const LONGEST_RUN = 200;
const LONG_RUN = new RegExp(`(\\S{${LONGEST_RUN}})\\S`, 'g');

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether white space, or nothing, stands at a place. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 128) return false;
  return at >= text.length || /\s/.test(text.charAt(at));
}

/**
 * Gives each token the part of speech and lemma of wink's token at its offset; numbers are NUM. Linear in the text: what has
 * no space for long is cut for wink, and what it says of the pieces is taken for the whole.
 */
export function tagTokens(text: string, tokens: readonly Token[]): void {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return;
  const slice = text.slice(first.start, last.end).replace(LONG_RUN, '$1 ');
  const theirs = nlp.readDoc(slice).tokens();
  const values: string[] = theirs.out();
  /* eslint-disable @typescript-eslint/unbound-method -- wink tells its functions by their identity and calls them itself */
  const tags: string[] = theirs.out(its.pos);
  const lemmas: string[] = theirs.out(its.lemma as ItsFunction<string>);
  /* eslint-enable @typescript-eslint/unbound-method */
  const found: { readonly start: number; readonly at: number }[] = [];
  let from = 0;
  values.forEach((value, at) => {
    if (isSpace(value, 0) && value.trim() === '') return;
    while (from < slice.length && isSpace(slice, from)) from += 1;
    const start = slice.startsWith(value, from)
      ? 0
      : slice.slice(from, from + MOST_SKIPPED + value.length).indexOf(value);
    if (start < 0) return;
    found.push({ start: first.start + from + start, at });
    from += start + value.length;
  });
  let i = 0;
  for (const token of tokens) {
    while ((found[i + 1]?.start ?? Infinity) <= token.start) i += 1;
    const their = found[i];
    token.pos = isDigit(token.text.charCodeAt(0)) ? 'NUM' : ((their && tags[their.at]) ?? '');
    const isSame = their?.start === token.start && values[their.at] === token.text;
    token.lemma = ((isSame && lemmas[their.at]) || token.lower).toLowerCase();
  }
}
