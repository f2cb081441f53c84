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

/** A text with a space in place of every character that ends a run so long. */
function cutLongRuns(text: string): string {
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    // a space of another kind counts as a letter here: where it misleads, there is a look for nothing
    run = text.charCodeAt(at) <= 32 ? 0 : run + 1;
    if (run > LONGEST_RUN) return text.replace(LONG_RUN, '$1 ');
  }
  return text;
}

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
  const slice = cutLongRuns(text.slice(first.start, last.end));
  const theirs = nlp.readDoc(slice).tokens();
  const values: string[] = theirs.out();
  /* eslint-disable @typescript-eslint/unbound-method -- wink tells its functions by their identity and calls them itself */
  const tags: string[] = theirs.out(its.pos);
  const lemmas: string[] = theirs.out(its.lemma as ItsFunction<string>);
  /* eslint-enable @typescript-eslint/unbound-method */
  const starts = new Int32Array(values.length);
  const places = new Int32Array(values.length);
  let count = 0;
  let from = 0;
  values.forEach((value, at) => {
    if (isSpace(value, 0) && value.trim() === '') return;
    while (from < slice.length && isSpace(slice, from)) from += 1;
    const start = slice.startsWith(value, from)
      ? 0
      : slice.slice(from, from + MOST_SKIPPED + value.length).indexOf(value);
    if (start < 0) return;
    starts[count] = first.start + from + start;
    places[count] = at;
    count += 1;
    from += start + value.length;
  });
  let i = 0;
  for (const token of tokens) {
    while (i + 1 < count && (starts[i + 1] ?? 0) <= token.start) i += 1;
    const at = i < count ? (places[i] ?? -1) : -1;
    token.pos = isDigit(token.text.charCodeAt(0)) ? 'NUM' : (tags[at] ?? '');
    const isSame = starts[i] === token.start && values[at] === token.text;
    const lemma = isSame ? lemmas[at] : undefined;
    token.lemma = lemma ? lemma.toLowerCase() : token.lower;
  }
}
