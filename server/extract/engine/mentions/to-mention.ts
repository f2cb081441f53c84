import { tokenAt } from '../names/token-at.ts';
import type { Mention, MentionForm, Sentence } from '../report.ts';

/** An actor's mention by the tokens `from` to `to` (exclusive) of a sentence. */
export function toMention(
  { index, tokens }: Sentence,
  from: number,
  to: number,
  actor: string,
  form: MentionForm,
): Mention {
  const [start, end] = [tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end];
  return { sentence: index, from, to, start, end, actor, form };
}
