import { saysVerb } from '../../coreference/says.ts';
import type { Lexicon, Sense } from '../../lexicon/lexicon.ts';
import type { FoundActor, Mention, Report, Sentence, Token } from '../../report.ts';
import type { Role } from '../../syntax/find-roles.ts';
import type { Tree } from '../../syntax/tree.ts';
import { quoteMask } from '../../text/find-quotes.ts';
import type { Frame } from '../find-frames.ts';

/** No sentence is taken to state relations of more actors than this: what names more is a list. */
export const MOST_ACTORS = 40;

/** What the features of a report's candidates share, found once. */
export interface ReportSetting {
  readonly report: Report;
  readonly lexicon: Lexicon;
  readonly genre: 'readout' | 'statement' | 'turns' | 'news';
  /** The title by which a person is tied to a body, and the sentence that says so first; by {@link pairKey}. */
  readonly titles: ReadonlyMap<string, { readonly title: string; readonly sentence: number }>;
  /** Sentences in which each unordered pair stands together. */
  readonly together: ReadonlyMap<string, number>;
  /** Place of each actor by mentions, 0 the most mentioned. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly mostMentions: number;
  readonly isQuoted: (at: number) => boolean;
}

/** What the features of a sentence's candidates share. */
export interface SentenceSetting extends ReportSetting {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly actorCount: number;
  readonly tree: Tree;
  readonly senses: readonly (readonly Sense[])[];
  readonly types: ReadonlySet<string>;
  readonly sayers: ReadonlySet<Mention>;
  readonly roles: ReadonlyMap<Mention, ReadonlyMap<number, Role>>;
}

/** Two mentions of one sentence, of which the first may do something to the second. */
export interface Pair {
  readonly first: Mention;
  readonly second: Mention;
  readonly firstActor: FoundActor;
  readonly secondActor: FoundActor;
  readonly frames: readonly Frame[];
  /** f: the first stands first; b: the second does; i: one of them is not said. */
  readonly direction: 'f' | 'b' | 'i';
  /** Kinds of both: person>country. */
  readonly kinds: string;
  /** How often the pair was a candidate in earlier sentences. */
  readonly earlier: number;
}

/** The key of an ordered pair of ids. */
export const pairKey = (first: string, second: string): string => `${first}\n${second}`;

/** The key of an unordered pair of ids. */
export const unorderedKey = (one: string, other: string): string =>
  one < other ? pairKey(one, other) : pairKey(other, one);

/** Whether a mention is not said in the sentence. */
export const isImplied = ({ form }: Mention): boolean => form === 'pair' || form === 'implied';

/** A count as one of few words: 0, 1, 2, 4, 7, 12, 20 (up to), + for more. */
export function toBucket(count: number): string {
  if (count <= 0) return '0';
  return String([1, 2, 4, 7, 12, 20].find((most) => count <= most) ?? '+');
}

/** Opens a complete report for features; `bySentence` are its mentions. Linear in its mentions. */
export function openReport(
  report: Report,
  lexicon: Lexicon,
  bySentence: ReadonlyMap<number, readonly Mention[]>,
): ReportSetting {
  const together = new Map<string, number>();
  for (const mentions of bySentence.values()) {
    const actors = [...new Set(mentions.map((m) => m.actor))];
    if (actors.length > MOST_ACTORS) continue;
    actors.forEach((one, k) => {
      for (const other of actors.slice(k + 1)) {
        const key = unorderedKey(one, other);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    });
  }
  const titles = new Map<string, { title: string; sentence: number }>();
  for (const { person, of, title, sentence } of report.ties)
    if (!titles.has(pairKey(person, of))) titles.set(pairKey(person, of), { title, sentence });
  const byCount = [...report.actors.values()].sort((x, y) => y.count - x.count);
  return {
    report,
    lexicon,
    genre: report.isReadout
      ? 'readout'
      : report.voice !== null
        ? 'statement'
        : report.turns.some((turn) => turn.isTurn)
          ? 'turns'
          : 'news',
    titles,
    together,
    ranks: new Map(byCount.map(({ id }, place) => [id, place])),
    mostMentions: Math.max(1, byCount[0]?.count ?? 1),
    isQuoted: quoteMask(report.text),
  };
}

/** The mentions that are said to speak in their sentence. */
export const findSpeaking = (report: Report, mentions: readonly Mention[]): Set<Mention> =>
  new Set(mentions.length > MOST_ACTORS * 2 ? [] : mentions.filter((m) => saysVerb(report, m)));
