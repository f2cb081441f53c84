import { countBefore } from '../text/count-before.ts';
import type { FoundActor, Mention, Report } from '../report.ts';
import { isSubject } from '../syntax/is-subject.ts';
import { HOMES } from './reference-words.ts';

/** How many mentions of a sentence are looked at, at most: longer ones are lists. */
const MOST_MENTIONS = 80;

/** The mentions of a report by sentence, to which those of references are added as they are found. */
export interface Discourse {
  readonly report: Report;
  /** The mentions of a sentence that begin before a place, in the order of the text. */
  readonly before: (sentence: number, at: number) => readonly Mention[];
  /** Those of the sentence and of `back` sentences before it, nearest first. */
  readonly recent: (sentence: number, at: number, back: number) => Generator<Mention>;
  readonly actorOf: (mention: Mention) => FoundActor;
  readonly isSubject: (mention: Mention) => boolean;
  /** Whether a token belongs to a mention already. */
  readonly isTaken: (sentence: number, token: number) => boolean;
  readonly add: (mention: Mention) => void;
  readonly added: readonly Mention[];
}

/** Opens the mentions of a report to those who resolve references. Every look is bounded: the last of a sentence. */
export function openDiscourse(report: Report): Discourse {
  const named = Map.groupBy(
    report.mentions.toSorted((a, b) => a.start - b.start),
    (m) => m.sentence,
  );
  const resolved = new Map<number, Mention[]>();
  const subjects = new Map<Mention, boolean>();
  const taken: boolean[][] = [];
  const added: Mention[] = [];
  const take = ({ sentence, from, to }: Mention): void => {
    const row = (taken[sentence] ??= []);
    for (let i = from; i < to; i += 1) row[i] = true;
  };
  report.mentions.forEach(take);
  const before = (sentence: number, at: number): readonly Mention[] => {
    const [ofNames, ofReferences] = [
      lastBefore(named.get(sentence), at),
      lastBefore(resolved.get(sentence), at),
    ];
    if (ofReferences.length === 0) return ofNames;
    return [...ofNames, ...ofReferences].sort((a, b) => a.start - b.start);
  };
  return {
    report,
    before,
    *recent(sentence, at, back) {
      for (let k = sentence; k >= Math.max(0, sentence - back); k -= 1) {
        const here = before(k, at);
        for (let i = here.length - 1; i >= 0; i -= 1) {
          const mention = here[i];
          if (mention) yield mention;
        }
      }
    },
    actorOf: (mention) => report.actors.get(mention.actor) ?? NO_ACTOR,
    isSubject(mention) {
      let is = subjects.get(mention);
      if (is === undefined) subjects.set(mention, (is = isSubject(report, mention)));
      return is;
    },
    isTaken: (sentence, token) => taken[sentence]?.[token] === true,
    add(mention) {
      const list = resolved.get(mention.sentence);
      if (list) list.push(mention);
      else resolved.set(mention.sentence, [mention]);
      take(mention);
      added.push(mention);
    },
    added,
  };
}

const NO_ACTOR: FoundActor = {
  id: '',
  name: '',
  kind: 'group',
  names: new Set(),
  gender: '',
  ties: [],
  count: 0,
};

const NO_MENTIONS: readonly Mention[] = [];

/** The last of sorted mentions that begin before a place. */
function lastBefore(mentions: readonly Mention[] | undefined, at: number): readonly Mention[] {
  if (mentions === undefined) return NO_MENTIONS;
  const count = countBefore(mentions, at);
  if (count === mentions.length && count <= MOST_MENTIONS) return mentions;
  return mentions.slice(Math.max(0, count - MOST_MENTIONS), count);
}

/** The country a person speaks for, by the titles that the report gives. */
export function countryOf(report: Report, person: string): string | undefined {
  const actor = report.actors.get(person);
  if (actor?.kind === 'country') return person;
  const to = actor?.ties.find((t) => t.to !== '' && report.actors.get(t.to)?.kind === 'country')?.to;
  if (to !== undefined) return to;
  return HOMES.get(person);
}

/** Adds a country that a report means without naming it: whose "our" in a statement of its officials is. */
export function ensureCountry(report: Report, id: string): void {
  if (report.actors.has(id)) return;
  const name = id.replace(/(?:^|-)\p{Ll}/gu, (start) => start.replace('-', ' ').toUpperCase());
  report.actors.set(id, { id, name, kind: 'country', names: new Set(), gender: '', ties: [], count: 0 });
}
