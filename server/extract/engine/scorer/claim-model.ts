import type { Features } from '../candidates/find-candidates.ts';
import type { FeatureList } from '../hashing/feature-list.ts';
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
  /** `score` is that of the features, where it is known. */
  readonly judge: (features: Features, score?: number) => Verdict;
  /** The score alone, which costs less. */
  readonly score: (features: Features) => number;
  /** The score by the features found so far; a new candidate's, or with what has come since of the last one's. */
  readonly scoreSoFar: (shared: Int32Array, own: FeatureList, isNew: boolean) => number;
  /** Weighs who may be the speaker (attribution/find-speaker.ts). */
  readonly weighSpeaker: (features: FeatureList) => number;
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
  let counted = 0;
  let ownSum = 0;
  const sumOfShared = (hashes: Int32Array): number => {
    if (hashes !== shared) {
      shared = hashes;
      sharedSum = relationIndex.sumOf(relation, hashes);
    }
    return sharedSum;
  };
  const score = (features: Features): number =>
    toProbability(sumOfShared(features.shared) + relationIndex.sumOf(relation, features.own));
  return {
    threshold: file.threshold,
    score,
    scoreSoFar: (hashes, { store, length }, isNew) => {
      const before = sumOfShared(hashes);
      if (isNew) {
        relationIndex.startSum();
        counted = 0;
        ownSum = 0;
      }
      ownSum = relationIndex.sumOn(ownSum, relation, store, counted, length);
      counted = length;
      return toProbability(before + ownSum);
    },
    weighSpeaker: ({ store, length }) => {
      speakerIndex.startSum();
      return speakerIndex.sumOn(0, speaker, store, 0, length);
    },
    judge: (features, known) => {
      const mine = known ?? score(features);
      const { type, stance, modality } = classes(features);
      return {
        score: mine,
        certainty: calibrate(file.calibration, mine),
        types: type,
        stance: stance ?? 'neutral',
        modality: modality ?? 'asserted',
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

/** What the features say of the classes of each aspect. */
interface Classes {
  readonly type: Ranked;
  readonly stance: string | undefined;
  readonly modality: string | undefined;
}

/** Weighs all classes of all aspects in one pass over the features. */
function openClasses(file: ModelFile): (features: Features) => Classes {
  const { type, stance, modality } = file.classes;
  const offsets = { type: 0, stance: type.length, modality: type.length + stance.length };
  const classCount = offsets.modality + modality.length;
  const size = classCount + (classCount % 2);
  const weights = new ClassWeights(size);
  for (const aspect of ASPECTS) {
    for (const [name, row] of Object.entries(file[aspect]))
      for (let k = 0; k + 1 < row.length; k += 2)
        weights.add(hashOf(name), offsets[aspect] + (row[k] ?? 0), row[k + 1] ?? 0);
    for (const [prefix, weight] of VOTES)
      file.classes[aspect].forEach((name, k) => {
        weights.vote(hashOf(prefix + name), offsets[aspect] + k, weight);
      });
  }
  const weigh = weights.close();
  const ofShared = new WeakMap<Int32Array, Float64Array>(); // the candidates of a sentence share theirs
  return ({ shared, own }) => {
    let logits = ofShared.get(shared);
    if (!logits) ofShared.set(shared, (logits = weigh(shared, new Float64Array(size))));
    logits = weigh(own, logits.slice());
    return {
      type: likeliest(type, logits),
      stance: stance[firstOf(stance, logits, offsets.stance)],
      modality: modality[firstOf(modality, logits, offsets.modality)],
    };
  };
}

/** The number of the likeliest of some classes whose logits begin at a place, `but` one; the first by name of equals. */
function firstOf(names: readonly string[], logits: Float64Array, from: number, but = -1): number {
  let best = -1;
  let most = -Infinity;
  for (let k = 0; k < names.length; k += 1) {
    const logit = logits[from + k] ?? 0;
    if (k === but || logit < most) continue;
    if (best >= 0 && logit === most && (names[k] ?? '') > (names[best] ?? '')) continue;
    best = k;
    most = logit;
  }
  return best;
}

/** The two likeliest of the classes whose logits stand first. */
function likeliest(names: readonly string[], logits: Float64Array): Ranked {
  const first = firstOf(names, logits, 0);
  if (first < 0) return [];
  const most = logits[first] ?? 0;
  let total = 0;
  for (let k = 0; k < names.length; k += 1) total += Math.exp((logits[k] ?? 0) - most);
  const toRanked = (k: number): readonly [string, number] => [
    names[k] ?? '',
    Math.exp((logits[k] ?? 0) - most) / total,
  ];
  const second = firstOf(names, logits, 0, first);
  return second < 0 ? [toRanked(first)] : [toRanked(first), toRanked(second)];
}

/** What features weigh for classes: learned weights, which count once an example, and votes, each time anew. */
class ClassWeights {
  readonly #rows = new Map<number, Float64Array>();
  readonly #votes = new Map<number, [name: number, weight: number][]>();
  readonly #size: number;

  /** `size` is even. */
  constructor(size: number) {
    this.#size = size;
  }

  add(hash: number, name: number, weight: number): void {
    let row = this.#rows.get(hash);
    if (!row) this.#rows.set(hash, (row = new Float64Array(this.#size)));
    row[name] = (row[name] ?? 0) + weight;
  }

  vote(hash: number, name: number, weight: number): void {
    const votes = this.#votes.get(hash);
    if (votes) votes.push([name, weight]);
    else this.#votes.set(hash, [[name, weight]]);
  }

  /** Adds to the logits of all classes what the features weigh, and gives them. */
  close(): (hashes: Int32Array, logits: Float64Array) => Float64Array {
    const hashesOfAll = [...new Set([...this.#rows.keys(), ...this.#votes.keys()])];
    const index = new HashIndex(hashesOfAll);
    const size = this.#size;
    const table = new Float64Array(index.size * size);
    hashesOfAll.forEach((hash, number) => {
      table.set(this.#rows.get(hash) ?? [], number * size);
    });
    const votes = hashesOfAll.map((hash) => this.#votes.get(hash));
    const countedIn = new Int32Array(index.size);
    const rows = new Int32Array(index.size);
    let round = 0;
    return (hashes, logits) => {
      round += 1;
      let count = 0;
      for (let i = 0; i < hashes.length; i += 1) {
        const number = index.numberOf(hashes[i] ?? 0);
        if (number < 0) continue;
        const cast = votes[number];
        if (cast !== undefined)
          for (const [name, weight] of cast) logits[name] = (logits[name] ?? 0) + weight;
        if (countedIn[number] === round) continue;
        countedIn[number] = round;
        rows[count] = number * size;
        count += 1;
      }
      for (let k = 0; k < size; k += 2) {
        let one = logits[k] ?? 0;
        let other = logits[k + 1] ?? 0;
        for (let i = 0; i < count; i += 1) {
          const at = (rows[i] ?? 0) + k;
          one += table[at] ?? 0;
          other += table[at + 1] ?? 0;
        }
        logits[k] = one;
        logits[k + 1] = other;
      }
      return logits;
    };
  }
}
