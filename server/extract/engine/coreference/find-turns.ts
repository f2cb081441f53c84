import type { Report } from '../report.ts';
import { isCap } from '../names/find-names.ts';

/** Whose word each sentence is, in an interview or a meeting set down turn by turn. */
export function findTurns(doc: Report): void {
  let speaker: string | null = null;
  let other: string | null = null;
  let paragraph = -1;
  let isTurn = false;
  for (const s of doc.sentences) {
    if (s.paragraph !== paragraph) {
      paragraph = s.paragraph;
      const colon = s.tokens.findIndex((t, i) => i < 14 && t.text === ':');
      if (colon > 0) {
        const who = doc.mentions
          .filter(
            (m) => m.sentence === s.index && m.to <= colon && doc.actors.get(m.actor)?.kind === 'person',
          )
          .at(-1);
        const direct = who && (colon - who.to <= 1 || s.tokens[who.to]?.text === '(');
        if (
          who &&
          direct &&
          s.tokens.slice(0, who.from).every((t) => isCap(t) || /^(of|the|for|and|['’]s|,|-)$/.test(t.lower))
        ) {
          if (who.actor !== speaker) {
            other = speaker ?? doc.protagonists.find((p) => p !== who.actor) ?? null;
            speaker = who.actor;
          }
          isTurn = true;
        } else if (/^(question|remark|reporter|answer|q)$/.test(s.tokens[0]!.lower)) {
          other = speaker;
          speaker = null;
          isTurn = true;
        }
      }
    }
    doc.turns[s.index] = { speaker: isTurn ? speaker : null, to: isTurn ? other : null, isTurn };
  }
}
