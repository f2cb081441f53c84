import { tokenAt } from '../names/token-at.ts';
import type { Report, Sentence } from '../report.ts';
import type { MentionIndex } from './mention-index.ts';
import { toMention } from './to-mention.ts';

/** What a side of a dispute is called. */
const SIDE = /^(?:camp|bloc|wing|faction|movement|coalition|alliance|party)$/;
/** Endings in which the adjective of a side may differ: pan-democracy, pan-democratic, pan-democrats. */
const ENDING = 4;
const SHORTEST = 6;

/**
 * Finds the sides of a dispute where only their adjective stands: with "the pro-reform camp" named somewhere, "pro-reform
 * councillors" and "a pro-reformer" mean it too. Needs groups; one pass over the tokens for all sides together.
 */
export function findSides(report: Report, mentions: MentionIndex): void {
  const sides = sidesOf(report);
  if (sides.length === 0) return;
  for (const sentence of report.sentences)
    for (let at = 0; at < sentence.tokens.length; at += 1) {
      const to = endOfWord(sentence, at);
      const word = report.text
        .slice(tokenAt(sentence.tokens, at).start, tokenAt(sentence.tokens, to - 1).end)
        .toLowerCase();
      const side =
        word.length < SHORTEST ? undefined : sides.find(({ adjective }) => isSame(adjective, word));
      if (side && mentions.at(sentence.index, at)?.actor !== side.actor) {
        report.actors.get(side.actor)?.names.add(word);
        mentions.add(toMention(sentence, at, to, side.actor, 'group'));
      }
      at = to - 1;
    }
}

/** The sides that the report names, with their adjective; few, or it is about something else. */
function sidesOf(report: Report): { readonly adjective: string; readonly actor: string }[] {
  const sides = new Map<string, string>();
  for (const { form, actor, sentence, from, to } of report.mentions) {
    if (form !== 'group') continue;
    const tokens = report.sentences[sentence]?.tokens ?? [];
    const head = tokens.findIndex((token, at) => at >= from && at < to && SIDE.test(token.lower));
    if (head <= from) continue;
    const start = startOfWord(tokens, head - 1);
    const adjective = report.text
      .slice(tokenAt(tokens, start).start, tokenAt(tokens, head - 1).end)
      .toLowerCase();
    if (adjective.length >= SHORTEST && /^[\p{L}-]+$/u.test(adjective) && !sides.has(adjective))
      sides.set(adjective, actor);
  }
  return [...sides].slice(0, 12).map(([adjective, actor]) => ({ adjective, actor }));
}

/** Where the word that ends at a token begins, what is cut at its hyphens put together again. */
function startOfWord(tokens: Sentence['tokens'], last: number): number {
  let at = last;
  while (
    at >= 2 &&
    tokenAt(tokens, at - 1).text === '-' &&
    tokenAt(tokens, at - 1).end === tokenAt(tokens, at).start
  )
    at -= 2;
  return at;
}

/** The token after the word that begins at a token. */
function endOfWord({ tokens }: Sentence, from: number): number {
  let to = from + 1;
  while (
    tokens[to]?.text === '-' &&
    tokens[to]?.start === tokenAt(tokens, to - 1).end &&
    tokens[to + 1]?.start === tokenAt(tokens, to).end
  )
    to += 2;
  return to;
}

/** Whether two words differ in no more than their endings. */
function isSame(adjective: string, word: string): boolean {
  if (adjective === word) return true;
  let same = 0;
  while (same < adjective.length && adjective[same] === word[same]) same += 1;
  return (
    same >= SHORTEST &&
    Math.max(adjective.length, word.length) - same <= ENDING &&
    word.length - same <= ENDING
  );
}
