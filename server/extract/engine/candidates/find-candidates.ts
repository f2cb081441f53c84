import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Report, Sentence, Token } from '../report.ts';
import { correctTags } from '../syntax/correct-tags.ts';
import type { MentionAt } from '../syntax/find-units.ts';
import type { Role } from '../syntax/find-roles.ts';
import { parse } from '../syntax/parse.ts';
import { actorFeatures } from './features/actor-features.ts';
import { impliedFeatures, sentenceFeatures } from './features/sentence-features.ts';
import {
  findSpeaking,
  isImplied,
  MOST_ACTORS,
  openReport,
  pairKey,
  type Pair,
  type ReportSetting,
  type SentenceSetting,
} from './features/setting.ts';
import { frameFeatures, nameFeatures, pathFeatures } from './features/tree-features.ts';
import { wordFeatures } from './features/word-features.ts';
import { findFrames, findMentionRoles, sortFrames, type Frame } from './find-frames.ts';

/** That one actor of a sentence may have a stated relation to another of it. */
export interface Candidate {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly a: string;
  readonly b: string;
  /** The mentions of both that stand nearest. */
  readonly ma: Mention;
  readonly mb: Mention;
  /** Names of what tells whether, and which, relation is stated; for the linear models. */
  readonly features: readonly string[];
  /** What the sentence says of the two, the surest first. */
  readonly frames: readonly Frame[];
  /** The title by which the first is tied to the second. */
  readonly title: string | undefined;
  /** The sentence's, with their tags corrected. */
  readonly tokens: readonly Token[];
  /** From the first to the second mention; the whole sentence where one is not said. */
  readonly start: number;
  readonly end: number;
}

/** Of an actor's mentions in a sentence so many are looked at for frames. */
const MOST_MENTIONS = 4;
const NO_ROLES: ReadonlyMap<number, Role> = new Map<number, Role>();

/**
 * All ordered pairs of actors of each sentence, in the order of the text; none of sentences of more than 40 actors. Linear in
 * sentences.
 */
export function findCandidates(report: Report, lexicon: Lexicon): Candidate[] {
  const bySentence = Map.groupBy(report.mentions, (m) => m.sentence);
  const setting = openReport(report, lexicon, bySentence);
  const earlier = new Map<string, number>();
  return report.sentences.flatMap((sentence) => {
    const mentions = bySentence.get(sentence.index) ?? [];
    const byActor = Map.groupBy(mentions, (m) => m.actor);
    if (byActor.size < 2 || byActor.size > MOST_ACTORS) return [];
    const here = openSentence(setting, sentence, mentions, byActor.size);
    return [...byActor].flatMap(([a, ofFirst]) =>
      [...byActor].flatMap(([b, ofSecond]) => {
        if (a === b) return [];
        const seen = earlier.get(pairKey(a, b)) ?? 0;
        earlier.set(pairKey(a, b), seen + 1);
        return toCandidate(here, ofFirst, ofSecond, seen);
      }),
    );
  });
}

function openSentence(
  setting: ReportSetting,
  original: Sentence,
  mentions: readonly Mention[],
  actorCount: number,
): SentenceSetting {
  const { report, lexicon } = setting;
  const said = mentions.filter((m) => !isImplied(m) && m.to > m.from);
  const mentionAt = toMentionAt(report, said);
  const sentence = { ...original, tokens: correctTags(original.tokens, mentionAt, lexicon.verbOf) };
  const tree = parse(sentence, mentionAt, lexicon);
  const senses = sentence.tokens.map((token) => lexicon.of(token));
  return {
    ...setting,
    sentence,
    tokens: sentence.tokens,
    mentions,
    actorCount,
    tree,
    senses,
    types: new Set(senses.flat().map(({ type }) => type)),
    sayers: findSpeaking(report, mentions),
    roles: findMentionRoles(tree, said, sentence.tokens),
  };
}

/** Which mention covers a token, the longest of those that do. */
function toMentionAt({ actors }: Report, said: readonly Mention[]): MentionAt {
  const cover: (ReturnType<MentionAt> | undefined)[] = [];
  for (const { from, to, actor } of said)
    for (let at = from; at < to; at += 1) {
      const known = cover[at];
      if (!known || known.to - known.from < to - from)
        cover[at] = { from, to, isPerson: actors.get(actor)?.kind === 'person' };
    }
  return (at) => cover[at];
}

/** The two mentions that stand nearest, names before pronouns, the first before the second where equal. */
function nearest(
  ofFirst: readonly Mention[],
  ofSecond: readonly Mention[],
): readonly [Mention, Mention] | undefined {
  let best: readonly [Mention, Mention] | undefined;
  let least = Infinity;
  for (const first of ofFirst.slice(0, MOST_ACTORS))
    for (const second of ofSecond.slice(0, MOST_ACTORS)) {
      const gap = toGap(first, second) + (first.form === 'pronoun' ? 0.2 : 0);
      if (gap < least) {
        least = gap;
        best = [first, second];
      }
    }
  return best;
}

function toGap(first: Mention, second: Mention): number {
  if (isImplied(first) || isImplied(second)) return 50;
  if (first.to <= second.from) return second.from - first.to;
  if (second.to <= first.from) return first.from - second.to + 0.5;
  return 0;
}

function toCandidate(
  setting: SentenceSetting,
  ofFirst: readonly Mention[],
  ofSecond: readonly Mention[],
  earlier: number,
): Candidate[] {
  const { report, lexicon, sentence, roles, titles } = setting;
  const framed = ofFirst.slice(0, MOST_MENTIONS).flatMap((first) =>
    ofSecond.slice(0, MOST_MENTIONS).map((second) => ({
      first,
      second,
      frames: findFrames(
        roles.get(first) ?? NO_ROLES,
        roles.get(second) ?? NO_ROLES,
        sentence.tokens,
        lexicon,
      ),
    })),
  );
  const frames = sortFrames(framed.flatMap((one) => one.frames));
  const [sure] = frames;
  const best = sure?.verdict === 'full' ? framed.find((one) => one.frames.includes(sure)) : undefined;
  const mentions = best ? ([best.first, best.second] as const) : nearest(ofFirst, ofSecond);
  const [firstActor, secondActor] = mentions?.map((m) => report.actors.get(m.actor)) ?? [];
  if (!mentions || !firstActor || !secondActor) return [];
  const [ma, mb] = mentions;
  const isSaid = !isImplied(ma) && !isImplied(mb);
  const isForward = ma.from < mb.from || (ma.from === mb.from && ma.to <= mb.to);
  const pair: Pair = {
    first: ma,
    second: mb,
    firstActor,
    secondActor,
    frames,
    direction: !isSaid ? 'i' : isForward ? 'f' : 'b',
    kinds: `${firstActor.kind}>${secondActor.kind}`,
    earlier,
  };
  const candidate: Candidate = {
    sentence: sentence.index,
    a: ma.actor,
    b: mb.actor,
    ma,
    mb,
    features: [
      ...actorFeatures(setting, pair),
      ...(isSaid
        ? [...wordFeatures(setting, pair), ...pathFeatures(setting, pair)]
        : impliedFeatures(setting, pair)),
      ...sentenceFeatures(setting, pair),
      ...frameFeatures(setting, pair),
      ...nameFeatures(setting, pair),
    ],
    frames,
    title: titles.get(pairKey(ma.actor, mb.actor))?.title,
    tokens: sentence.tokens,
    start: isSaid ? Math.min(ma.start, mb.start) : sentence.start,
    end: isSaid ? Math.max(ma.end, mb.end) : sentence.end,
  };
  return [candidate];
}
