import { saysVerb } from '../../coreference/says.ts';
import type { FeatureList } from '../../hashing/feature-list.ts';
import { toPart, type Part, type PartCache } from '../../hashing/part.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { FoundActor, Mention, Report, Sentence, Token } from '../../report.ts';
import type { Role } from '../../syntax/find-roles.ts';
import type { Tree } from '../../syntax/tree.ts';
import { quoteMask } from '../../text/find-quotes.ts';
import type { Frame } from '../find-frames.ts';
import { WORD_PARTS, wordTable, type Word } from './word-table.ts';

/** No sentence is taken to state relations of more actors than this: what names more is a list. */
export const MOST_ACTORS = 40;

/** What the features of a report's candidates share, found once. */
export interface ReportSetting {
  readonly report: Report;
  readonly lexicon: Lexicon;
  /** readout, statement, turns or news. */
  readonly genre: Part;
  /** The title by which a person is tied to a body, and the sentence that says so first; by {@link pairKey}. */
  readonly titles: ReadonlyMap<number, { readonly title: string; readonly sentence: number }>;
  /** The sentences that state such a tie, by {@link pairKey}. */
  readonly titledIn: ReadonlyMap<number, ReadonlySet<number>>;
  /** Sentences in which each pair stands together; by {@link pairKey}, the more mentioned first. */
  readonly together: ReadonlyMap<number, number>;
  /** Place of each actor by mentions, 0 the most mentioned. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly mostMentions: number;
  readonly isQuoted: (at: number) => boolean;
  readonly parts: PartCache;
  /** The word of a token. */
  readonly wordOf: (token: Token) => Word;
  /** Where the features of the example at hand are put. */
  readonly list: FeatureList;
}

/** What the features of a sentence's candidates share. */
export interface SentenceSetting extends ReportSetting {
  readonly sentence: Sentence;
  /** Its kind. */
  readonly kind: Part;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** The tokens that may state a type. */
  readonly typed: readonly number[];
  /** The types that its tokens may state, each once. */
  readonly types: readonly Part[];
  readonly actorCount: number;
  readonly tree: Tree;
  /** How each token hangs. */
  readonly relations: readonly Part[];
  /** Steps of each token from the root. */
  readonly depths: Int32Array;
  readonly facts: readonly MentionFacts[];
  readonly hasSayers: boolean;
  /** The features that all of its candidates have. */
  readonly shared: Int32Array;
}

/** What the features of every pair of a mention share. */
export interface MentionFacts {
  readonly mention: Mention;
  readonly actor: FoundActor;
  /** Number of the actor among those of the sentence. */
  readonly number: number;
  /** Place of the actor by mentions in the report. */
  readonly rank: number;
  /** What they say of the actor and the form by themselves, as pieces of names. */
  readonly parts: ActorParts;
  readonly isSaid: boolean;
  /** The tokens at which the mention plays a part, and by token the part. */
  readonly triggers: readonly number[];
  readonly roleAt: readonly (Role | undefined)[];
  /** Numbers of the actors on whose said mentions it hangs, at most two steps away. */
  readonly hangsOn: readonly number[];
  readonly isSubject: boolean;
  readonly isQuoted: boolean;
  readonly says: boolean;
  /** Whether any mention of the actor in the sentence speaks. */
  readonly isSayer: boolean;
}

/** Pieces of names that every pair of a mention shares. */
export interface ActorParts {
  readonly kind: Part;
  readonly form: Part;
  readonly isProtagonist: Part;
  readonly isVoice: Part;
  readonly share: Part;
  readonly rank: Part;
  readonly count: Part;
}

/** Two mentions of one sentence, of which the first may do something to the second. */
export interface Pair {
  readonly first: MentionFacts;
  readonly second: MentionFacts;
  readonly frames: readonly Frame[];
  /** f: the first stands first; b: the second does; i: one of them is not said. */
  readonly direction: Part;
  /** Kinds of both: person>country. */
  readonly kinds: Part;
  /** How often the pair was a candidate in earlier sentences. */
  readonly earlier: number;
}

/** More actors than any report names. */
const MOST_RANKS = 2 ** 20;

/** The key of an ordered pair of actors by their ranks. */
export const pairKey = (first: number, second: number): number => first * MOST_RANKS + second;

/** The key of an unordered pair of actors by their ranks. */
export const unorderedKey = (one: number, other: number): number =>
  one < other ? pairKey(one, other) : pairKey(other, one);

/** Whether a mention is not said in the sentence. */
export const isImplied = ({ form }: Mention): boolean => form === 'pair' || form === 'implied';

const BOUNDS = [0, 1, 2, 4, 7, 12, 20];
/** By the count, the bucket of those up to the last bound. */
const BUCKETS = Array.from({ length: 21 }, (_, count) =>
  toPart(String(BOUNDS.find((most) => count <= most))),
);
const MORE = toPart('+');

/** A count as one of few words: 0, 1, 2, 4, 7, 12, 20 (up to), + for more. */
export function toBucket(count: number): Part {
  return BUCKETS[Math.ceil(count)] ?? MORE;
}

/** Opens a complete report for features; `bySentence` are its mentions. Linear in its mentions. */
export function openReport(
  report: Report,
  lexicon: Lexicon,
  bySentence: ReadonlyMap<number, readonly Mention[]>,
  list: FeatureList,
): ReportSetting {
  const byCount = [...report.actors.values()].sort((x, y) => y.count - x.count);
  const ranks = new Map(byCount.map(({ id }, place) => [id, place]));
  const rankOf = (id: string): number => ranks.get(id) ?? byCount.length;
  const together = new Map<number, number>();
  for (const mentions of bySentence.values()) {
    const actors = [...new Set(mentions.map((m) => m.actor))];
    if (actors.length > MOST_ACTORS) continue;
    const here = actors.map(rankOf);
    here.forEach((one, k) => {
      for (let other = k + 1; other < here.length; other += 1) {
        const key = unorderedKey(one, here[other] ?? 0);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    });
  }
  const titles = new Map<number, { title: string; sentence: number }>();
  const titledIn = new Map<number, Set<number>>();
  for (const { person, of, title, sentence } of report.ties) {
    const key = pairKey(rankOf(person), rankOf(of));
    if (!titles.has(key)) titles.set(key, { title, sentence });
    const known = titledIn.get(key);
    if (known) known.add(sentence);
    else titledIn.set(key, new Set([sentence]));
  }
  return {
    report,
    lexicon,
    genre: toPart(
      report.isReadout
        ? 'readout'
        : report.voice !== null
          ? 'statement'
          : report.turns.some((turn) => turn.isTurn)
            ? 'turns'
            : 'news',
    ),
    titles,
    titledIn,
    together,
    ranks,
    mostMentions: Math.max(1, byCount[0]?.count ?? 1),
    isQuoted: quoteMask(report),
    parts: WORD_PARTS,
    wordOf: wordTable(lexicon),
    list,
  };
}

/** The mentions that are said to speak in their sentence. */
export const findSpeaking = (report: Report, mentions: readonly Mention[]): Set<Mention> =>
  new Set(mentions.length > MOST_ACTORS * 2 ? [] : mentions.filter((m) => saysVerb(report, m)));
