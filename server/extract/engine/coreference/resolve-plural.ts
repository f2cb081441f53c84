import type { Mention, Sentence } from '../report.ts';
import { countryOf, type Discourse } from './discourse.ts';
import { REFERENCE_WORDS } from './reference-words.ts';
import { tokenAt } from '../names/token-at.ts';

const TOP = /president|minister|chancellor|king|leader|emir|secretary|premier|advis/;
const COUNT = /^(?:two|three|four|five|both)$/;

/** What a plural that names nobody stands for, and how many tokens it is. */
export interface Plural {
  readonly actors: readonly string[];
  readonly length: number;
}

/**
 * Who "the two leaders", "both countries", "the parties", "the presidents", "the two", "both" at a token are: those whom a
 * readout is about, their countries, or the last two named together. Undefined where the words are no such plural.
 */
export function resolvePlural(discourse: Discourse, s: Sentence, token: number): Plural | undefined {
  const { tokens } = s;
  const first = tokenAt(tokens, token).lower;
  if (
    first !== 'the' &&
    first !== 'both' &&
    first !== 'our' &&
    !(COUNT.test(first) && tokens[token - 1]?.lower !== 'the')
  )
    return undefined;
  let at = first === 'the' || first === 'our' ? token + 1 : token;
  let count = '';
  while (at < token + 3 && COUNT.test(tokens[at]?.lower ?? '')) count = tokenAt(tokens, at++).lower;
  const isCounted = count !== '';
  if (/^(?:world|state|national|global|respective)$/.test(tokens[at]?.lower ?? '') && isCounted) at += 1;
  const noun = tokens[at]?.lower ?? '';
  const length = at + 1 - token;
  const most = count === 'three' ? 3 : count === 'four' ? 4 : count === 'five' ? 5 : 2;
  const start = tokenAt(tokens, token).start;
  if (first !== 'the' && !isCounted && first !== 'our') return undefined;
  if (noun === 'heads' && tokens[at + 1]?.lower === 'of')
    return some(personsBefore(discourse, s, start, most), length + 2);
  const isDefined = tokens[at + 1]?.lower === 'of' || tokens[at + 1]?.lower === 'to';
  if (REFERENCE_WORDS.countries.has(noun) && (isCounted || !isDefined)) {
    if (
      first === 'our' &&
      !isCounted &&
      noun !== 'countries' &&
      noun !== 'nations' &&
      noun !== 'governments' &&
      noun !== 'peoples'
    )
      return undefined;
    return some(countriesBefore(discourse, s, start, most), length);
  }
  if (first === 'our') return undefined;
  if (REFERENCE_WORDS.sides.has(noun) && !isDefined && (isCounted || noun !== 'partners')) {
    const persons = personsBefore(discourse, s, start, most);
    const isReadout = discourse.report.isReadout;
    return some(
      [...(isReadout || persons.length === 2 ? persons : []), ...countriesBefore(discourse, s, start, most)],
      length,
    );
  }
  if (REFERENCE_WORDS.persons.has(noun) && !isDefined && (isCounted || discourse.report.isReadout))
    return some(personsBefore(discourse, s, start, most), length);
  const next = tokens[at];
  if (
    isCounted &&
    next &&
    (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV' || next.pos === 'PUNCT')
  )
    return some(pairBefore(discourse, s, start) ?? personsBefore(discourse, s, start, most), at - token);
  return undefined;
}

const some = (actors: readonly string[], length: number): Plural | undefined =>
  actors.length > 1 ? { actors: [...new Set(actors)], length } : undefined;

/** Who "her counterparts" or "his colleagues" at a token are: the others whom a readout is about. */
export function resolveCounterparts(
  discourse: Discourse,
  s: Sentence,
  token: number,
  whose: string,
): Plural | undefined {
  const { report } = discourse;
  if (
    !report.isReadout ||
    !/^(?:counterparts?|colleagues?|interlocutors?)$/.test(s.tokens[token + 1]?.lower ?? '')
  )
    return undefined;
  const actors = report.protagonists.filter((p) => p !== whose);
  return { actors, length: 2 };
}

/** Who "they" at a place are: the nearest of a group, of actors named together, or of the pair of a readout. */
export function resolveThey(discourse: Discourse, s: Sentence, at: number): readonly string[] {
  const { report } = discourse;
  const pair = pairBefore(discourse, s, at);
  let group: Mention | undefined;
  for (const m of discourse.recent(s.index, at, 1))
    if (
      discourse.actorOf(m).kind === 'group' &&
      (group === undefined || (discourse.isSubject(m) && !discourse.isSubject(group)))
    )
      group = m;
  if (group?.sentence === s.index) return [group.actor];
  if (report.isReadout && report.protagonists.length > 1) return pair ?? report.protagonists;
  if (group) return [group.actor];
  if (pair) return pair;
  for (const m of discourse.recent(s.index, at, 1))
    if (/^(?:organisation|country|media)$/.test(discourse.actorOf(m).kind) && discourse.isSubject(m))
      return [m.actor];
  return [];
}

/** The persons that "the leaders" are: of a readout; or the last of high office; or the last named together. */
function personsBefore(discourse: Discourse, s: Sentence, at: number, most: number): readonly string[] {
  const { report } = discourse;
  if (report.isReadout && report.protagonists.length > 1) return report.protagonists;
  const tops: string[] = [];
  const persons: string[] = [];
  for (const m of discourse.recent(s.index, at, 4)) {
    const actor = discourse.actorOf(m);
    if (actor.kind !== 'person') continue;
    if (!persons.includes(m.actor)) persons.push(m.actor);
    if (!tops.includes(m.actor) && actor.ties.some((t) => TOP.test(t.title))) tops.push(m.actor);
    if (tops.length === most) return tops;
  }
  return pairBefore(discourse, s, at) ?? persons.slice(0, most);
}

/** The countries that "both countries" are: those of the pair of a readout, or the last two named. */
export function countriesBefore(discourse: Discourse, s: Sentence, at: number, most = 2): readonly string[] {
  const { report } = discourse;
  const homes = new Set(
    report.protagonists.map((p) => countryOf(report, p)).filter((c): c is string => c !== undefined),
  );
  if (homes.size >= 2) return [...homes];
  const seen: string[] = [];
  for (const m of discourse.recent(s.index, at, 3)) {
    if (discourse.actorOf(m).kind === 'country' && !seen.includes(m.actor)) seen.push(m.actor);
    if (seen.length === most) break;
  }
  return seen;
}

/** The last two named together, "A and B", in this sentence or the two before. */
function pairBefore(discourse: Discourse, s: Sentence, at: number): readonly string[] | undefined {
  for (let k = s.index; k >= Math.max(0, s.index - 2); k -= 1) {
    const here = discourse
      .before(k, at)
      .filter((m) => /^(?:person|country|organisation)$/.test(discourse.actorOf(m).kind));
    for (let i = here.length - 1; i > 0; i -= 1) {
      const [a, b] = [here[i - 1], here[i]];
      if (!a || !b) continue;
      if (a.form === 'both' && b.form === 'both' && a.start === b.start && a.actor !== b.actor)
        return here.filter((m) => m.form === 'both' && m.start === a.start).map((m) => m.actor);
      const between = b.start - a.end < 40 ? discourse.report.text.slice(a.end, b.start).trim() : '';
      if (/^(?:,? ?\([^)]*\))?,? ?and\b/.test(between) && a.actor !== b.actor) return [a.actor, b.actor];
    }
  }
  return undefined;
}
