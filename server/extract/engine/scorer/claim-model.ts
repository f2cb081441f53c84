import type { Features } from '../candidates/find-candidates.ts';
import { HashIndex } from '../hashing/hash-index.ts';
import { hashOf } from '../hashing/part.ts';
import { toProbability } from './logistic-model.ts';

/** What the scorer says of a candidate. */
export interface Verdict {
  /** How sure it is that the relation is stated, 0 to 1, uncalibrated; the threshold is in these. */
  readonly score: number;
  /** The share of such proposals that were right on reports held out. */
  readonly certainty: number;
  /** The likeliest types with their probability, likeliest first. */
  readonly types: readonly (readonly [string, number])[];
  readonly stance: string;
  readonly modality: string;
}

/** The model as it stands in its file. Weights of a feature: one for the relation, and those of each class. */
export interface ModelFile {
  readonly about: string;
  /** What it was accepted on. */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly threshold: number;
  /** Rising pairs [score, certainty], straight lines between them. */
  readonly calibration: readonly (readonly [number, number])[];
  readonly classes: {
    readonly type: readonly string[];
    readonly stance: readonly string[];
    readonly modality: readonly string[];
  };
  /** Feature → weight; of classes, class number and weight by turns. */
  readonly relation: Readonly<Record<string, number>>;
  readonly type: Readonly<Record<string, readonly number[]>>;
  readonly stance: Readonly<Record<string, readonly number[]>>;
  readonly modality: Readonly<Record<string, readonly number[]>>;
  readonly speaker: Readonly<Record<string, number>>;
}

/** A model ready to judge. */
export interface ClaimModel {
  readonly threshold: number;
  readonly judge: (features: Features) => Verdict;
  /** The score alone, which costs less. */
  readonly score: (features: Features) => number;
  /** Weighs who may be the speaker (attribution/find-speaker.ts). */
  readonly weighSpeaker: (features: Int32Array) => number;
}

/**
 * What the lexicon says counts beside what was learned, since some types are rare in any training: a feature of these
 * prefixes votes for the class that follows, in logits. Found by search on reports held out and on PLOVER's coded sentences.
 */
const VOTES: readonly (readonly [string, number])[] = [
  ['FV:full:', 4],
  ['FT:', 2],
  ['PT:', 2],
  ['S:', 2],
  ['FS:', 3],
];

type Aspect = 'type' | 'stance' | 'modality';
const ASPECTS = ['type', 'stance', 'modality'] as const satisfies readonly Aspect[];

/** The model of a file; features it does not know weigh nothing. */
export function openModel(file: ModelFile): ClaimModel {
  const relationIndex = new HashIndex(Object.keys(file.relation).map(hashOf));
  const relation = Float64Array.from(Object.values(file.relation));
  const speakerIndex = new HashIndex(Object.keys(file.speaker).map(hashOf));
  const speaker = Float64Array.from(Object.values(file.speaker));
  const classes = openClasses(file);
  let shared: Int32Array | undefined;
  let sharedSum = 0;
  const score = (features: Features): number => {
    if (features.shared !== shared) {
      shared = features.shared;
      sharedSum = relationIndex.sumOf(relation, shared);
    }
    return toProbability(sharedSum + relationIndex.sumOf(relation, features.own));
  };
  return {
    threshold: file.threshold,
    score,
    weighSpeaker: (features) => speakerIndex.sumOf(speaker, features),
    judge: (features) => {
      const mine = score(features);
      const { type, stance, modality } = classes(features);
      return {
        score: mine,
        certainty: calibrate(file.calibration, mine),
        types: type,
        stance: stance[0]?.[0] ?? 'neutral',
        modality: modality[0]?.[0] ?? 'asserted',
      };
    },
  };
}

/** The certainty of a score, between the nearest pairs; the first's below it, the last's above it; itself without pairs. */
export function calibrate(pairs: ModelFile['calibration'], score: number): number {
  let below: readonly [number, number] | undefined;
  for (const pair of pairs) {
    const [at, certainty] = pair;
    if (at >= score) {
      if (!below || at === below[0]) return certainty;
      return below[1] + ((certainty - below[1]) * (score - below[0])) / (at - below[0]);
    }
    below = pair;
  }
  return below?.[1] ?? score;
}

/** The likeliest classes of an aspect with their probability, likeliest first. */
type Ranked = readonly (readonly [string, number])[];

/** Weighs all classes of all aspects in one pass over the features. */
function openClasses(file: ModelFile): (features: Features) => Readonly<Record<Aspect, Ranked>> {
  const offsets = { type: 0, stance: file.classes.type.length, modality: 0 };
  offsets.modality = offsets.stance + file.classes.stance.length;
  const size = offsets.modality + file.classes.modality.length;
  const weights = new ClassWeights();
  const votes = new ClassWeights();
  for (const aspect of ASPECTS) {
    for (const [name, row] of Object.entries(file[aspect]))
      for (let k = 0; k + 1 < row.length; k += 2)
        weights.add(hashOf(name), offsets[aspect] + (row[k] ?? 0), row[k + 1] ?? 0);
    for (const [prefix, weight] of VOTES)
      file.classes[aspect].forEach((name, k) => {
        votes.add(hashOf(prefix + name), offsets[aspect] + k, weight);
      });
  }
  const weigh = weights.close();
  const vote = votes.close();
  const rank = (aspect: Aspect, logits: Float64Array): Ranked =>
    likeliest(
      file.classes[aspect],
      logits.subarray(offsets[aspect], offsets[aspect] + file.classes[aspect].length),
    );
  return ({ shared, own }) => {
    const logits = new Float64Array(size);
    weigh(shared, logits, true);
    weigh(own, logits, true);
    vote(shared, logits, false); // each time anew: more frames, more votes
    vote(own, logits, false);
    return { type: rank('type', logits), stance: rank('stance', logits), modality: rank('modality', logits) };
  };
}

/** The two likeliest of some classes, the first by name of equals. */
function likeliest(names: readonly string[], logits: Float64Array): Ranked {
  let [first, second] = [-1, -1];
  const isAbove = (k: number, other: number): boolean => {
    if (other < 0) return true;
    const [mine, its] = [logits[k] ?? 0, logits[other] ?? 0];
    return mine > its || (mine === its && (names[k] ?? '') < (names[other] ?? ''));
  };
  for (let k = 0; k < names.length; k += 1)
    if (isAbove(k, first)) [first, second] = [k, first];
    else if (isAbove(k, second)) second = k;
  const most = logits[first] ?? 0;
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
  return [first, second]
    .filter((k) => k >= 0)
    .map((k) => [names[k] ?? '', Math.exp((logits[k] ?? 0) - most) / total] as const);
}

/** The weights that features have for classes, in rows one after another. */
class ClassWeights {
  readonly #rows = new Map<number, number[]>();

  add(hash: number, name: number, weight: number): void {
    const row = this.#rows.get(hash);
    if (row) row.push(name, weight);
    else this.#rows.set(hash, [name, weight]);
  }

  /** Adds to each class what the features weigh; doubles once only, if so asked. */
  close(): (hashes: Int32Array, logits: Float64Array, isOnce: boolean) => void {
    const rows = [...this.#rows.values()];
    const index = new HashIndex([...this.#rows.keys()]);
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, k) => (starts[k + 1] = (starts[k] ?? 0) + row.length / 2));
    const names = new Uint8Array(starts.at(-1) ?? 0);
    const weights = new Float64Array(names.length);
    rows.forEach((row, k) => {
      for (let i = 0; i < row.length; i += 2) {
        names[(starts[k] ?? 0) + i / 2] = row[i] ?? 0;
        weights[(starts[k] ?? 0) + i / 2] = row[i + 1] ?? 0;
      }
    });
    return (hashes, logits, isOnce) => {
      const numbers = index.knownOf(hashes, isOnce);
      for (let k = 0; k < numbers.length; k += 1) {
        const number = numbers[k] ?? 0;
        const end = starts[number + 1] ?? 0;
        for (let i = starts[number] ?? 0; i < end; i += 1) {
          const name = names[i] ?? 0;
          logits[name] = (logits[name] ?? 0) + (weights[i] ?? 0);
        }
      }
    };
  }
}
