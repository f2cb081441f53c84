import { toPart, toParts, type Part } from '../../hashing/part.ts';
import type { ActorKind, MentionForm } from '../../report.ts';
import {
  pairKey,
  toBucket,
  unorderedKey,
  type Pair,
  type ReportSetting,
  type SentenceSetting,
} from './setting.ts';

const [COLON, TO] = [toPart(':'), toPart('>')];
const [TRUE, FALSE, NONE] = [toPart('true'), toPart('false'), toPart('')];
const KIND: Readonly<Record<ActorKind, Part>> = toParts(
  'person',
  'organisation',
  'media',
  'country',
  'place',
  'group',
);
const FORM: Readonly<Record<MentionForm, Part>> = toParts(
  'name',
  'demonym',
  'capital',
  'role',
  'group',
  'pronoun',
  'both',
  'voice',
  'pair',
  'implied',
);
const SHARES = [0, 1, 2, 3].map((share) => toPart(String(share)));
const F = toParts(
  '1',
  'g:',
  'dir:',
  'ka:',
  'kb:',
  'k:',
  'kd:',
  'fa:',
  'fb:',
  'f:',
  ':k:',
  ':f:',
  'h:',
  'title',
  'pa:',
  'pb:',
  'pp:',
  'va:',
  'vb:',
  'sal:',
  'n:',
  'len:',
  'tog:',
  'seen:',
  'size:',
  'pos:',
  'rank:',
  'rankb:',
  'ranks:',
  'cnt:',
  'acts:',
  'insideA',
  'insideB',
  'tie',
  'tie:',
  'tieback',
  'titletie',
  'titletie:',
  'title:',
  'first',
  'again',
  'F',
  'P',
  '-',
);

const KIND_PAIRS = new Map<ActorKind, ReadonlyMap<ActorKind, Part>>(
  Object.keys(KIND).map((a) => [
    a as ActorKind,
    new Map(Object.keys(KIND).map((b) => [b as ActorKind, toPart(`${a}>${b}`)])),
  ]),
);

/** The kinds of two actors as one piece: person>country. */
export const kindsOf = (first: ActorKind, second: ActorKind): Part =>
  KIND_PAIRS.get(first)?.get(second) ?? NONE;

const is = (value: boolean): Part => (value ? TRUE : FALSE);

/** What a sentence's place in the report says of all of its pairs. */
export function placeFeatures(
  setting: ReportSetting & Pick<SentenceSetting, 'sentence' | 'tokens' | 'actorCount'>,
): void {
  const { report, genre, sentence, list } = setting;
  const size = toBucket(report.sentences.length / 3);
  const place = toBucket(sentence.index);
  const kind = setting.parts.get(sentence.kind);
  list.add(F['1']);
  list.add(F['g:'], genre);
  list.add(F['h:'], kind, COLON, sentence.index === 0 ? F.title : NONE);
  list.add(F['n:'], toBucket(setting.actorCount));
  list.add(F['len:'], toBucket(setting.tokens.length / 3));
  list.add(F['size:'], size);
  list.add(F['size:'], size, COLON, genre);
  list.add(F['pos:'], place);
  list.add(F['pos:'], place, COLON, genre);
  list.add(F['acts:'], toBucket(report.actors.size / 3));
}

/** Who the two are, and how much the report is about them. */
export function actorFeatures(setting: SentenceSetting, pair: Pair): void {
  const { report, genre, sentence, list } = setting;
  const { first, second, direction, kinds, frames, earlier } = pair;
  const [a, b] = [first.actor.id, second.actor.id];
  const [formA, formB] = [FORM[first.mention.form], FORM[second.mention.form]];
  const share = (count: number): Part => SHARES[Math.round((3 * count) / setting.mostMentions)] ?? NONE;
  const together = toBucket(setting.together.get(unorderedKey(first.rank, second.rank)) ?? 0);
  const seen = toBucket(earlier);
  const sure = frames.some((f) => f.verdict === 'full')
    ? F.F
    : frames.some((f) => f.verdict === 'part')
      ? F.P
      : F['-'];
  const [rankA, rankB] = [first.rank, second.rank];
  const [isA, isB] = [is(first.isProtagonist), is(second.isProtagonist)];
  list.add(F['dir:'], direction);
  list.add(F['ka:'], KIND[first.actor.kind]);
  list.add(F['kb:'], KIND[second.actor.kind]);
  list.add(F['k:'], kinds);
  list.add(F['kd:'], kinds, COLON, direction);
  list.add(F['fa:'], formA);
  list.add(F['fb:'], formB);
  list.add(F['f:'], formA, TO, formB, COLON, direction);
  list.add(F['g:'], genre, F[':k:'], kinds);
  list.begin(F['g:']);
  for (const part of [genre, F[':f:'], formA, TO, formB, COLON, direction]) list.and(part);
  list.end();
  list.add(F['h:'], setting.parts.get(sentence.kind), COLON, direction, COLON, kinds);
  list.add(F['pa:'], isA);
  list.add(F['pb:'], isB);
  list.add(F['pp:'], isA, TO, isB, COLON, direction);
  list.add(F['va:'], is(report.voice === a));
  list.add(F['vb:'], is(report.voice === b));
  list.add(F['sal:'], share(first.actor.count), TO, share(second.actor.count));
  list.add(F['tog:'], together);
  list.add(F['tog:'], together, COLON, sure);
  list.add(F['seen:'], seen);
  list.add(F['seen:'], seen, COLON, sure);
  list.add(F['rank:'], toBucket(rankA));
  list.add(F['rankb:'], toBucket(rankB));
  list.add(F['ranks:'], toBucket(rankA + rankB), COLON, sure);
  list.add(F['cnt:'], toBucket(first.actor.count), TO, toBucket(second.actor.count));
  if (first.mention.isInside === true) list.add(F.insideA);
  if (second.mention.isInside === true) list.add(F.insideB);
  tieFeatures(setting, pair);
}

function tieFeatures({ sentence, titles, titledIn, list, parts }: SentenceSetting, pair: Pair): void {
  const { first, second, direction } = pair;
  const [a, b] = [first.actor.id, second.actor.id];
  if (first.actor.ties.some((tie) => tie.to === b)) {
    list.add(F.tie);
    list.add(F['tie:'], direction);
  }
  if (second.actor.ties.some((tie) => tie.to === a)) list.add(F.tieback);
  if (titles.size === 0) return;
  const key = pairKey(first.rank, second.rank);
  const title = titles.get(key);
  if (title === undefined || titledIn.get(key)?.has(sentence.index) !== true) return;
  list.add(F.titletie);
  list.add(F['titletie:'], title.sentence === sentence.index ? F.first : F.again);
  for (const word of title.title.split(' ')) list.add(F['title:'], parts.get(word));
}
