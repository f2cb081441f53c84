import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Lists = Readonly<Record<string, string>>;
const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const words = (list: string | undefined): ReadonlySet<string> =>
  new Set((list ?? '').split(/\s+/).filter((word) => word !== ''));

const { homes, ...lists } = read('reference-words.yaml') as { readonly homes: Lists };
const REFERENCE: Lists = lists;
const NAMES = read('first-names.yaml') as Lists;

/** Words that stand for actors named elsewhere, in lower case (`reference-words.yaml`). */
export const REFERENCE_WORDS = {
  persons: words(REFERENCE['persons']),
  sides: words(REFERENCE['sides']),
  countries: words(REFERENCE['countries']),
  bilateral: words(REFERENCE['bilateral']),
  country: words(REFERENCE['country']),
  city: words(REFERENCE['city']),
  heads: words(REFERENCE['heads']),
  turnTitles: words(REFERENCE['turnTitles']),
  turnLabels: words(REFERENCE['turnLabels']),
  meeting: words(REFERENCE['meeting']),
  say: words(REFERENCE['say']),
  voice: words(REFERENCE['voice']),
} as const;

const HE = words(NAMES['he']);
const SHE = words(NAMES['she']);

/** The pronoun that goes with a person's given name: `m` he, `f` she, empty where the name does not tell. */
export function genderOfName(name: string): 'm' | 'f' | '' {
  for (const part of name.split(/\s+/).slice(0, -1)) {
    if (HE.has(part)) return 'm';
    if (SHE.has(part)) return 'f';
  }
  return '';
}

/** The country that an office-holder speaks for where a report does not say so, by the person's id. */
export const HOMES: ReadonlyMap<string, string> = new Map(
  Object.entries(homes).flatMap(([country, ids]) => [...words(ids)].map((id) => [id, country] as const)),
);
