import { findCandidates, type Candidate, type Features } from '../candidates/find-candidates.ts';
import { speakerFeatures } from '../attribution/speaker-features.ts';
import { openSpeakers, speakerOptions } from '../attribution/speaker-options.ts';
import { FeatureList, type FeatureNames } from '../hashing/feature-list.ts';
import { HashIndex } from '../hashing/hash-index.ts';
import { LEXICON, TYPES } from '../lexicon/lexicon.ts';
import { readReport } from '../read-report.ts';
import type { Report } from '../report.ts';
import type { ModelFile } from './claim-model.ts';
import { labelPairs, mapActors, sentenceOf, type Gold, type GoldClaim } from './gold.ts';
import { trainBinary, trainClasses, type Example, type TrainOptions } from './logistic-model.ts';

const STANCES = ['neutral', 'positive', 'negative'];
const MODALITIES = ['asserted', 'planned', 'hypothetical', 'denied'];
/** Found by search over reports held out; figures in the model's file. */
const RELATION: TrainOptions = { epochs: 8, rate: 0.03, pull: 2e-3, seed: 1 };
const CLASSES: TrainOptions = { epochs: 10, rate: 0.15, pull: 1e-3, seed: 1 };
const SPEAKER: TrainOptions = { epochs: 8, rate: 0.1, pull: 1e-3, seed: 1 };
/** A feature counts when it occurs in so many reports: for whether a relation is stated, and for what it is. */
const FEWEST_FOR_RELATION = 5;
const FEWEST_FOR_CLASSES = 8;

/** A report with what its reader found in it, laid out for training. */
export interface TrainingReport {
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
  readonly report: Report;
  readonly candidates: readonly Candidate[];
  /** The gold claims of each candidate, none for most. */
  readonly labels: readonly (readonly GoldClaim[])[];
  readonly speakers: readonly { readonly features: Int32Array; readonly y: number }[];
  /** The names of all of its features. */
  readonly names: FeatureNames;
}

/** Reads a report and sets the reader's claims beside its candidates. */
export function layOut(name: string, text: string, gold: Gold): TrainingReport {
  const report = readReport(text);
  const names: FeatureNames = new Map();
  const list = new FeatureList(names);
  const candidates = [...findCandidates(report, LEXICON, list)].flat();
  return {
    name,
    text,
    gold,
    report,
    candidates,
    labels: labelPairs(candidates, report, gold, text),
    speakers: speakerExamples(report, gold, text, list),
    names,
  };
}

function speakerExamples(
  report: Report,
  gold: Gold,
  text: string,
  list: FeatureList,
): TrainingReport['speakers'] {
  const map = mapActors(gold, report, text);
  const index = openSpeakers(report);
  return gold.claims.flatMap((claim) => {
    const [from, to] = sentenceOf(text, claim);
    const sentence = report.sentences.findIndex((s) => s.start < to && s.end > from && s.end > claim.start);
    const truth = claim.speaker === null ? null : map.get(claim.speaker);
    const [subject, object] = [map.get(claim.subject), map.get(claim.object)];
    if (sentence < 0 || truth === undefined || subject === undefined || object === undefined) return [];
    const statement = { sentence, start: claim.start, end: claim.end, subject, object, type: claim.type };
    const options = speakerOptions(index, statement);
    return options.map((option) => {
      speakerFeatures(list, index, statement, option, options);
      return { features: list.take(), y: Number(option.actor === truth) };
    });
  });
}

/** The model learned from the reports, without threshold and calibration (1 and straight). Same reports, same model. */
export function trainModel(reports: readonly TrainingReport[]): ModelFile {
  const names = namesOf(reports);
  const relationHashes = frequentHashes(
    reports.map((r) => r.candidates.map(({ features }) => [features.shared, features.own])),
    names,
    FEWEST_FOR_RELATION,
  );
  const relationIndex = new HashIndex(relationHashes);
  const examples = reports.flatMap((r) =>
    r.candidates.map(({ features }, k): Example => ({
      features: numbersOf(relationIndex, features),
      y: Number((r.labels[k] ?? []).length > 0),
    })),
  );
  const relation = trainBinary(examples, relationIndex.size, RELATION);
  const stated = reports.map((r) =>
    r.candidates.flatMap((c, k) => (r.labels[k] ?? []).map((claim) => ({ features: c.features, claim }))),
  );
  const classHashes = frequentHashes(
    stated.map((list) => list.map(({ features }) => [features.shared, features.own])),
    names,
    FEWEST_FOR_CLASSES,
  );
  const classNames = classHashes.map((hash) => names.get(hash) ?? '');
  const classIndex = new HashIndex(classHashes);
  const flat = stated.flat().map(({ features, claim }) => ({
    features: numbersOf(classIndex, features),
    claim,
  }));
  const learn = (classes: readonly string[], of: (claim: GoldClaim) => string): Record<string, number[]> => {
    const cases = flat.map(({ features, claim }): Example => ({
      features,
      y: Math.max(0, classes.indexOf(of(claim))),
    }));
    return packClasses(classNames, trainClasses(cases, classIndex.size, classes.length, CLASSES));
  };
  return {
    about: 'weights of the offline engine; written by npm run train',
    figures: {},
    threshold: 0.25,
    calibration: [
      [0, 0],
      [1, 1],
    ],
    classes: { type: TYPES, stance: STANCES, modality: MODALITIES },
    relation: pack(
      relationHashes.map((hash) => names.get(hash) ?? ''),
      relation,
    ),
    type: learn(TYPES, (c) => c.type),
    stance: learn(STANCES, (c) => c.stance),
    modality: learn(MODALITIES, (c) => c.modality),
    speaker: trainSpeaker(reports, names),
  };
}

function trainSpeaker(reports: readonly TrainingReport[], names: FeatureNames): Record<string, number> {
  const hashes = frequentHashes(
    reports.map((r) => r.speakers.map(({ features }) => [features])),
    names,
    FEWEST_FOR_CLASSES,
  );
  const index = new HashIndex(hashes);
  const cases = reports.flatMap((r) =>
    r.speakers.map(({ features, y }): Example => ({ features: Int32Array.from(index.knownOf(features)), y })),
  );
  return pack(
    hashes.map((hash) => names.get(hash) ?? ''),
    trainBinary(cases, index.size, SPEAKER),
  );
}

const numbersOf = (index: HashIndex, { shared, own }: Features): Int32Array =>
  Int32Array.from([...index.knownOf(shared), ...index.knownOf(own)]);

function namesOf(reports: readonly TrainingReport[]): FeatureNames {
  const names: FeatureNames = new Map();
  for (const report of reports)
    for (const [hash, name] of report.names) if (!names.has(hash)) names.set(hash, name);
  return names;
}

/** The features that occur in enough reports, in alphabetical order of their names. */
function frequentHashes(
  reports: readonly (readonly (readonly Int32Array[])[])[],
  names: FeatureNames,
  fewest: number,
): number[] {
  const counts = new Map<number, number>();
  for (const examples of reports) {
    const here = new Set<number>();
    for (const blocks of examples) for (const block of blocks) for (const hash of block) here.add(hash);
    for (const hash of here) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .map(([hash]) => [hash, names.get(hash) ?? ''] as const)
    .sort((x, y) => (x[1] < y[1] ? -1 : 1))
    .map(([hash]) => hash);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function pack(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(
    names.map((name, k) => [name, round(weights[k] ?? 0)] as const).filter(([, w]) => w !== 0),
  );
}

function packClasses(names: readonly string[], weights: readonly Float64Array[]): Record<string, number[]> {
  return Object.fromEntries(
    names
      .map(
        (name, k) =>
          [
            name,
            weights.flatMap((of, c) => (Math.abs(of[k] ?? 0) >= 0.02 ? [c, round(of[k] ?? 0)] : [])),
          ] as const,
      )
      .filter(([, row]) => row.length > 0),
  );
}
