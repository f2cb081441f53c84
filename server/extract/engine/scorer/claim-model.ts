import { FeatureIndex, sumOf, toProbabilities, toProbability } from './logistic-model.ts';

/** What the scorer says of a candidate. */
export interface Verdict {
  /** How sure it is that the relation is stated, 0 to 1, uncalibrated; the threshold is in these. */
  readonly score: number;
  /** The share of such proposals that were right on reports held out. */
  readonly certainty: number;
  /** Types with their probability, likeliest first. */
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
  readonly judge: (features: readonly string[]) => Verdict;
  /** The score alone, which costs less. */
  readonly score: (features: readonly string[]) => number;
  /** Weighs who may be the speaker (attribution/find-speaker.ts). */
  readonly weighSpeaker: (features: readonly string[]) => number;
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

/** The model of a file; features it does not know weigh nothing. */
export function openModel(file: ModelFile): ClaimModel {
  const relationIndex = new FeatureIndex(Object.keys(file.relation));
  const relation = Float64Array.from(Object.values(file.relation));
  const aspects = {
    type: openClasses(file, 'type'),
    stance: openClasses(file, 'stance'),
    modality: openClasses(file, 'modality'),
  };
  const speaker = new Map(Object.entries(file.speaker));
  const score = (features: readonly string[]): number =>
    toProbability(sumOf(relation, relationIndex.numbersOf(features)));
  return {
    threshold: file.threshold,
    score,
    weighSpeaker: (features) => features.reduce((sum, name) => sum + (speaker.get(name) ?? 0), 0),
    judge: (features) => {
      const mine = score(features);
      return {
        score: mine,
        certainty: calibrate(file.calibration, mine),
        types: aspects.type(features),
        stance: aspects.stance(features)[0]?.[0] ?? 'neutral',
        modality: aspects.modality(features)[0]?.[0] ?? 'asserted',
      };
    },
  };
}

function openClasses(
  file: ModelFile,
  aspect: Aspect,
): (features: readonly string[]) => (readonly [string, number])[] {
  const names = file.classes[aspect];
  const rows = file[aspect];
  const index = new FeatureIndex(Object.keys(rows));
  const weights = names.map(() => new Float64Array(index.size));
  Object.values(rows).forEach((row, j) => {
    for (let k = 0; k + 1 < row.length; k += 2) {
      const mine = weights[row[k] ?? -1];
      if (mine) mine[j] = row[k + 1] ?? 0;
    }
  });
  return (features) => {
    const votes = new Map<string, number>();
    for (const feature of features)
      for (const [prefix, weight] of VOTES)
        if (feature.startsWith(prefix)) {
          const name = feature.slice(prefix.length);
          votes.set(name, (votes.get(name) ?? 0) + weight);
        }
    const probabilities = toProbabilities(
      weights,
      index.numbersOf(features),
      names.map((name) => votes.get(name) ?? 0),
    );
    return names
      .map((name, k) => [name, probabilities[k] ?? 0] as const)
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
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
