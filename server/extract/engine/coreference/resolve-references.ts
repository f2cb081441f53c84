import { toMention } from '../mentions/to-mention.ts';
import type { Mention, MentionForm, Report, Sentence } from '../report.ts';
import { speakerOfQuotes } from './speaker-of-quotes.ts';
import { quoteFinder, quotesOf } from '../text/find-quotes.ts';
import { addImplied } from './add-implied.ts';
import { countryOf, ensureCountry, openDiscourse, type Discourse } from './discourse.ts';
import { HOMES, REFERENCE_WORDS, genderOfName } from './reference-words.ts';
import { genderOfPronoun, learnGenders, resolvePerson } from './resolve-person.ts';
import { countriesBefore, resolveCounterparts, resolvePlural, resolveThey } from './resolve-plural.ts';
import { noteHeads, resolveDefinite, resolveIt, type Heads } from './resolve-thing.ts';
import { tokenAt } from '../names/token-at.ts';

const COUNTRIES_OF_HOMES: ReadonlySet<string> = new Set(HOMES.values());
const I = /^(?:my|me|myself|mine)$/;
const WE = /^(?:we|our|us|ours|ourselves)$/;
const YOU = /^(?:you|your|yours|yourself|yourselves)$/;
/** Words with which what stands for an actor may begin; whatever begins otherwise stands for nobody. */
const BEGINNINGS = new Set(
  [
    'he him his himself she her hers herself it its itself they them their themselves',
    'i my me myself mine we our us ours ourselves you your yours yourself yourselves',
    'the this that both two three four five',
    ...REFERENCE_WORDS.turnTitles,
  ].flatMap((words) => words.split(' ')),
);

/**
 * Adds a mention for each word that stands for actors named elsewhere: he, she, they, it; I, we and you by whose word it is;
 * "the two leaders", "both countries", "the church"; and for what readouts and statements leave unsaid. One pass, each word
 * looking at a bounded number of mentions before it.
 */
export function resolveReferences(doc: Report): void {
  const discourse = openDiscourse(doc);
  learnGenders(discourse, genderOfName);
  const quotes = quotesOf(doc);
  const quoteAt = quoteFinder(quotes);
  const speakers = speakerOfQuotes(doc, quotes);
  const heads: Heads = new Map();
  for (const s of doc.sentences) {
    for (let i = 0; i < s.tokens.length; i += 1) {
      const t = tokenAt(s.tokens, i);
      if (!BEGINNINGS.has(t.lower)) continue;
      const quote = quoteAt(t.start);
      const turn = doc.turns[s.index];
      const speaker = (quote ? speakers.get(quote) : undefined) ?? turn?.speaker ?? doc.voice;
      const not = quote || turn?.isTurn ? [speaker, turn?.to] : [];
      i +=
        resolveWord(discourse, s, i, {
          speaker,
          to: turn?.to ?? null,
          not,
          heads,
          isQuoted: quote !== undefined,
        }) - 1;
    }
    for (const m of discourse.before(s.index, s.end)) if (m.form === 'name') noteHeads(heads, discourse, m);
  }
  doc.mentions = doc.mentions.concat(discourse.added);
  addImplied(doc);
}

interface Scene {
  readonly speaker: string | null;
  readonly to: string | null;
  readonly not: readonly (string | null | undefined)[];
  readonly heads: Heads;
  readonly isQuoted: boolean;
}

/** Adds the mentions of one word or phrase and gives its number of tokens. */
function resolveWord(discourse: Discourse, s: Sentence, i: number, scene: Scene): number {
  const { report } = discourse;
  const t = tokenAt(s.tokens, i);
  const word = t.lower;
  const push = (actors: readonly (string | null | undefined)[], form: MentionForm, length = 1): number => {
    for (const actor of new Set(actors)) {
      if (actor === null || actor === undefined || actor === '') continue;
      if (COUNTRIES_OF_HOMES.has(actor)) ensureCountry(report, actor);
      if (report.actors.has(actor)) discourse.add(mentionAt(s, i, length, actor, form));
    }
    return length;
  };
  if (genderOfPronoun(word)) {
    const person = resolvePerson(discourse, s, i, scene.not);
    const others = person === undefined ? undefined : resolveCounterparts(discourse, s, i, person);
    if (others && !discourse.isTaken(s.index, i + 1)) push(others.actors, 'both', others.length);
    return push([person], 'pronoun');
  }
  if (t.text === 'I' || I.test(word)) return push([scene.speaker], 'voice');
  if (WE.test(word) && t.text !== 'US') return push(whoWeAre(discourse, s, i, scene), 'voice');
  if (YOU.test(word)) return scene.to === null ? 1 : push([scene.to, countryOf(report, scene.to)], 'voice');
  if (/^(?:it|its|itself)$/.test(word)) return push([resolveIt(discourse, s, i)], 'pronoun');
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    const they = resolveThey(discourse, s, t.start);
    return push(they, they.length > 1 ? 'both' : 'pronoun');
  }
  if (
    REFERENCE_WORDS.turnTitles.has(word) &&
    scene.to !== null &&
    /^(?:President|Prime|Minister|Chancellor|Secretary)$/.test(s.tokens[i + 1]?.text ?? '')
  )
    return discourse.isTaken(s.index, i + 2) || discourse.isTaken(s.index, i + 1)
      ? 1
      : push([scene.to], 'voice', 2);
  const plural = resolvePlural(discourse, s, i);
  if (plural && !discourse.isTaken(s.index, i + plural.length - 1))
    return push(plural.actors, 'both', plural.length);
  const definite = resolveDefinite(discourse, s, i, scene.heads);
  return definite ? push([definite.actor], 'pronoun', definite.length) : 1;
}

/** Whom "we" or "our" at a token are: who speaks, and the country spoken for; of "our relations", both countries. */
function whoWeAre(
  discourse: Discourse,
  s: Sentence,
  i: number,
  { speaker, isQuoted }: Scene,
): readonly (string | undefined)[] {
  const { report } = discourse;
  const t = tokenAt(s.tokens, i);
  const joint = report.protagonists.filter((p) => report.actors.get(p)?.kind === 'country');
  if (speaker !== null && joint.includes(speaker)) return joint;
  const next = s.tokens.slice(i + 1, i + 4).map((u) => u.lower);
  const isMutual =
    t.lower === 'our' &&
    next.some((w) => REFERENCE_WORDS.bilateral.has(w) || w === 'joint' || w === 'shared');
  const both = isMutual && !isQuoted ? countriesBefore(discourse, s, t.start) : [];
  if (speaker === null) {
    const [first] = report.protagonists;
    const home = report.isReadout && first !== undefined ? countryOf(report, first) : undefined;
    return both.length > 1 ? both : [home];
  }
  const office = report.actors.get(speaker)?.ties.find((tie) => tie.to !== '')?.to;
  return [speaker, office, countryOf(report, speaker), ...both];
}

function mentionAt(s: Sentence, from: number, length: number, actor: string, form: MentionForm): Mention {
  return toMention(s, from, Math.min(s.tokens.length, from + length), actor, form);
}
