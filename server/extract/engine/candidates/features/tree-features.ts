import { toPart, toParts, type Part } from '../../hashing/part.ts';
import type { Path } from '../../syntax/tree.ts';
import { pathBetween } from '../../syntax/tree.ts';
import type { MentionFacts, Pair, SentenceSetting } from './setting.ts';

const LONGEST_PATH = 6;
const NUMBERS = Array.from({ length: 9 }, (_, k) => toPart(String(k)));
const F = toParts(
  'plen:',
  'pup:',
  'pdown:',
  'pends:',
  'pupdown:',
  'pupdownv:',
  'pconj:',
  'path:',
  'pathl:',
  'PT:',
  'PT:none:',
  'pw:',
  'FV:',
  'FVl:',
  'FVi:',
  'FT:',
  'FS:',
  'FN:',
  'FNi:',
  'FNd:',
  'full',
  'part',
  'near',
  'apart',
  'on:',
  'onother:',
  'onA:',
  'onB:',
  'A',
  'B',
  'true|true|',
  'true|false|',
  'false|true|',
  'false|false|',
  ':',
  '|',
  '<',
  '>',
  '-',
  '+',
);
const NONE = toPart('');
const ON_THIRD = [F['false|false|'], F['false|true|'], F['true|false|'], F['true|true|']];

/** The path between the two in the tree, and what of the lexicon lies on it. */
export function pathFeatures(setting: SentenceSetting, { first, second, kinds }: Pair): void {
  const { words, relations, list } = setting;
  const path = pathBetween(setting.tree, setting.depths, first.mention.to - 1, second.mention.to - 1);
  const { up, top, down } = path;
  const size = up.length + down.length;
  const near = size > 4 ? F['+'] : (NUMBERS[size] ?? NONE);
  const relation = (token: number | undefined): Part =>
    token === undefined ? F['-'] : (relations[token] ?? NONE);
  const [innerUp, innerDown] = [relation(up.at(-1)), relation(down[0])];
  const [endUp, endDown] = [relation(up[0]), relation(down.at(-1))];
  const head = words[top];
  const conjunctions = countConjunctions(setting, path);
  list.add(F['plen:'], size > LONGEST_PATH ? F['+'] : (NUMBERS[size] ?? NONE));
  list.add(F['pup:'], endUp);
  list.add(F['pdown:'], endDown);
  list.add(F['pends:'], endUp, F['|'], endDown);
  list.add(F['pupdown:'], innerUp, F['|'], innerDown);
  list.add(F['pupdownv:'], innerUp, F['|'], head?.lemma ?? NONE, F['|'], innerDown);
  list.add(F['pconj:'], NUMBERS[Math.min(3, conjunctions)] ?? NONE);
  if (size <= LONGEST_PATH) {
    addPath(setting, path, F['path:'], undefined);
    addPath(setting, path, F['path:'], head?.pos ?? NONE);
    if (size <= 4) addPath(setting, path, F['pathl:'], head?.lemma ?? NONE);
  }
  const seen: Part[] = [];
  forEachOn(path, (at) => {
    const word = words[at];
    if (word === undefined) return;
    for (const type of word.types) {
      if (seen.includes(type)) continue;
      seen.push(type);
      list.add(F['PT:'], type);
      list.add(F['PT:'], type, F[':'], innerUp, F['|'], innerDown);
      list.add(F['PT:'], type, F[':'], near);
      list.add(F['PT:'], type, F[':'], kinds);
    }
  });
  if (seen.length === 0) list.add(F['PT:none:'], near);
  forEachOn(path, (at) => {
    const word = words[at];
    if (word?.kind !== 'VERB' && word?.kind !== 'NOUN' && word?.kind !== 'ADJ') return;
    list.add(F['pw:'], word.lemma);
    if (size <= 5) list.add(F['pw:'], word.lemma, F[':'], innerUp);
  });
}

/** The tokens on a path between its ends. */
function forEachOn({ up, top, down }: Path, visit: (token: number) => void): void {
  for (let k = 1; k < up.length; k += 1) visit(up[k] ?? -1);
  visit(top);
  for (let k = 0; k + 1 < down.length; k += 1) visit(down[k] ?? -1);
}

const isConjunction = ({ tree }: SentenceSetting, token: number): boolean => tree.relation[token] === 'conj';

function countConjunctions(setting: SentenceSetting, { up, down }: Path): number {
  let count = 0;
  for (const token of up) if (isConjunction(setting, token)) count += 1;
  for (const token of down) if (isConjunction(setting, token)) count += 1;
  return count;
}

/** Adds how the path goes up and down, coordination and modifiers left out, with what stands between at its top. */
function addPath(setting: SentenceSetting, { up, down }: Path, name: Part, between: Part | undefined): void {
  const { list } = setting;
  list.begin(name);
  addSteps(setting, up);
  list.and(F['|']);
  if (between !== undefined) {
    list.and(between);
    list.and(F['|']);
  }
  addSteps(setting, down);
  list.end();
}

function addSteps({ tree, relations, list }: SentenceSetting, tokens: readonly number[]): void {
  let isFirst = true;
  for (const token of tokens) {
    const relation = tree.relation[token];
    if (tokens.length > 1 && (relation === 'conj' || relation === 'mod')) continue;
    if (!isFirst) list.and(F['<']);
    list.and(relations[token] ?? NONE);
    isFirst = false;
  }
}

/** What the frames say, the surest first, and the parts that both play at the nearest word. */
export function frameFeatures({ words, parts, list }: SentenceSetting, { frames, kinds }: Pair): void {
  const sure = frames.find(({ verdict }) => verdict !== 'none');
  if (sure === undefined) list.add(F['FV:'], frames.length > 0 ? F.near : F.apart);
  else list.add(F['FV:'], sure.verdict === 'full' ? F.full : F.part);
  if (sure?.sense) {
    const { sense, agent, patient } = sure;
    const { type, part, lemma } = sense.parts;
    const verdict = sure.verdict === 'full' ? F.full : F.part;
    const size = agent.depth + patient.depth;
    list.add(F['FV:'], verdict, F[':'], size > 4 ? F['+'] : (NUMBERS[size] ?? NONE));
    list.add(F['FV:'], verdict, F[':'], type);
    list.begin(F['FV:']);
    for (const piece of [verdict, F[':'], part, F[':']]) list.and(piece);
    list.and(parts.get(agent.slot));
    list.and(F['>']);
    list.and(parts.get(patient.slot));
    list.end();
    list.add(F['FV:'], verdict, F[':'], kinds);
    list.add(F['FV:'], verdict, F[':'], type, F[':'], kinds);
    list.add(F['FVl:'], lemma, F[':'], part);
    if (sure.verdict === 'part')
      list.add(F['FVi:'], parts.get(agent.inside), F['>'], parts.get(patient.inside));
  }
  for (const { verdict, sense } of frames)
    if (verdict !== 'none' && sense) {
      list.add(F['FT:'], sense.parts.type);
      list.add(F['FS:'], sense.parts.stance);
    }
  const near = frames[0];
  if (!near) return;
  const word = words[near.trigger];
  const [agent, patient] = [parts.get(near.agent.slot), parts.get(near.patient.slot)];
  list.add(F['FN:'], agent, F['>'], patient);
  list.add(F['FN:'], word?.pos ?? NONE, F[':'], agent, F['>'], patient);
  list.add(F['FN:'], word?.lemma ?? NONE, F[':'], agent, F['>'], patient);
  list.add(F['FN:'], agent, F['>'], patient, F[':'], kinds);
  list.add(F['FNi:'], parts.get(near.agent.inside), F['>'], parts.get(near.patient.inside));
  list.add(F['FNd:'], NUMBERS[Math.min(8, near.agent.depth + near.patient.depth)] ?? NONE);
}

/** Whether one hangs on the other's name ("Anna Berg of Norway"), or on a third's. */
export function nameFeatures({ parts, list }: SentenceSetting, { first, second, kinds }: Pair): void {
  if (!first.isSaid || !second.isSaid) return;
  const onFirst = second.roleAt[first.mention.to - 1]?.slot;
  const onSecond = first.roleAt[second.mention.to - 1]?.slot;
  const isOnThird = ({ hangsOn }: MentionFacts): boolean => {
    for (const number of hangsOn) if (number !== first.number && number !== second.number) return true;
    return false;
  };
  const which = onFirst !== undefined ? F.A : onSecond !== undefined ? F.B : F['-'];
  const [slotA, slotB] = [
    onFirst === undefined ? F['-'] : parts.get(onFirst),
    onSecond === undefined ? F['-'] : parts.get(onSecond),
  ];
  list.add(F['on:'], slotA, F['|'], slotB);
  list.add(F['onother:'], ON_THIRD[Number(isOnThird(second)) * 2 + Number(isOnThird(first))] ?? NONE, which);
  if (onFirst !== undefined) list.add(F['onA:'], slotA, F[':'], kinds);
  if (onSecond !== undefined) list.add(F['onB:'], slotB, F[':'], kinds);
}
