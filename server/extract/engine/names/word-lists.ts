import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Lists = Record<string, string> & {
  readonly gender: Record<'m' | 'f', string>;
  readonly pronouns: Record<'m' | 'f', string>;
};
const lists = parse(readFileSync(new URL('./name-words.yaml', import.meta.url), 'utf8')) as Lists;
const toSet = (words: string | undefined): ReadonlySet<string> => new Set((words ?? '').trim().split(/\s+/));

/** Offices and forms of address: the head of a title. */
export const TITLE_HEADS = toSet(lists['titleHeads']);
/** Words that stand before such a head: Vice, Foreign, Special. */
export const TITLES = toSet(lists['titles']);
/** What kind of body a name is the name of: Ministry, Council. */
export const ORG_HEADS = toSet(lists['organisationHeads']);
/** Heads of names of newspapers and stations. */
export const MEDIA_HEADS = toSet(lists['mediaHeads']);
/** Heads of names of places. */
export const PLACE_HEADS = toSet(lists['placeHeads']);
/** Days, papers, events: capitalised and no actor. */
export const NOT_ACTOR = toSet(lists['notNames']);
/** Capitalised by habit and no name when alone. */
export const COMMON_CAPITALS = toSet(lists['capitalisedCommon']);
/** Small words within a person's name: bin, de, van. */
export const PARTICLES = toSet(lists['particles']);
/** Jr., III. */
export const SUFFIXES = toSet(lists['suffixes']);
/** Words, in lower case, that never begin a name. */
export const FUNCTION_WORDS = toSet(lists['functionWords']);
/** Words, in lower case, before the colon of a turn whose speaker has no name. */
export const UNNAMED_SPEAKERS = toSet(lists['remark']);
const MALE_TITLES = toSet(lists.gender.m);
const FEMALE_TITLES = toSet(lists.gender.f);

/** The gender that a title tells, or none. */
export const genderOfTitle = (word: string): 'm' | 'f' | '' =>
  MALE_TITLES.has(word) ? 'm' : FEMALE_TITLES.has(word) ? 'f' : '';
