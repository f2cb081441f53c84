import type { Mention, Sentence } from '../report.ts';
import type { Discourse } from './discourse.ts';
import { tokenAt } from '../names/token-at.ts';

const PRONOUNS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...(['he', 'him', 'his', 'himself'] as const).map((word) => [word, 'm'] as const),
  ...(['she', 'her', 'hers', 'herself'] as const).map((word) => [word, 'f'] as const),
]);
/** So many sentences back a person may be meant. */
const BACK = 4;

/** `m` for he, him, his, `f` for she, her, undefined for other words. */
export const genderOfPronoun = (word: string): 'm' | 'f' | undefined => PRONOUNS.get(word);

/**
 * Who "he" or "she" at a token is: of the persons of fitting gender named before, the one that recency, subjecthood and
 * weight in the report speak for. `not` are those whom it cannot mean: who speaks or is spoken to.
 */
export function resolvePerson(
  discourse: Discourse,
  s: Sentence,
  token: number,
  not: readonly (string | null | undefined)[],
): string | undefined {
  const { report } = discourse;
  const t = tokenAt(s.tokens, token);
  const gender = genderOfPronoun(t.lower) ?? '';
  const isSubject = t.lower === 'he' || t.lower === 'she';
  let best: Mention | undefined;
  let most = -Infinity;
  const scored = new Map<string, number>();
  for (const m of discourse.recent(s.index, t.start, BACK)) {
    const actor = discourse.actorOf(m);
    if (actor.kind !== 'person' || not.includes(m.actor)) continue;
    if (actor.gender !== '' && actor.gender !== gender) continue;
    const distance = s.index - m.sentence;
    const score =
      (distance === 0 ? 3 : distance === 1 ? 2 : distance === 2 ? 0.8 : 0) +
      (discourse.isSubject(m) ? (distance === 0 && !isSubject ? 1.2 : distance === 0 ? 0.8 : 1.6) : 0) +
      (m.form === 'pronoun' ? 0.4 : 0) +
      (m.isInside === true ? -1 : 0) +
      (actor.gender === gender ? 0.6 : 0) +
      (report.protagonists.includes(m.actor) ? 0.4 : 0) +
      Math.min(1, actor.count / 8) +
      (scored.has(m.actor) ? 0.2 : 0);
    scored.set(m.actor, score);
    if (score > most) {
      most = score;
      best = m;
    }
  }
  return best?.actor;
}

/**
 * Learns who is "he" and who is "she": by given names first, then from the pronouns near which only one person of unknown
 * gender is named.
 */
export function learnGenders(discourse: Discourse, genderOfName: (name: string) => 'm' | 'f' | ''): void {
  const { report } = discourse;
  for (const actor of report.actors.values()) {
    if (actor.kind !== 'person' || actor.gender !== '') continue;
    for (const name of [actor.name, ...actor.names]) actor.gender ||= genderOfName(name);
  }
  const votes = new Map<string, number>();
  for (const s of report.sentences) {
    for (const t of s.tokens) {
      const gender = genderOfPronoun(t.lower);
      if (gender === undefined) continue;
      const persons = new Set<string>();
      for (const m of discourse.recent(s.index, t.start, 1)) {
        const actor = discourse.actorOf(m);
        if (actor.kind === 'person' && (actor.gender === '' || actor.gender === gender)) persons.add(m.actor);
      }
      const [only] = persons;
      if (persons.size === 1 && only !== undefined)
        votes.set(only, (votes.get(only) ?? 0) + (gender === 'm' ? 1 : -1));
    }
  }
  for (const [id, vote] of votes) {
    const actor = report.actors.get(id);
    if (actor?.gender === '' && vote !== 0) actor.gender = vote > 0 ? 'm' : 'f';
  }
}
