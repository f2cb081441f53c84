import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import type { ActorKind } from '../report.ts';
import { remember } from '../../../../graph-data/model/remember.ts';

/** A name known beforehand. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly form: 'name' | 'demonym' | 'capital';
  /** Of a capital: the place itself, where a preposition of place stands before it. */
  readonly place?: Known;
}

/** An actor's id from its name: lower case, no accents, words joined by hyphens; empty where there is no letter or digit. */
export const slug = remember((name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, ''),
);

/** A name as the table of known names writes it: with straight apostrophes. */
export const fold = (name: string): string =>
  UNFOLDED.test(name) ? name.replace(/[’‘]/g, "'").replace(/‑/g, '-') : name;
const UNFOLDED = /[’‘‑]/;

/** Known names by their folded words. */
export const KNOWN = new Map<string, Known>();
/** The most words that a known name has which begins with a word. */
export const LONGEST = new Map<string, number>();
/** A country's adjective, by the country's id. */
export const DEMONYM_OF = new Map<string, string>();

const require = createRequire(import.meta.url);
const names = (
  require('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | string[]> }
).countries;
const { nationalities } = require('i18n-nationality/langs/en.json') as {
  nationalities: Record<string, string>;
};
const { countries } = require('countries-list') as {
  countries: Record<string, { name: string; capital: string }>;
};
const readData = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

interface CountryRow {
  readonly name?: string;
  readonly also?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capitals?: readonly string[];
}
interface NameRow {
  readonly name: string;
  readonly id?: string;
  readonly also?: readonly string[];
  readonly demonyms?: readonly string[];
}

function put(name: string, known: Known): void {
  const key = fold(name);
  if (KNOWN.has(key)) return;
  KNOWN.set(key, known);
  const words = key.split(/[\s'-]+/);
  const first = words[0] ?? '';
  LONGEST.set(first, Math.max(LONGEST.get(first) ?? 0, 2 * words.length));
}

/** Puts adjectives and members' names: an adjective stands for the actor, a plural for its people. */
function putDemonyms(demonyms: readonly string[], of: Known): void {
  for (const demonym of demonyms) {
    const isPlural =
      demonyms.some((other) => demonym === `${other}s`) || /(?:men|Danes|Poles|Turks|Finns)$/.test(demonym);
    put(
      demonym,
      isPlural && of.kind !== 'group'
        ? { id: toPeople(demonym, demonyms), name: demonym, kind: 'group', form: 'name' }
        : of,
    );
  }
}

/** The id of a people by the plural of its adjective: Norwegians are the Norwegian people. */
function toPeople(plural: string, demonyms: readonly string[]): string {
  const adjective = demonyms.find((other) => plural === `${other}s`);
  return slug(adjective === undefined ? plural : `${adjective} people`);
}

function putNames(): void {
  const rows = readData('./known-names.yaml') as Partial<Record<ActorKind, readonly NameRow[]>>;
  for (const kind of ['organisation', 'media', 'group', 'country', 'place', 'person'] as const)
    for (const row of rows[kind] ?? []) {
      const known: Known = { id: row.id ?? slug(row.name), name: row.name, kind, form: 'name' };
      for (const name of [row.name, ...(row.also ?? [])]) put(name, known);
      putDemonyms(row.demonyms ?? [], { ...known, form: 'demonym' });
    }
}

function putCountries(): void {
  const rows = readData('./countries.yaml') as Record<string, CountryRow>;
  for (const code of new Set([...Object.keys(names), ...Object.keys(rows)])) {
    const row = rows[code] ?? {};
    const official = [names[code] ?? []].flat();
    const name = row.name ?? countries[code]?.name ?? official[0];
    if (name === undefined) continue;
    const country: Known = { id: slug(name), name, kind: 'country', form: 'name' };
    for (const form of [name, ...official, ...(row.also ?? [])])
      if (form.length > 2 || /^(?:US|UK)$/.test(form)) put(form, country);
    const demonyms = [...(row.demonyms ?? [])];
    const nationality = nationalities[code];
    if (nationality !== undefined && !demonyms.includes(nationality)) demonyms.push(nationality);
    for (const adjective of [...demonyms]) if (/(?:an|i)$/.test(adjective)) demonyms.push(`${adjective}s`);
    if (demonyms[0] !== undefined) DEMONYM_OF.set(country.id, demonyms[0]);
    putDemonyms([...new Set(demonyms)], { ...country, form: 'demonym' });
    for (const capital of [countries[code]?.capital ?? '', ...(row.capitals ?? [])]) {
      if (capital === '' || capital === name) continue;
      const place: Known = { id: slug(capital), name: capital, kind: 'place', form: 'name' };
      put(capital, official.length > 0 ? { ...country, form: 'capital', place } : place);
    }
  }
}

putNames();
putCountries();
