import type { Actor } from '../../../graph-data/model/actor.ts';
import { compareIds } from '../../../graph-data/model/ids.ts';
import { foldText } from '../../../graph-data/model/text.ts';
import { editsBetween, isSamePerson } from '../engine/names/same-person.ts';
import type { ActorNames } from './actor-names.ts';
import { toInitials, toWords } from './actor-names.ts';
import { isProperName } from './proper-name.ts';

/** A known actor that may be the same as a new one, and why. */
export interface LikeActor {
  readonly actor: Actor;
  readonly reason: string;
}

/** Questions asked about one new actor. */
const MOST_QUESTIONS = 3;
/** Shorter names are within two edits of anything. */
const SHORTEST_SPELLING = 6;

/**
 * The known actors that a new one may be, likeliest first, at most three: of the same name where that did not decide, by
 * surname alone, by acronym, or by a spelling within two edits. A person is never like anything but a person.
 */
export function findLikenesses(actor: Pick<Actor, 'name' | 'kind'>, known: ActorNames): LikeActor[] {
  const { name, kind } = actor;
  if (!/\p{Lu}/u.test(name)) return []; // "officials" of two reports are not one for being called so
  const isOfKind = (other: Actor): boolean => isLikeKind(kind, other.kind);
  const found = [
    ...known
      .findByName(name)
      .filter((other) => /\p{Lu}/u.test(other.name))
      .map((other) => toSameName(actor, other)),
    ...(kind === 'person' ? findPersons(name, known) : findBodies(name, known)).filter((like) =>
      isOfKind(like.actor),
    ),
  ];
  const seen = new Set<string>();
  return found
    .filter(({ actor: { id } }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    })
    .slice(0, MOST_QUESTIONS);
}

/** True where two of these kinds may be one: readers do not agree whether the White House is a place or a body. */
export function isLikeKind(a: Actor['kind'], b: Actor['kind']): boolean {
  return a === b || (a !== 'person' && b !== 'person');
}

function toSameName({ name, kind }: Pick<Actor, 'name' | 'kind'>, other: Actor): LikeActor {
  const reason = !isProperName(name, kind)
    ? `the same role: “${name}”`
    : isLikeKind(kind, other.kind)
      ? `more than one is called “${other.name}”`
      : `the same name, but ${withArticle(kind)} here and ${withArticle(other.kind)} there`;
  return { actor: other, reason };
}

function findPersons(name: string, known: ActorNames): LikeActor[] {
  const words = toWords(name);
  const surname = words.at(-1) ?? '';
  if (!isProperName(name, 'person')) return [];
  if (words.length === 1)
    return byId(known.findByLastWord(surname)).map((actor) => ({
      actor,
      reason: `surname alone: “${name}”`,
    }));
  const bare = known
    .findByName(surname)
    .map((actor) => ({ actor, reason: `surname alone there: “${actor.name}”` }));
  const respelled = byId([...known.findByLastWord(surname), ...known.findByShape(name)])
    .filter((actor) => isSamePerson(actor.name, name))
    .map((actor) => ({ actor, reason: `nearly the same name: “${actor.name}”` }));
  return [...respelled, ...bare];
}

function findBodies(name: string, known: ActorNames): LikeActor[] {
  const isAcronym = /^\p{Lu}[\p{Lu}\d]{1,7}$/u.test(name);
  const spelledOut = isAcronym ? known.findByInitials(name) : [];
  const initials = toInitials(name);
  const shortened = initials.length >= 2 ? known.findByName(initials).filter(isWrittenInCapitals) : [];
  const folded = foldText(name);
  const respelled =
    folded.length < SHORTEST_SPELLING
      ? []
      : known.findByShape(name).filter((other) => {
          const edits = editsBetween(foldText(other.name), folded, 2);
          return edits > 0 && edits <= (folded.length < 9 ? 1 : 2);
        });
  return [
    ...byId(spelledOut).map((actor) => ({ actor, reason: `“${name}” may be short for “${actor.name}”` })),
    ...byId(shortened).map((actor) => ({ actor, reason: `“${actor.name}” may be short for “${name}”` })),
    ...byId(respelled).map((actor) => ({ actor, reason: `nearly the same name: “${actor.name}”` })),
  ];
}

function isWrittenInCapitals({ name }: Actor): boolean {
  return name === name.toUpperCase();
}

function byId(actors: readonly Actor[]): Actor[] {
  return actors.toSorted((a, b) => compareIds(a.id, b.id));
}

function withArticle(kind: Actor['kind']): string {
  return kind === 'media' ? 'a medium' : /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}
