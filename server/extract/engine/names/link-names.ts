import { sentenceAt } from './token-at.ts';
import type { ActorKind, FoundActor, Report } from '../report.ts';
import { remember } from '../../../../graph-data/model/remember.ts';
import { findAcronyms } from './find-acronyms.ts';
import type { FoundName } from './found-name.ts';
import { fold, slug } from './known-names.ts';
import { isRespelling, isSamePerson } from './same-person.ts';

/** Which actor each name is; a name without one is nobody's. */
export type ActorOfName = Map<FoundName, string>;

/** A person's name without initials, suffixes and titles, on one line. */
const strip = remember((words) =>
  fold(words)
    .replace(/,? ?\b(?:Jr|Sr)\b\.?$/i, '')
    .replace(/\b\p{Lu}\. /gu, '')
    .replace(/\s+/g, ' ')
    .trim(),
);
const fromCapitals = (name: string): string =>
  /\p{Ll}/u.test(name) || !name.includes(' ')
    ? name
    : name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
const withoutArticle = (name: string): string => name.replace(/^(?:al|el|Al|El)-/, '');

/**
 * Gives every name its actor, new actors added to the report: known names first, then full names, then what shortens
 * them (surnames, acronyms, spellings within two edits), then single names by how they are used.
 */
export function linkNames(names: readonly FoundName[], report: Report): ActorOfName {
  const actorOf: ActorOfName = new Map();
  const byPart = new Map<string, string[]>();
  const bySurname = new Map<string, FoundActor[]>();
  const link = (name: FoundName, id: string, label: string, kind: ActorKind): FoundActor => {
    let actor = report.actors.get(id);
    if (!actor)
      report.actors.set(
        id,
        (actor = { id, name: label, kind, names: new Set(), gender: '', ties: [], count: 0 }),
      );
    actor.names.add(name.words);
    if (name.gender) actor.gender = name.gender;
    actorOf.set(name, id);
    return actor;
  };
  for (const name of names) if (name.known) link(name, name.known.id, name.known.name, name.known.kind);

  const open = names.filter((name) => !name.known && name.form === 'name' && !name.isShort);
  const isLong = (name: FoundName): boolean => strip(name.words).includes(' ');
  for (const name of open.filter(isLong)) {
    const label =
      name.kind === 'person' || name.kind === 'unknown'
        ? fromCapitals(strip(name.words))
        : fold(name.words).replace(/^The /, '');
    const kind: ActorKind = name.kind === 'unknown' ? 'organisation' : name.kind;
    if (kind !== 'person') {
      link(name, slug(label) || 'unnamed', label, kind);
      continue;
    }
    const parts = label.split(' ');
    const surname = parts.at(-1) ?? '';
    const initial = surname[0] ?? '';
    const same = [...(byPart.get(surname) ?? []), ...(byPart.get(parts[0] ?? '') ?? [])]
      .flatMap((id) => report.actors.get(id) ?? [])
      .concat(bySurname.get(initial) ?? [])
      .find((actor) => isSamePerson(actor.name, label));
    const actor = link(name, same?.id ?? (slug(label) || 'unnamed'), label, 'person');
    if (!same) bySurname.set(initial, [...(bySurname.get(initial) ?? []).slice(-40), actor]);
    for (const part of [...parts, withoutArticle(surname)]) {
      const known = byPart.get(part) ?? [];
      if (!known.includes(actor.id)) byPart.set(part, [...known.slice(-8), actor.id]);
    }
  }

  const acronyms = findAcronyms(names, actorOf, report);
  const places = votesForPlaces(open, report);
  const lastOfHead = new Map<string, string>();
  const lastOfPart = new Map<string, string>();
  for (const name of names) {
    const id = actorOf.get(name);
    if (id !== undefined) {
      const actor = report.actors.get(id);
      if (actor?.kind === 'organisation' || actor?.kind === 'media')
        for (const word of name.words.split(' ')) lastOfHead.set(word, id);
      if (actor?.kind === 'person') for (const part of strip(name.words).split(' ')) lastOfPart.set(part, id);
    }
    if (name.isShort) {
      const short = lastOfHead.get(name.words);
      if (short !== undefined) link(name, short, name.words, 'organisation');
    }
    // "Anna London said … London left": a person's surname that is also a city's name
    const isSurname = id !== undefined && isCity(name) && byPart.has(name.words) && !isInPlace(name, report);
    if (id !== undefined && !isSurname) continue;
    if (id === undefined && (name.form !== 'name' || name.isShort)) continue;
    const label = fromCapitals(strip(name.words));
    const acronym = acronyms.get(name.words);
    if (id === undefined && acronym !== undefined) {
      link(name, acronym, label, 'organisation');
      lastOfHead.set(name.words, acronym);
      continue;
    }
    const person = personCalled(label);
    if (person !== undefined && (isSurname || (name.kind !== 'organisation' && name.kind !== 'place'))) {
      link(name, person, label, 'person');
      lastOfPart.set(label, person);
      continue;
    }
    if (id !== undefined) continue;
    const kind: ActorKind =
      name.kind === 'unknown'
        ? (places.get(label) ?? (/^\p{Lu}\p{Ll}+$/u.test(label) ? 'person' : 'organisation'))
        : name.kind;
    const actor = link(name, slug(label) || 'unnamed', label, kind);
    if (kind === 'person') byPart.set(label, [...(byPart.get(label) ?? []), actor.id]);
  }
  return actorOf;

  function personCalled(label: string): string | undefined {
    const recent = lastOfPart.get(label) ?? lastOfPart.get(withoutArticle(label));
    if (recent !== undefined) return recent;
    const exact = byPart.get(label) ?? byPart.get(withoutArticle(label));
    if (exact) return exact.at(-1);
    for (const actor of bySurname.get(label[0] ?? '') ?? [])
      if (isRespelling(actor.name.slice(actor.name.lastIndexOf(' ') + 1), label)) return actor.id;
    return undefined;
  }
}

/** Whether it is a known city's name, also where that stands for a country. */
const isCity = ({ known }: FoundName): boolean =>
  known !== undefined && ((known.kind === 'place' && known.form === 'name') || known.form === 'capital');

const isInPlace = ({ sentence, from }: FoundName, report: Report): boolean =>
  IN_PLACE.test(sentenceAt(report, sentence).tokens[from - 1]?.lower ?? '');
const IN_PLACE = /^(?:in|at|near|from|to|around|outside|towards?|into)$/;

/** What single unknown names are by how they are used: after "in" a place; before "said" or after a title a person. */
function votesForPlaces(open: readonly FoundName[], report: Report): Map<string, ActorKind> {
  const votes = new Map<string, { place: number; person: number }>();
  for (const name of open) {
    const { tokens } = sentenceAt(report, name.sentence);
    const before = tokens[name.from - 1]?.lower ?? '';
    const after = tokens[name.to]?.lower ?? '';
    const vote = votes.get(name.words) ?? { place: 0, person: 0 };
    if (name.kind === 'person') vote.person += 2;
    else if (IN_PLACE.test(before)) vote.place += 1;
    else if (
      /^(?:said|says|told|added|stated|noted|also|who|claims|wrote|replied|explained|believes|has|was|is)$/.test(
        after,
      )
    )
      vote.person += 1;
    votes.set(name.words, vote);
  }
  const kinds = new Map<string, ActorKind>();
  for (const [words, { place, person }] of votes) {
    const label = fromCapitals(strip(words));
    if (person > 0 && person >= place) kinds.set(label, 'person');
    else if (place > 0) kinds.set(label, 'place');
  }
  return kinds;
}
