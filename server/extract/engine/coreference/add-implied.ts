import type { Mention, MentionForm, Report, Sentence } from '../report.ts';
import { isSubject } from '../syntax/is-subject.ts';
import { countryOf, ensureCountry } from './discourse.ts';
import { REFERENCE_WORDS } from './reference-words.ts';

/**
 * Adds the actors that a sentence leaves unsaid: of a readout the two that it is about where one of them or neither is
 * named, and their countries where it speaks of their relations; of a turn who speaks and to whom; of a statement whose it
 * is. Such a mention has no tokens.
 */
export function addImplied(doc: Report): void {
  const bySentence = Map.groupBy(doc.mentions, (m) => m.sentence);
  const homes = [...new Set(doc.protagonists.map((p) => countryOf(doc, p)))].filter((c) => c !== undefined);
  const implied: Mention[] = [];
  for (const s of doc.sentences) {
    const here = bySentence.get(s.index) ?? [];
    const has = new Set(here.map((m) => m.actor));
    const put = (actor: string | null | undefined, form: MentionForm): void => {
      if (actor === null || actor === undefined || has.has(actor)) return;
      has.add(actor);
      if (homes.includes(actor)) ensureCountry(doc, actor);
      implied.push({ sentence: s.index, from: 0, to: 0, start: s.start, end: s.start, actor, form });
    };
    const turn = doc.turns[s.index];
    if (turn?.isTurn) {
      put(turn.speaker, 'implied');
      put(turn.to, 'implied');
      if (homes.length > 1 && isBilateral(s)) for (const c of homes) put(c, 'pair');
    } else if (doc.isReadout && (s.kind === 'prose' || s.index === 0)) {
      if (leavesPersonsUnsaid(doc, here)) for (const p of doc.protagonists) put(p, 'pair');
      if (homes.length > 1 && isBilateral(s)) for (const c of homes) put(c, 'pair');
    } else if (doc.voice !== null && isEvaluation(s, here)) put(doc.voice, 'implied');
  }
  doc.mentions = doc.mentions.concat(implied);
}

/** Nobody of the two is named, or one is, who says or does something to the other. */
function leavesPersonsUnsaid(doc: Report, here: readonly Mention[]): boolean {
  const named = here.filter((m) => doc.protagonists.includes(m.actor));
  return named.length === 0 || named.some((m) => isSubject(doc, m));
}

const isBilateral = (s: Sentence): boolean => s.tokens.some((t) => REFERENCE_WORDS.bilateral.has(t.lower));

/** Nobody else speaks in it and few are named: the voice's own view of another. */
const isEvaluation = (s: Sentence, here: readonly Mention[]): boolean =>
  s.index > 0 && new Set(here.map((m) => m.actor)).size <= 4 && here.length > 0;
