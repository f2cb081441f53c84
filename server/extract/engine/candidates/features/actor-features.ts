import { pairKey, toBucket, unorderedKey, type Pair, type SentenceSetting } from './setting.ts';

/** Who the two are, how much the report is about them, where in it the sentence stands. */
export function actorFeatures(setting: SentenceSetting, pair: Pair): string[] {
  const { report, genre, sentence } = setting;
  const { first, second, firstActor, secondActor, direction, kinds, frames, earlier } = pair;
  const [a, b] = [firstActor.id, secondActor.id];
  const forms = `${first.form}>${second.form}`;
  const isProtagonist = (id: string): boolean => report.protagonists.includes(id);
  const protagonists = `${isProtagonist(a)}>${isProtagonist(b)}`;
  const share = (count: number): number => Math.round((3 * count) / setting.mostMentions);
  const together = toBucket(setting.together.get(unorderedKey(a, b)) ?? 0);
  const seen = toBucket(earlier);
  const sure = frames.some((f) => f.verdict === 'full')
    ? 'F'
    : frames.some((f) => f.verdict === 'part')
      ? 'P'
      : '-';
  const size = toBucket(report.sentences.length / 3);
  const place = toBucket(sentence.index);
  const [rankA, rankB] = [setting.ranks.get(a) ?? 0, setting.ranks.get(b) ?? 0];
  const features = [
    '1',
    `g:${genre}`,
    `dir:${direction}`,
    `ka:${firstActor.kind}`,
    `kb:${secondActor.kind}`,
    `k:${kinds}`,
    `kd:${kinds}:${direction}`,
    `fa:${first.form}`,
    `fb:${second.form}`,
    `f:${forms}:${direction}`,
    `g:${genre}:k:${kinds}`,
    `g:${genre}:f:${forms}:${direction}`,
    `h:${sentence.kind}:${sentence.index === 0 ? 'title' : ''}`,
    `h:${sentence.kind}:${direction}:${kinds}`,
    `pa:${isProtagonist(a)}`,
    `pb:${isProtagonist(b)}`,
    `pp:${protagonists}:${direction}`,
    `va:${report.voice === a}`,
    `vb:${report.voice === b}`,
    `sal:${share(firstActor.count)}>${share(secondActor.count)}`,
    `n:${toBucket(setting.actorCount)}`,
    `len:${toBucket(setting.tokens.length / 3)}`,
    `tog:${together}`,
    `tog:${together}:${sure}`,
    `seen:${seen}`,
    `seen:${seen}:${sure}`,
    `size:${size}`,
    `size:${size}:${genre}`,
    `pos:${place}`,
    `pos:${place}:${genre}`,
    `rank:${toBucket(rankA)}`,
    `rankb:${toBucket(rankB)}`,
    `ranks:${toBucket(rankA + rankB)}:${sure}`,
    `cnt:${toBucket(firstActor.count)}>${toBucket(secondActor.count)}`,
    `acts:${toBucket(report.actors.size / 3)}`,
  ];
  if (first.isInside === true) features.push('insideA');
  if (second.isInside === true) features.push('insideB');
  features.push(...tieFeatures(setting, pair));
  return features;
}

function tieFeatures({ report, sentence, titles }: SentenceSetting, pair: Pair): string[] {
  const { firstActor, secondActor, direction } = pair;
  const [a, b] = [firstActor.id, secondActor.id];
  const features: string[] = [];
  if (firstActor.ties.some((tie) => tie.to === b)) features.push('tie', `tie:${direction}`);
  if (secondActor.ties.some((tie) => tie.to === a)) features.push('tieback');
  const title = titles.get(pairKey(a, b));
  const isHere =
    title !== undefined &&
    (title.sentence === sentence.index ||
      report.ties.some((tie) => tie.person === a && tie.of === b && tie.sentence === sentence.index));
  if (isHere) {
    features.push('titletie', `titletie:${title.sentence === sentence.index ? 'first' : 'again'}`);
    for (const word of title.title.split(' ')) features.push(`title:${word}`);
  }
  return features;
}
