import type { ActorKind } from '../../../graph-data/model/actor.ts';
import type { Actor } from '../../../graph-data/model/actor.ts';
import type { Document } from '../../../graph-data/model/document.ts';
import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import type { Modality, RelationType, Stance } from '../../../graph-data/model/vocabulary.ts';
import type { Dataset } from '../../../graph-data/formats/dataset/dataset.ts';
import { readDatasetFolder, SHIPPED_DATASET } from '../../../server/app/dataset-folder.ts';
import type { Random } from './random.ts';
import { createRandom, createWeightedDraw, toZipfWeights } from './random.ts';

export interface GeneratorOptions {
  readonly actors: number;
  readonly claims: number;
  readonly seed: number;
}

/** The size that "must show" figures are measured at, unless they say otherwise. */
export const LARGE: GeneratorOptions = { actors: 23_000, claims: 470_000, seed: 1 };

/** Few actors are in most reports, and most in few: mentions fall with the rank to this power. */
const FAME = 0.85;
/** Actors of one story are tied to each other more often than to the rest. */
const ACTORS_A_STORY = 90;
const IN_STORY = 0.72;
const CLAIMS_A_DOCUMENT = 11;
const PUBLISHERS = 80;
/** So many claims are one that another outlet has printed too, word for word or nearly so. */
const COPIED = 0.08;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAYS = 365;
const DAY_MS = 86_400_000;
const KINDS: readonly (readonly [ActorKind, number])[] = [
  ['person', 0.52],
  ['organisation', 0.24],
  ['group', 0.1],
  ['place', 0.06],
  ['media', 0.05],
  ['country', 0.03],
];

/**
 * A year of world news that nobody wrote, like the real thing in what costs time: fame after Zipf, stories that keep to
 * themselves, several outlets printing one sentence, few claims with dates. Every quote stands at its offsets. The same
 * options give the same dataset.
 */
export function generateDataset(options: GeneratorOptions): Dataset {
  const random = createRandom(options.seed);
  const vocabulary = readVocabulary();
  const actors = generateActors(options.actors, random);
  const draw = createActorDraw(actors.length, random);
  const drawType = createWeightedDraw(toZipfWeights(vocabulary.length, 0.7), random);
  const documents: Document[] = [];
  const claims: Dataset['claims'][number][] = [];
  let last: { sentence: string; claim: Omit<Dataset['claims'][number], 'document' | 'start' | 'end'> }[] = [];
  const drawPublisher = createWeightedDraw(toZipfWeights(PUBLISHERS, 0.9), random);
  while (claims.length < options.claims) {
    const number = documents.length;
    const id = `report-${String(number).padStart(6, '0')}` as DocumentId;
    const publishedMs =
      FIRST_DAY + Math.floor((number / (options.claims / CLAIMS_A_DOCUMENT)) * DAYS) * DAY_MS;
    const size = Math.min(options.claims - claims.length, 1 + random.below(2 * CLAIMS_A_DOCUMENT - 1));
    const here: typeof last = [];
    let text = '';
    for (let count = 0; count < size; count += 1) {
      const copied = last.length > 0 && random.chance(COPIED) ? random.pick(last) : undefined;
      const stated = copied ?? stateClaim(actors, draw, vocabulary[drawType()], publishedMs, random);
      const start = text.length + stated.sentence.indexOf(stated.claim.quote);
      claims.push({ ...stated.claim, document: id, start, end: start + stated.claim.quote.length });
      here.push(stated);
      text += `${stated.sentence} `;
    }
    last = here;
    documents.push({
      id,
      kind: 'report',
      title: `Report ${number + 1} of the year`,
      publisher: `Courier ${drawPublisher() + 1}`,
      language: 'en',
      publishedAt: toDay(publishedMs),
      licence: 'CC0-1.0',
      text: text.trimEnd(),
    });
  }
  return {
    vocabulary,
    actors: actors.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    documents,
    claims,
    hash: `${options.actors}-${options.claims}-${options.seed}`.padStart(64, '0'),
  };
}

function readVocabulary(): readonly RelationType[] {
  const parsed = readDatasetFolder(SHIPPED_DATASET);
  if (!parsed.ok) throw new Error('the shipped dataset has faults');
  return parsed.dataset.vocabulary;
}

function generateActors(count: number, random: Random): Actor[] {
  const drawKind = createWeightedDraw(
    KINDS.map(([, share]) => share),
    random,
  );
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index): Actor => {
    let name = toName(random);
    if (taken.has(name)) name = `${name} ${index}`;
    taken.add(name);
    return {
      id: name.toLowerCase().replaceAll(' ', '-') as ActorId,
      name,
      kind: KINDS[drawKind()]?.[0] ?? 'person',
      aliases: random.chance(0.3) ? [name.split(' ').at(-1) ?? name] : [],
    };
  });
}

const ONSETS = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'z',
  'sh',
  'ch',
  'tr',
  'st',
  '',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const CODAS = ['', '', 'n', 'r', 's', 'l', 'm', 'nd', 'k'];

function toName(random: Random): string {
  const word = (): string => {
    const syllables = 1 + random.below(3);
    let text = '';
    for (let count = 0; count < syllables; count += 1)
      text += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return `${word()} ${word()}`;
}

/** Two different actors: the first by fame, the second by fame out of its story or, less often, out of all. */
export function createActorDraw(
  count: number,
  random: Random,
): { any: () => number; partner: (of: number) => number } {
  const any = createWeightedDraw(toZipfWeights(count, FAME), random);
  const stories = Math.max(1, Math.ceil(count / ACTORS_A_STORY));
  const inStory = createWeightedDraw(toZipfWeights(Math.min(count, ACTORS_A_STORY), FAME), random);
  return {
    any,
    partner(of) {
      for (let tries = 0; tries < 8; tries += 1) {
        const other = random.chance(IN_STORY) ? (of % stories) + inStory() * stories : any();
        if (other !== of && other < count) return other;
      }
      return (of + 1) % count;
    },
  };
}

function stateClaim(
  actors: readonly Actor[],
  draw: ReturnType<typeof createActorDraw>,
  type: RelationType | undefined,
  publishedMs: number,
  random: Random,
) {
  const subjectIndex = draw.any();
  const objectIndex = draw.partner(subjectIndex);
  const subject = actors[subjectIndex];
  const object = actors[objectIndex];
  if (subject === undefined || object === undefined || type === undefined)
    throw new RangeError('no such actor or type');
  const speakerShare = random.next();
  const speaker =
    speakerShare < 0.45 ? null : speakerShare < 0.75 ? subject : (actors[draw.any()] ?? subject);
  const label = random.below(4) === 0 ? `${type.label} ${random.pick(MANNERS)}` : type.label;
  const quote = `${subject.name} ${label} ${object.name}`;
  const day = publishedMs - random.below(20) * DAY_MS;
  const sentence =
    speaker === null
      ? `In the ${random.pick(PLACES)} on day ${random.below(9000)}, ${quote} over the ${random.pick(MATTERS)}.`
      : `"${quote} over the ${random.pick(MATTERS)}", ${speaker.name} told the ${random.pick(PLACES)} ${random.below(9000)}.`;
  return {
    sentence,
    claim: {
      subject: subject.id,
      type: type.id,
      object: object.id,
      label: label.slice(0, 60),
      stance: random.chance(0.85) ? type.stance : random.pick<Stance>(['positive', 'neutral', 'negative']),
      modality: drawModality(random),
      speaker: speaker?.id ?? null,
      via: [],
      quote,
      ...(random.chance(0.35) ? { saidOn: toDay(day) } : {}),
      ...(random.chance(0.3) ? { happenedOn: random.chance(0.2) ? toDay(day).slice(0, 7) : toDay(day) } : {}),
      status: 'accepted' as const,
      method: 'import',
      certainty: 1,
      reason: '',
    },
  };
}

const MANNERS = ['again', 'in public', 'at last', 'once more', 'in part', 'openly'];
const PLACES = ['assembly', 'port', 'summit', 'court', 'capital', 'council', 'ministry', 'harbour'];
const MATTERS = [
  'grain road',
  'river treaty',
  'old border',
  'new tariff',
  'rail line',
  'gas field',
  'budget',
  'cup',
];

function drawModality(random: Random): Modality {
  const share = random.next();
  return share < 0.83 ? 'asserted' : share < 0.87 ? 'denied' : share < 0.95 ? 'planned' : 'hypothetical';
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
