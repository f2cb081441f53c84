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

/** Opens the mentions of a report to those who resolve references. Every look is bounded by the mentions of a sentence. */
export function openDiscourse(report: Report): Discourse {
  const bySentence = new Map<number, Mention[]>();
  const subjects = new Map<Mention, boolean>();
  const taken = new Set<string>();
  const added: Mention[] = [];
  const put = (mention: Mention): void => {
    const list = bySentence.get(mention.sentence);
    if (list) list.push(mention);
    else bySentence.set(mention.sentence, [mention]);
    for (let i = mention.from; i < mention.to; i += 1) taken.add(`${mention.sentence}.${i}`);
  };
  for (const mention of report.mentions) put(mention);
  for (const list of bySentence.values()) list.sort((a, b) => a.start - b.start);
  const before = (sentence: number, at: number): Mention[] =>
    (bySentence.get(sentence) ?? []).filter((m) => m.start < at).slice(-MOST_MENTIONS);
  return {
    report,
    before,
    *recent(sentence, at, back) {
      for (let k = sentence; k >= Math.max(0, sentence - back); k -= 1)
        yield* before(k, at).sort((a, b) => b.start - a.start);
    },
    actorOf: (mention) => report.actors.get(mention.actor)!,
    isSubject(mention) {
      let is = subjects.get(mention);
      if (is === undefined) subjects.set(mention, (is = isSubject(report, mention)));
      return is;
    },
    isTaken: (sentence, token) => taken.has(`${sentence}.${token}`),
    add(mention) {
      put(mention);
      added.push(mention);
    },
    added,
  };
}

/** The country a person speaks for, by the titles that the report gives. */
export function countryOf(report: Report, person: string): string | undefined {
  const actor = report.actors.get(person);
  if (actor?.kind === 'country') return person;
  const to = actor?.ties.find((t) => t.to !== '' && report.actors.get(t.to)?.kind === 'country')?.to;
  if (to !== undefined) return to;
  const known = HOMES.get(person);
  return known !== undefined && report.actors.has(known) ? known : undefined;
}
