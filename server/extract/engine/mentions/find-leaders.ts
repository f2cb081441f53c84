import { countryOf } from '../coreference/discourse.ts';
import { tokenAt } from '../names/token-at.ts';
import type { Report, Sentence } from '../report.ts';
import type { MentionIndex } from './mention-index.ts';
import { toMention } from './to-mention.ts';

const LEADERS = /^(?:leaders|presidents)$/;
const JOINS = /^(?:,|and)$/;
/** So many countries are looked at on each side. */
const MOST = 6;

/**
 * Sets down who "the leaders of Norway and Chile" or "the Norwegian and Chilean presidents" at a token are, where the report is
 * about a person of each of the countries; gives the token after the phrase, or the token itself where it names no such.
 */
export function findLeaders(
  report: Report,
  sentence: Sentence,
  head: number,
  mentions: MentionIndex,
): number {
  if (!LEADERS.test(tokenAt(sentence.tokens, head).lower) || report.protagonists.length < 2) return head;
  const of = countriesAfter(report, sentence, head, mentions);
  const found = of.countries.length > 1 ? of : countriesBefore(report, sentence, head, mentions);
  const persons = found.countries.map((country) =>
    report.protagonists.find(
      (id) => report.actors.get(id)?.kind === 'person' && countryOf(report, id) === country,
    ),
  );
  const known = new Set(persons.filter((id) => id !== undefined));
  if (known.size < 2 || known.size < persons.length) return head;
  for (const person of known) mentions.add(toMention(sentence, found.from, found.to, person, 'both'));
  return found.to;
}

interface Countries {
  readonly countries: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The countries of "of Norway, Chile and the United States" after a head. */
function countriesAfter(
  report: Report,
  { index, tokens }: Sentence,
  head: number,
  mentions: MentionIndex,
): Countries {
  const countries: string[] = [];
  let to = head + 1;
  if (tokens[to]?.lower === 'of')
    for (let at = to + 1; countries.length < MOST; at += 1) {
      if (tokens[at]?.lower === 'the') at += 1;
      const mention = mentions.at(index, at);
      if (!mention || report.actors.get(mention.actor)?.kind !== 'country') break;
      countries.push(mention.actor);
      at = to = mention.to;
      if (tokens[at]?.lower === ',' && tokens[at + 1]?.lower === 'and') at += 1;
      if (!JOINS.test(tokens[at]?.lower ?? '')) break;
    }
  return { countries, from: tokens[head - 1]?.lower === 'the' ? head - 1 : head, to };
}

/** The countries of "the Norwegian and Chilean" before a head. */
function countriesBefore(
  report: Report,
  { index, tokens }: Sentence,
  head: number,
  mentions: MentionIndex,
): Countries {
  const countries: string[] = [];
  let from = head;
  for (let at = head - 1; at >= 0 && countries.length < MOST;) {
    const mention = mentions.at(index, at);
    if (!mention || report.actors.get(mention.actor)?.kind !== 'country') break;
    countries.unshift(mention.actor);
    from = mention.from;
    at = mention.from - 1;
    if (!JOINS.test(tokens[at]?.lower ?? '')) break;
    at -= 1;
  }
  return { countries, from: tokens[from - 1]?.lower === 'the' ? from - 1 : from, to: head + 1 };
}
