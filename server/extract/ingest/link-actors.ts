import { toFreeId } from '../../../graph-data/formats/csv/free-id.ts';
import type { Actor } from '../../../graph-data/model/actor.ts';
import { actorSchema } from '../../../graph-data/model/actor.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { compareIds, toSlug } from '../../../graph-data/model/ids.ts';
import { foldText } from '../../../graph-data/model/text.ts';
import type { NewLikeness } from '../../store/dataset-changes.ts';
import { sha256Hex } from '../../store/sha256-hex.ts';
import type { FoundActor } from '../engine/report.ts';
import { ActorNames, toWords } from './actor-names.ts';
import { findLikenesses, isLikeKind } from './find-likenesses.ts';
import { isProperName } from './proper-name.ts';

/** The actors of a report as actors of the dataset. */
export interface LinkedActors {
  /** By the id that the report's own actor has in its extraction. */
  readonly idOf: ReadonlyMap<string, ActorId>;
  /** Not here before, by id. */
  readonly added: readonly Actor[];
  /** Open questions about those added. */
  readonly likenesses: readonly NewLikeness[];
}

const MOST_ALIASES = 20;
const LONGEST_NAME = 200;
/** Questions asked about one document. */
const MOST_LIKENESSES = 200;

/**
 * Links the actors of a report to known ones: the same name or alias, accents and case aside, of just one actor whose kind
 * does not speak against it, is that actor. What is only likely becomes a question, and the actor is added as its own; so is
 * whoever a report names by role alone, who may be another in every report.
 */
export function linkActors(
  found: readonly Pick<FoundActor, 'id' | 'name' | 'kind' | 'names'>[],
  known: readonly Actor[],
): LinkedActors {
  const names = new ActorNames(known);
  const idOf = new Map<string, ActorId>();
  const added: Actor[] = [];
  const likenesses: NewLikeness[] = [];
  const taken = new Set<string>();
  for (const actor of found.toSorted((a, b) => compareIds(a.id, b.id))) {
    // Two that a report calls the same are one to it.
    const same =
      findSame(actor, names) ??
      added.find(({ name, kind }) => foldText(name) === foldText(actor.name) && isLikeKind(kind, actor.kind));
    if (same !== undefined) {
      idOf.set(actor.id, same.id);
      continue;
    }
    const own = toActor(actor, { has: (id) => names.ids.has(id) || taken.has(id) });
    taken.add(own.id);
    added.push(own);
    idOf.set(actor.id, own.id);
    for (const { actor: other, reason } of findLikenesses(own, names))
      likenesses.push({ actor: own.id, other: other.id, reason });
  }
  return { idOf, added, likenesses: likenesses.slice(0, MOST_LIKENESSES) };
}

function findSame(
  { name, kind, names }: Pick<FoundActor, 'name' | 'kind' | 'names'>,
  known: ActorNames,
): Actor | undefined {
  if (!isProperName(name, kind)) return undefined;
  // One word of several may be a surname that others have too.
  const whole = [name, ...[...names].filter((each) => toWords(each).length > 1).sort(compareIds)];
  for (const each of whole) {
    const same = known
      .findByName(each)
      .filter((actor) => isLikeKind(actor.kind, kind) && isProperName(actor.name, actor.kind));
    if (same.length === 1) return same[0];
    if (same.length > 1) return undefined;
  }
  return undefined;
}

function toActor(
  { name, kind, names }: Pick<FoundActor, 'name' | 'kind' | 'names'>,
  taken: { has(id: string): boolean },
): Actor {
  const called = toLine(name) || 'unnamed';
  const slug = toSlug(called) || `actor-${sha256Hex(foldText(called)).slice(0, 8)}`;
  const seen = new Set([foldText(called)]);
  const aliases: string[] = [];
  for (const alias of [...names].map(toLine).sort(compareIds)) {
    if (seen.has(foldText(alias)) || !isAlias(alias, kind) || aliases.length === MOST_ALIASES) continue;
    seen.add(foldText(alias));
    aliases.push(alias);
  }
  return actorSchema.parse({ id: toFreeId(slug, taken), name: called, kind, aliases });
}

/** Surnames, "the ministry" and demonyms are names for a report; for all reports only what is whole, or an acronym. */
function isAlias(name: string, kind: Actor['kind']): boolean {
  if (kind === 'person') return toWords(name).length > 1;
  if (kind !== 'organisation' && kind !== 'media') return false;
  return toWords(name).length > 1 || /^\p{Lu}[\p{Lu}\d-]{1,9}$/u.test(name);
}

/** One line that a name may be. */
function toLine(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .trim();
}
