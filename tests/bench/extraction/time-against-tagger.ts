import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { extractClaims } from '../../../server/extract/engine/extract-claims.ts';
import { shippedModel } from '../../../server/extract/engine/scorer/shipped-model.ts';

/** Processor time, in milliseconds, of all reports in a round. */
export interface Times {
  readonly extractionMs: number;
  readonly taggerMs: number;
}

const ROUNDS = 7;

/**
 * How long the extraction of all texts takes, and how long wink-nlp alone takes to tokenise and tag them: of each the median
 * of seven rounds by turns, after one that does not count. Processor time, so that what else the machine does counts little.
 */
export function timeAgainstTagger(texts: readonly string[]): Times {
  const nlp = winkNLP(model, ['pos']);
  const shipped = shippedModel();
  const tag = (text: string): void => {
    const tokens = nlp.readDoc(text).tokens();
    tokens.out();
    // eslint-disable-next-line @typescript-eslint/unbound-method -- wink tells its functions by their identity
    tokens.out(nlp.its.pos);
  };
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    taggerMs: timeMs(texts, tag),
    extractionMs: timeMs(texts, (text) => void extractClaims(text, shipped)),
  })).slice(1);
  return {
    extractionMs: median(rounds.map(({ extractionMs }) => extractionMs)),
    taggerMs: median(rounds.map(({ taggerMs }) => taggerMs)),
  };
}

function timeMs(texts: readonly string[], run: (text: string) => void): number {
  const before = process.cpuUsage();
  texts.forEach(run);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
