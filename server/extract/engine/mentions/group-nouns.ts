import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Lists = Record<
  'people' | 'bodies' | 'collective' | 'bare' | 'stateSelf' | 'roleOwn' | 'roles' | 'quantifiers',
  string
> & { readonly phrases: readonly string[] };
const lists = parse(readFileSync(new URL('./group-nouns.yaml', import.meta.url), 'utf8')) as Lists;
const toSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Plural persons: officials, villagers. */
export const PEOPLE = toSet(lists.people);
/** Plural bodies and peopled places: companies, towns. */
export const BODIES = toSet(lists.bodies);
/** Singular bodies that need an owner or a modifier: family, party. */
export const COLLECTIVE = toSet(lists.collective);
/** Singular bodies that stand with "the" alone: opposition, police. */
export const BARE = toSet(lists.bare);
/** What of a country is the country itself: government, side. */
export const STATE_SELF = toSet(lists.stateSelf);
/** Every word that may be the head of a group, "every village" included. */
export const GROUP_HEADS: ReadonlySet<string> = new Set([
  ...[PEOPLE, BODIES, COLLECTIVE, BARE, STATE_SELF].flatMap((words) => [...words]),
  ...[PEOPLE, BODIES].flatMap((words) => [...words].map((word) => word.replace(/s$/, ''))),
]);
/** Persons named by their tie: mother, lawyer. */
export const ROLE_OWN = toSet(lists.roleOwn);
/** Offices and callings of one person. */
export const ROLES = toSet(lists.roles);
/** Words of number that a group's name keeps: several, all. */
export const QUANTIFIERS = toSet(lists.quantifiers);
/** Groups without a head noun: the injured. */
export const PHRASES: ReadonlySet<string> = new Set(
  lists.phrases.map((phrase) => phrase.replace(/^the /, '')),
);
