import type { Mention, Report, Sentence } from '../report.ts';
import { isSubject, verbAfter } from '../syntax/is-subject.ts';
import { REFERENCE_WORDS } from './reference-words.ts';
import { tokenAt } from '../names/token-at.ts';

/** One who is said to speak in a sentence: the verb, and whether it stands before what is said ("X said that"). */
export interface Sayer {
  readonly mention: Mention;
  /** Token index of the verb of saying or of "according". */
  readonly verb: number;
  readonly word: string;
  /** `says` reports words, `voices` an attitude; `source` is "according to X". */
  readonly kind: 'says' | 'voices' | 'source';
  readonly isBefore: boolean;
}

/** No sentence has more sayers: what has is a list or no text. */
const MOST = 40;

/** Who is the subject of a verb of saying or of voicing, or the source named, in a sentence with the mentions given. */
export function findSayers(doc: Report, s: Sentence, mentions: readonly Mention[]): Sayer[] {
  const sayers: Sayer[] = [];
  for (const mention of mentions) {
    if (mention.to <= mention.from || doc.actors.get(mention.actor)?.kind === 'place') continue;
    const sayer = sayerOf(doc, s, mention);
    if (sayer) sayers.push(sayer);
    if (sayers.length === MOST) break;
  }
  return sayers;
}

function sayerOf(doc: Report, s: Sentence, mention: Mention): Sayer | undefined {
  const { tokens } = s;
  let before = mention.from - 1;
  while (
    before > 0 &&
    mention.from - before < 7 &&
    /^\p{Lu}|^the$/u.test(tokenAt(tokens, before).text) &&
    !/^(?:NOUN|VERB)$/.test(tokenAt(tokens, before).pos)
  )
    before -= 1;
  const [p1, p2] = [tokens[before]?.lower ?? '', tokens[before - 1]?.lower ?? ''];
  if (p1 === 'to' && p2 === 'according')
    return { mention, verb: before, word: 'according', kind: 'source', isBefore: before < 2 };
  if (
    /^(?:said|says|added|stated|noted|told|explained|wrote)$/.test(p1) &&
    before > 0 &&
    /^(?:[,"”']|''|.*[,"”])$/.test(tokenAt(tokens, before - 1).text)
  )
    return { mention, verb: before, word: p1, kind: 'says', isBefore: false };
  if (!isSubject(doc, mention)) return undefined;
  let verb = verbAfter(tokens, mention.to);
  if (verb === undefined) return undefined;
  for (
    let steps = 0;
    steps < 4 && /^(?:AUX|ADV|PART)$/.test(tokenAt(tokens, verb).pos) && tokens[verb + 1];
    steps += 1
  ) {
    if (isSaying(tokenAt(tokens, verb).lower)) break;
    verb += 1;
  }
  const word = tokenAt(tokens, verb).lower;
  if (!isSaying(word)) return undefined;
  return { mention, verb, word, kind: REFERENCE_WORDS.say.has(word) ? 'says' : 'voices', isBefore: true };
}

const isSaying = (word: string): boolean => REFERENCE_WORDS.say.has(word) || REFERENCE_WORDS.voice.has(word);

/** Whether a mention is the subject of a verb of saying. */
export function saysVerb(doc: Report, m: Mention): boolean {
  const s = doc.sentences[m.sentence];
  return s !== undefined && findSayers(doc, s, [m]).length > 0;
}
