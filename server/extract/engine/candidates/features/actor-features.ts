import { toPart, toParts, type Part } from '../../hashing/part.ts';
import type { ActorKind, FoundActor, Mention, MentionForm } from '../../report.ts';
import {
  pairKey,
  toBucket,
  unorderedKey,
  type ActorParts,
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
  setting: ReportSetting & Pick<SentenceSetting, 'sentence' | 'kind' | 'tokens' | 'actorCount'>,
): void {
  const { report, genre, sentence, kind, list } = setting;
  const size = toBucket(report.sentences.length / 3);
  const place = toBucket(sentence.index);
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

/** What each pair of a mention shares. */
export function toActorParts(
  { report, ranks, mostMentions }: ReportSetting,
  { id, kind, count }: FoundActor,
  { form }: Mention,
): ActorParts {
  return {
    kind: KIND[kind],
    form: FORM[form],
    isProtagonist: is(report.protagonists.includes(id)),
    isVoice: is(report.voice === id),
    share: SHARES[Math.round((3 * count) / mostMentions)] ?? NONE,
    rank: toBucket(ranks.get(id) ?? 0),
    count: toBucket(count),
  };
}

/** Who the two are, and how much the report is about them. */
export function actorFeatures(setting: SentenceSetting, pair: Pair): void {
  const { genre, kind, list } = setting;
  const { first, second, direction, kinds, frames, earlier } = pair;
  const [a, b] = [first.parts, second.parts];
  const [formA, formB] = [a.form, b.form];
  const together = toBucket(setting.together.get(unorderedKey(first.rank, second.rank)) ?? 0);
  const seen = toBucket(earlier);
  const sure = hasVerdict(frames, 'full') ? F.F : hasVerdict(frames, 'part') ? F.P : F['-'];
  const [isA, isB] = [a.isProtagonist, b.isProtagonist];
  list.add(F['dir:'], direction);
  list.add(F['ka:'], a.kind);
  list.add(F['kb:'], b.kind);
  list.add(F['k:'], kinds);
  list.add(F['kd:'], kinds, COLON, direction);
  list.add(F['fa:'], formA);
  list.add(F['fb:'], formB);
  list.add(F['f:'], formA, TO, formB, COLON, direction);
  list.add(F['g:'], genre, F[':k:'], kinds);
  list.begin(F['g:']);
  list.and(genre);
  list.and(F[':f:']);
  list.and(formA);
  list.and(TO);
  list.and(formB);
  list.and(COLON);
  list.and(direction);
  list.end();
  list.add(F['h:'], kind, COLON, direction, COLON, kinds);
  list.add(F['pa:'], isA);
  list.add(F['pb:'], isB);
  list.add(F['pp:'], isA, TO, isB, COLON, direction);
  list.add(F['va:'], a.isVoice);
  list.add(F['vb:'], b.isVoice);
  list.add(F['sal:'], a.share, TO, b.share);
  list.add(F['tog:'], together);
  list.add(F['tog:'], together, COLON, sure);
  list.add(F['seen:'], seen);
  list.add(F['seen:'], seen, COLON, sure);
  list.add(F['rank:'], a.rank);
  list.add(F['rankb:'], b.rank);
  list.add(F['ranks:'], toBucket(first.rank + second.rank), COLON, sure);
  list.add(F['cnt:'], a.count, TO, b.count);
  if (first.mention.isInside === true) list.add(F.insideA);
  if (second.mention.isInside === true) list.add(F.insideB);
  tieFeatures(setting, pair);
}

function hasVerdict(frames: Pair['frames'], verdict: 'full' | 'part'): boolean {
  for (const frame of frames) if (frame.verdict === verdict) return true;
  return false;
}

function tieFeatures({ sentence, titles, titledIn, list, parts }: SentenceSetting, pair: Pair): void {
  const { first, second, direction } = pair;
  const [a, b] = [first.actor.id, second.actor.id];
  if (first.actor.ties.length > 0 && first.actor.ties.some((tie) => tie.to === b)) {
    list.add(F.tie);
    list.add(F['tie:'], direction);
  }
  if (second.actor.ties.length > 0 && second.actor.ties.some((tie) => tie.to === a)) list.add(F.tieback);
  if (titles.size === 0) return;
  const key = pairKey(first.rank, second.rank);
  const title = titles.get(key);
  if (title === undefined || titledIn.get(key)?.has(sentence.index) !== true) return;
  list.add(F.titletie);
  list.add(F['titletie:'], title.sentence === sentence.index ? F.first : F.again);
  for (const word of title.title.split(' ')) list.add(F['title:'], parts.get(word));
}
