import type { Mention, Report, Sentence } from '../report.ts';
import { REFERENCE_WORDS } from './reference-words.ts';
import { tokenAt } from '../names/token-at.ts';

/** A turn opens with a name and a colon within so many tokens. */
const LABEL = 24;

/** Fills in whose word each sentence is, in an interview or a meeting set down turn by turn, and to whom. */
export function findTurns(doc: Report): void {
  const bySentence = Map.groupBy(doc.mentions, (m) => m.sentence);
  const crowd = findCrowd(doc);
  let speaker: string | null = null;
  let other: string | null = null;
  let paragraph = -1;
  let isTurn = false;
  for (const s of doc.sentences) {
    if (s.paragraph !== paragraph) {
      paragraph = s.paragraph;
      const label = labelOf(doc, s, bySentence.get(s.index) ?? []);
      if (label !== undefined) {
        const next: string | null = label ?? crowd;
        if (next !== speaker) {
          other = speaker ?? doc.protagonists.find((p) => p !== next) ?? crowd;
          speaker = next;
        }
        isTurn = true;
      }
    }
    doc.turns[s.index] = { speaker: isTurn ? speaker : null, to: isTurn ? other : null, isTurn };
  }
}

/** Who the first words of a paragraph say will speak: a person, null for one unnamed, undefined where it is no turn. */
function labelOf(doc: Report, s: Sentence, mentions: readonly Mention[]): string | null | undefined {
  const colon = s.tokens.slice(0, LABEL).findIndex((t) => t.text === ':');
  if (colon < 1) return undefined;
  if (colon < 3 && REFERENCE_WORDS.turnLabels.has(tokenAt(s.tokens, 0).lower)) return null;
  const who = mentions.filter((m) => m.to <= colon && doc.actors.get(m.actor)?.kind === 'person').at(-1);
  if (!who) return undefined;
  const isNext = colon === who.to || /^[(,]$/.test(s.tokens[who.to]?.text ?? '');
  const isOnlyTitle = s.tokens
    .slice(0, who.from)
    .every((t) => /^\p{Lu}/u.test(t.text) || /^(?:of|the|for|and|'s|,|-)$/.test(t.lower));
  return isNext && isOnlyTitle ? who.actor : undefined;
}

/** The group that a conversation is with, if it is with one: whose words are those of nobody named. */
function findCrowd(doc: Report): string | null {
  return doc.mentions.find((m) => m.sentence < 2 && doc.actors.get(m.actor)?.kind === 'group')?.actor ?? null;
}
