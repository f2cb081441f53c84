import { FeatureList } from '../hashing/feature-list.ts';
import { toPart, type Part } from '../hashing/part.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, Report, Sentence, Token } from '../report.ts';
import { correctTags } from '../syntax/correct-tags.ts';
import type { MentionAt } from '../syntax/find-units.ts';
import { isSubject } from '../syntax/is-subject.ts';
import { LONGEST_PARSED, parse } from '../syntax/parse.ts';
import { depthsOf } from '../syntax/tree.ts';
import { actorFeatures, kindsOf, placeFeatures, toActorParts } from './features/actor-features.ts';
import { impliedFeatures, sayerFeatures, sentenceFeatures } from './features/sentence-features.ts';
import {
  findSpeaking,
  isImplied,
  MOST_ACTORS,
  openReport,
  pairKey,
  type MentionFacts,
  type Pair,
  type ReportSetting,
  type SentenceSetting,
} from './features/setting.ts';
import { frameFeatures, nameFeatures, pathFeatures } from './features/tree-features.ts';
import { wordFeatures } from './features/word-features.ts';
import type { Word } from './features/word-table.ts';
import { findFrames, findMentionRoles, sortFrames, type Frame, type RolesOf } from './find-frames.ts';

/** What tells whether, and which, relation is stated, for the linear models: hashes of features' names. */
export interface Features {
  /** Those that all candidates of a sentence have; one array a sentence. */
  readonly shared: Int32Array;
  readonly own: Int32Array;
}

/** That one actor of a sentence may have a stated relation to another of it. */
export interface Candidate {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly a: string;
  readonly b: string;
  /** The mentions of both that stand nearest. */
  readonly ma: Mention;
  readonly mb: Mention;
  readonly features: Features;
  /** Its score, where a sieve has found it. */
  readonly score: number | undefined;
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

/** Leaves pairs out while their features are being found. */
export interface Sieve {
  /** The score by the features found so far; a new pair's, or what has come since of the last one's. */
  readonly score: (shared: Int32Array, own: FeatureList, isNew: boolean) => number;
  /** What a pair is to score by who the two are and what the frames say. */
  readonly leastAtFirst: number;
  /** What it is to score by all features. */
  readonly least: number;
}

/** Of an actor's mentions in a sentence so many are looked at for frames. */
const MOST_MENTIONS = 4;
/** Of an actor's mentions in a sentence so many are looked at at all. */
const MOST_SEEN = 40;
const NO_ROLES: RolesOf = { triggers: [], roleAt: [] };
const [FORWARD, BACKWARD, UNSAID] = [toPart('f'), toPart('b'), toPart('i')];
const FAR = 9;

/**
 * All ordered pairs of actors of each sentence, sentence by sentence in the order of the text; none of sentences of more than
 * 40 actors. Linear in sentences. Features' names are put down in `list`'s names, if it keeps them. Pairs that do not pass the
 * `sieve` are left out.
 */
export function* findCandidates(
  report: Report,
  lexicon: Lexicon,
  list: FeatureList = new FeatureList(),
  sieve?: Sieve,
): Generator<readonly Candidate[], void, void> {
  const bySentence = Map.groupBy(report.mentions, (m) => m.sentence);
  const setting = openReport(report, lexicon, bySentence, list);
  const earlier = new Map<number, number>();
  for (const sentence of report.sentences) {
    const all = bySentence.get(sentence.index) ?? [];
    const byActor = Map.groupBy(all, (m) => m.actor);
    if (byActor.size < 2 || byActor.size > MOST_ACTORS) {
      yield [];
      continue;
    }
    const mentions = all.length > MOST_SEEN ? firstOfEach(byActor) : all;
    const here = openSentence(setting, sentence, mentions, [...byActor.keys()]);
    const groups = [...Map.groupBy(here.facts, ({ number }) => number).values()];
    const candidates: Candidate[] = [];
    for (const ofFirst of groups)
      for (const ofSecond of groups) {
        if (ofFirst === ofSecond) continue;
        const key = pairKey(ofFirst[0]?.rank ?? 0, ofSecond[0]?.rank ?? 0);
        const seen = earlier.get(key) ?? 0;
        earlier.set(key, seen + 1);
        const candidate = toCandidate(here, ofFirst, ofSecond, key, seen, sieve);
        if (candidate) candidates.push(candidate);
      }
    yield candidates;
  }
}

/** The first mentions of each actor, in the order of the text. */
const firstOfEach = (byActor: ReadonlyMap<string, readonly Mention[]>): Mention[] =>
  [...byActor.values()]
    .flatMap((mentions) => mentions.slice(0, MOST_SEEN))
    .sort((x, y) => x.start - y.start || y.end - x.end);

function openSentence(
  setting: ReportSetting,
  original: Sentence,
  mentions: readonly Mention[],
  actors: readonly string[],
): SentenceSetting {
  const { report, lexicon, parts, list } = setting;
  const said = mentions.filter((m) => !isImplied(m) && m.to > m.from);
  const mentionAt = toMentionAt(report, said);
  const sentence = { ...original, tokens: correctTags(original.tokens, mentionAt, lexicon.verbOf) };
  const { tokens } = sentence;
  const tree = parse(sentence, mentionAt, lexicon);
  const words = tokens.map(setting.wordOf);
  const sayers = findSpeaking(report, mentions);
  const sayingActors = new Set([...sayers].map(({ actor }) => actor));
  const roles = findMentionRoles(tree, tokens.length > LONGEST_PARSED ? [] : said, tokens);
  const actorsOn = toActorsOn(said, actors);
  const facts: MentionFacts[] = [];
  for (const mention of mentions) {
    const actor = report.actors.get(mention.actor);
    if (!actor) continue;
    const { triggers, roleAt } = roles.get(mention) ?? NO_ROLES;
    facts.push({
      mention,
      actor,
      number: actors.indexOf(mention.actor),
      rank: setting.ranks.get(mention.actor) ?? 0,
      parts: toActorParts(setting, actor, mention),
      isSaid: !isImplied(mention),
      triggers,
      roleAt,
      hangsOn: triggers.flatMap((at) => ((roleAt[at]?.depth ?? FAR) <= 2 ? (actorsOn.get(at) ?? []) : [])),
      isSubject: isSubject(report, mention),
      isQuoted: setting.isQuoted(mention.start),
      says: sayers.has(mention),
      isSayer: sayingActors.has(mention.actor),
    });
  }
  const found = {
    ...setting,
    sentence,
    kind: parts.get(sentence.kind),
    tokens,
    words,
    ...typesOf(words),
    actorCount: actors.length,
    tree,
    relations: tree.relation.map((relation) => parts.get(relation)),
    depths: depthsOf(tree),
    facts,
    hasSayers: sayers.size > 0,
  };
  placeFeatures(found);
  sentenceFeatures(found);
  return { ...found, shared: list.take() };
}

/** The tokens that may state a type, and the types that they may state, each once. */
function typesOf(words: readonly Word[]): Pick<SentenceSetting, 'typed' | 'types'> {
  const typed: number[] = [];
  const types = new Set<Part>();
  for (const [at, word] of words.entries()) {
    if (word.types.length === 0) continue;
    typed.push(at);
    for (const type of word.types) types.add(type);
  }
  return { typed, types: [...types] };
}

/** Numbers of the actors whose mentions end at each token. */
function toActorsOn(said: readonly Mention[], actors: readonly string[]): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  for (const { to, actor } of said) {
    const known = numbers.get(to - 1);
    if (known) known.push(actors.indexOf(actor));
    else numbers.set(to - 1, [actors.indexOf(actor)]);
  }
  return numbers;
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
  ofFirst: readonly MentionFacts[],
  ofSecond: readonly MentionFacts[],
): readonly [MentionFacts, MentionFacts] | undefined {
  let best: readonly [MentionFacts, MentionFacts] | undefined;
  let least = Infinity;
  for (const first of ofFirst)
    for (const second of ofSecond) {
      const gap = toGap(first.mention, second.mention) + (first.mention.form === 'pronoun' ? 0.2 : 0);
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

/** The frames of all mentions of two actors, the surest first, and the two mentions of the surest. */
function framesOf(
  { words }: SentenceSetting,
  ofFirst: readonly MentionFacts[],
  ofSecond: readonly MentionFacts[],
): { readonly frames: readonly Frame[]; readonly pair: readonly [MentionFacts, MentionFacts] | undefined } {
  const [one, other] = [ofFirst[0], ofSecond[0]];
  if (ofFirst.length === 1 && ofSecond.length === 1 && one && other)
    return { frames: findFrames(one, other, words), pair: [one, other] };
  const framed: { pair: readonly [MentionFacts, MentionFacts]; frames: readonly Frame[] }[] = [];
  for (const first of ofFirst.slice(0, MOST_MENTIONS))
    for (const second of ofSecond.slice(0, MOST_MENTIONS)) {
      const found = findFrames(first, second, words);
      if (found.length > 0) framed.push({ pair: [first, second], frames: found });
    }
  const frames = sortFrames(framed.flatMap((found) => found.frames));
  const [sure] = frames;
  return { frames, pair: sure && framed.find((found) => found.frames.includes(sure))?.pair };
}

function toCandidate(
  setting: SentenceSetting,
  ofFirst: readonly MentionFacts[],
  ofSecond: readonly MentionFacts[],
  key: number,
  earlier: number,
  sieve: Sieve | undefined,
): Candidate | undefined {
  const { sentence, tokens, titles, list } = setting;
  const { frames, pair: framed } = framesOf(setting, ofFirst, ofSecond);
  const pairOf = frames[0]?.verdict === 'full' ? framed : nearest(ofFirst, ofSecond);
  if (!pairOf) return undefined;
  const [first, second] = pairOf;
  const [ma, mb] = [first.mention, second.mention];
  const isSaid = first.isSaid && second.isSaid;
  const isForward = ma.from < mb.from || (ma.from === mb.from && ma.to <= mb.to);
  const direction: Part = !isSaid ? UNSAID : isForward ? FORWARD : BACKWARD;
  const pair: Pair = {
    first,
    second,
    frames,
    direction,
    kinds: kindsOf(first.actor.kind, second.actor.kind),
    earlier,
  };
  const { shared } = setting;
  actorFeatures(setting, pair);
  sayerFeatures(setting, pair);
  frameFeatures(setting, pair);
  nameFeatures(setting, pair);
  if (sieve && sieve.score(shared, list, true) < sieve.leastAtFirst) {
    list.drop();
    return undefined;
  }
  if (isSaid) {
    wordFeatures(setting, pair);
    pathFeatures(setting, pair);
  } else impliedFeatures(setting, pair);
  const score = sieve?.score(shared, list, false);
  if (sieve && score !== undefined && score < sieve.least) {
    list.drop();
    return undefined;
  }
  return {
    sentence: sentence.index,
    a: ma.actor,
    b: mb.actor,
    ma,
    mb,
    features: { shared, own: list.take() },
    score,
    frames,
    title: titles.get(key)?.title,
    tokens,
    start: isSaid ? Math.min(ma.start, mb.start) : sentence.start,
    end: isSaid ? Math.max(ma.end, mb.end) : sentence.end,
  };
}
