import type { Mention, Report, Token } from '../report.ts';
import { tokenAt } from '../names/token-at.ts';

const PREPOSITION =
  /^(?:of|to|with|in|for|by|from|on|against|between|at|'s|about|toward|towards|than|under|over|near|via|through|into|among|within|like|including|without)$/;
const TITLE_WORD =
  /^(?:the|an?|his|her|its|their|our|president|vice|deputy|prime|foreign|defen[cs]e|minister|chancellor|federal|secretary|general|king|emir|mr\.?|mrs\.?|ms\.?|dr\.?|leader|us|u\.s\.|former|acting|national|security|advisor|adviser|senator|sen\.|gen\.|state|leaders|both)$/;
/** How far after a mention its verb may stand, appositions and brackets aside. */
const REACH = 5;
const APPOSITION = 14;

/** Whether a mention is the subject of the verb after it: no preposition governs it, and a verb follows. */
export function isSubject(doc: Report, m: Mention): boolean {
  const tokens = doc.sentences[m.sentence]?.tokens ?? [];
  let before = m.from - 1;
  while (before >= 0 && m.from - before < 7 && TITLE_WORD.test(tokenAt(tokens, before).lower)) before -= 1;
  if (before >= 0 && PREPOSITION.test(tokenAt(tokens, before).lower)) return false;
  const verb = verbAfter(tokens, m.to);
  return verb !== undefined;
}

/** The token index of the first verb of what a mention ending at `from` is the subject of, if one follows. */
export function verbAfter(tokens: readonly Token[], from: number): number | undefined {
  let i = from;
  for (let steps = 0; steps < REACH; steps += 1) {
    const t = tokens[i];
    if (!t) return undefined;
    if (t.pos === 'VERB' || t.pos === 'AUX') return i;
    if (t.text === '(' || t.text === '[') i = closing(tokens, i, t.text === '(' ? ')' : ']');
    else if (t.text === ',' || t.text === '—' || t.text === '–') {
      const end = closing(tokens, i, t.text);
      const next = tokens[end];
      if (end === i + 1) return /^(?:who|which)$/.test(next?.lower ?? '') ? end + 1 : undefined;
      if (next && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV')) i = end;
      else return undefined;
    } else if (t.pos === 'ADV' || /^(?:who|both|all|each|also|jr\.?|sr\.?)$/.test(t.lower)) i += 1;
    else if (t.lower === 'and' || t.lower === '&') {
      i += 1;
      const start = i;
      while (
        i - start < 7 &&
        tokens[i] &&
        (/^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokenAt(tokens, i).pos) ||
          /^\p{Lu}/u.test(tokenAt(tokens, i).text))
      )
        i += 1;
      if (i === start) return undefined;
    } else return undefined;
  }
  return undefined;
}

function closing(tokens: readonly Token[], from: number, mark: string): number {
  for (let i = from + 1; i < Math.min(tokens.length, from + APPOSITION); i += 1)
    if (tokenAt(tokens, i).text === mark) return i + 1;
  return from + 1;
}
