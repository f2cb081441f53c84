import type { CaseActor, CaseClaim, CaseDocument, CaseFile, CaseItem, CaseStep } from './case-file.ts';
import { CASE_BASES, CASE_KINDS, CASE_MODALITIES, CASE_STANCES } from './case-file.ts';

/** What the JSON of a case file calls itself. A later form that this reader does not know has another number. */
export const CASE_FORMAT = 'onrecord-case-file';
export const CASE_FORMAT_VERSION = 1;

export const MOST_CASE_ITEMS = 500;
export const LONGEST_NOTE = 5_000;
export const LONGEST_TITLE = 200;
const MOST_CLAIMS = 500;
const MOST_STEPS = 50;
const LONGEST_TEXT = 20_000;
const LONGEST_WORD = 500;

/** The case file, or in one sentence why it is none. */
export type ParsedCaseFile = { readonly file: CaseFile } | { readonly fault: string };

/**
 * Reads the JSON that {@link writeCaseJson} wrote, whatever it is given: never throws. Unknown fields are left out. Written
 * by hand, as the page reads its own case file before anything else is loaded.
 */
export function parseCaseFile(json: string): ParsedCaseFile {
  try {
    const value: unknown = JSON.parse(json);
    if (!isCaseFile(value))
      return { fault: `This is no case file of Onrecord: its format is not “${CASE_FORMAT}”.` };
    const { formatVersion } = readHead(value, '');
    if (formatVersion !== CASE_FORMAT_VERSION)
      return {
        fault: `This case file has form ${formatVersion}; this page reads form ${CASE_FORMAT_VERSION}.`,
      };
    const file = readFile(value, '');
    const keys = new Set(file.items.map(({ kind, id }) => `${kind} ${id}`));
    if (keys.size < file.items.length) return { fault: 'The same thing is pinned twice in this case file.' };
    return { file };
  } catch (error) {
    if (error instanceof Fault) return { fault: `This case file cannot be read: ${error.message}.` };
    if (error instanceof SyntaxError) return { fault: 'This is no JSON.' };
    throw error;
  }
}

/** Whether it says of itself that it is one. */
function isCaseFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === CASE_FORMAT;
}

class Fault extends Error {}

/** Gives what it expects, or throws a fault that names the place. */
type Read<T> = (value: unknown, at: string) => T;

function text(longest = LONGEST_WORD): Read<string> {
  return (value, at) => {
    if (typeof value === 'string' && value.length <= longest) return value;
    throw new Fault(`${at} is not a text of at most ${longest} characters`);
  };
}

const whole: Read<number> = (value, at) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Fault(`${at} is not a whole number`);
};

const truth: Read<boolean> = (value, at) => {
  if (typeof value === 'boolean') return value;
  throw new Fault(`${at} is not true or false`);
};

function oneOf<T extends string>(values: readonly T[]): Read<T> {
  return (value, at) => {
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    throw new Fault(`${at} is none of ${values.join(', ')}`);
  };
}

function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, at) => (value === null ? null : read(value, at));
}

/** A field that came later: files from before have none. */
function orElse<T>(read: Read<T>, missing: T): Read<T> {
  return (value, at) => (value === undefined ? missing : read(value, at));
}

function list<T>(read: Read<T>, most: number): Read<T[]> {
  return (value, at) => {
    if (Array.isArray(value) && value.length <= most)
      return value.map((entry: unknown, index) => read(entry, `${at}/${index}`));
    throw new Fault(`${at} is not a list of at most ${most}`);
  };
}

function record<T>(fields: { readonly [K in keyof T]-?: Read<T[K]> }): Read<T> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Fault(`${at === '' ? 'it' : at} is not an object`);
    const given = value as Readonly<Record<string, unknown>>;
    const names = Object.keys(fields) as (keyof T & string)[];
    const entries = names.map((name) => [
      name,
      fields[name](Object.hasOwn(given, name) ? given[name] : undefined, `${at}/${name}`),
    ]);
    return Object.fromEntries(entries) as T;
  };
}

const readHead = record<{ formatVersion: number }>({ formatVersion: whole });

const actor = record<CaseActor>({ id: text(), label: text() });

const document = record<CaseDocument>({
  id: text(),
  kind: oneOf(['report', 'digest']),
  title: text(2_000),
  publisher: text(),
  url: orNull(text(4_000)),
  publishedAt: orNull(text()),
  derivedFrom: orNull(
    record<NonNullable<CaseDocument['derivedFrom']>>({
      title: text(2_000),
      publisher: orNull(text()),
      url: orNull(text(4_000)),
      publishedAt: orNull(text()),
    }),
  ),
});

const claim = record<CaseClaim>({
  id: text(),
  relation: text(),
  subject: actor,
  object: actor,
  speaker: orNull(actor),
  via: list(actor, 20),
  label: text(),
  stance: oneOf(CASE_STANCES),
  modality: oneOf(CASE_MODALITIES),
  saidOn: orNull(text()),
  happenedOn: orNull(text()),
  status: text(),
  basis: oneOf(CASE_BASES),
  exact: text(LONGEST_TEXT),
  sentence: text(LONGEST_TEXT),
  document,
});

const step = record<CaseStep>({
  subject: actor,
  words: text(),
  object: actor,
  modality: oneOf(CASE_MODALITIES),
  isDisputed: truth,
  claims: list(whole, MOST_CLAIMS),
  otherwise: orElse(list(whole, MOST_CLAIMS), []),
});

const itemFields = record<CaseItem>({
  kind: oneOf(CASE_KINDS),
  id: text(4_000),
  note: text(LONGEST_NOTE),
  facts: text(),
  version: whole,
  lens: text(LONGEST_TEXT),
  steps: list(step, MOST_STEPS),
  claims: list(claim, MOST_CLAIMS),
});

const item: Read<CaseItem> = (value, at) => {
  const read = itemFields(value, at);
  const isOut = read.steps.some(({ claims, otherwise }) =>
    [...claims, ...otherwise].some((place) => place >= read.claims.length),
  );
  if (isOut) throw new Fault(`${at}/steps names a claim that is not there`);
  if (read.steps.length === 0) throw new Fault(`${at}/steps is empty`);
  return read;
};

const readFile = record<CaseFile>({ title: text(LONGEST_TITLE), items: list(item, MOST_CASE_ITEMS) });
