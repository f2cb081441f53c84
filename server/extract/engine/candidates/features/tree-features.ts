import { tokenAt } from '../../names/token-at.ts';
import { pathBetween } from '../../syntax/tree.ts';
import { isImplied, type Pair, type SentenceSetting } from './setting.ts';

const LONGEST_PATH = 6;

/** The path between the two in the tree, and what of the lexicon lies on it. */
export function pathFeatures(
  { tokens, tree, senses }: SentenceSetting,
  { first, second, kinds }: Pair,
): string[] {
  const { up, top, down, tokens: on } = pathBetween(tree, first.to - 1, second.to - 1);
  const size = up.length + down.length;
  const length = size > LONGEST_PATH ? '+' : String(size);
  const near = size > 4 ? '+' : String(size);
  const toShort = (path: readonly string[]): string =>
    path.filter((relation) => path.length === 1 || (relation !== 'conj' && relation !== 'mod')).join('<');
  const inner = `${up.at(-1) ?? '-'}|${down[0] ?? '-'}`;
  const head = tokenAt(tokens, top);
  const features = [
    `plen:${length}`,
    `pup:${up[0] ?? '-'}`,
    `pdown:${down.at(-1) ?? '-'}`,
    `pends:${up[0] ?? '-'}|${down.at(-1) ?? '-'}`,
    `pupdown:${inner}`,
    `pupdownv:${up.at(-1) ?? '-'}|${head.lemma}|${down[0] ?? '-'}`,
    `pconj:${Math.min(3, [...up, ...down].filter((relation) => relation === 'conj').length)}`,
  ];
  if (size <= LONGEST_PATH) {
    features.push(`path:${toShort(up)}|${toShort(down)}`, `path:${toShort(up)}|${head.pos}|${toShort(down)}`);
    if (size <= 4) features.push(`pathl:${toShort(up)}|${head.lemma}|${toShort(down)}`);
  }
  const types = new Set(on.flatMap((at) => (senses[at] ?? []).map(({ type }) => type)));
  for (const type of types)
    features.push(`PT:${type}`, `PT:${type}:${inner}`, `PT:${type}:${near}`, `PT:${type}:${kinds}`);
  if (types.size === 0) features.push(`PT:none:${near}`);
  for (const at of on) {
    const { pos, lemma } = tokenAt(tokens, at);
    if (!/^(VERB|NOUN|ADJ)$/.test(pos)) continue;
    features.push(`pw:${lemma}`);
    if (size <= 5) features.push(`pw:${lemma}:${up.at(-1) ?? '-'}`);
  }
  return features;
}

/** What the frames say, the surest first, and the parts that both play at the nearest word. */
export function frameFeatures({ tokens }: SentenceSetting, { frames, kinds }: Pair): string[] {
  const sure = frames.find(({ verdict }) => verdict !== 'none');
  const features = [`FV:${sure?.verdict ?? (frames.length > 0 ? 'near' : 'apart')}`];
  if (sure?.sense) {
    const { sense, agent, patient, verdict } = sure;
    const size = agent.depth + patient.depth;
    features.push(
      `FV:${verdict}:${size > 4 ? '+' : size}`,
      `FV:${verdict}:${sense.type}`,
      `FV:${verdict}:${sense.part}:${agent.slot}>${patient.slot}`,
      `FV:${verdict}:${kinds}`,
      `FV:${verdict}:${sense.type}:${kinds}`,
      `FVl:${sense.lemma}:${sense.part}`,
    );
    if (verdict === 'part') features.push(`FVi:${agent.inside}>${patient.inside}`);
  }
  for (const { verdict, sense } of frames)
    if (verdict !== 'none' && sense) features.push(`FT:${sense.type}`, `FS:${sense.stance}`);
  const near = frames[0];
  if (near) {
    const { pos, lemma } = tokenAt(tokens, near.trigger);
    const slots = `${near.agent.slot}>${near.patient.slot}`;
    features.push(
      `FN:${slots}`,
      `FN:${pos}:${slots}`,
      `FN:${lemma}:${slots}`,
      `FN:${slots}:${kinds}`,
      `FNi:${near.agent.inside}>${near.patient.inside}`,
      `FNd:${Math.min(8, near.agent.depth + near.patient.depth)}`,
    );
  }
  return features;
}

/** Whether one hangs on the other's name ("Anna Berg of Norway"), or on a third's. */
export function nameFeatures({ mentions, roles }: SentenceSetting, { first, second, kinds }: Pair): string[] {
  const [ofFirst, ofSecond] = [roles.get(first), roles.get(second)];
  if (!ofFirst || !ofSecond) return [];
  const onFirst = ofSecond.get(first.to - 1)?.slot;
  const onSecond = ofFirst.get(second.to - 1)?.slot;
  const isOnThird = (own: typeof ofFirst): boolean =>
    mentions.some(
      (m) =>
        m.actor !== first.actor &&
        m.actor !== second.actor &&
        !isImplied(m) &&
        (own.get(m.to - 1)?.depth ?? 9) <= 2,
    );
  const which = onFirst !== undefined ? 'A' : onSecond !== undefined ? 'B' : '-';
  const features = [
    `on:${onFirst ?? '-'}|${onSecond ?? '-'}`,
    `onother:${isOnThird(ofSecond)}|${isOnThird(ofFirst)}|${which}`,
  ];
  if (onFirst !== undefined) features.push(`onA:${onFirst}:${kinds}`);
  if (onSecond !== undefined) features.push(`onB:${onSecond}:${kinds}`);
  return features;
}
