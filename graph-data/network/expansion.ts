import type { ActorId, RelationTypeId } from '../model/ids.ts';
import { SLUG_PATTERN } from '../model/ids.ts';

/** A wish to see more of an actor's neighbours than an overview shows: so many, those with most claims first. */
export interface Expansion {
  readonly actor: ActorId;
  /** 1 to {@link MOST_AT_ONCE}. */
  readonly count: number;
  /** Only those tied by relations of this type, and only these relations; null: all. */
  readonly type: RelationTypeId | null;
}

/** Neighbours that one expansion may bring in. */
export const MOST_AT_ONCE = 500;

/** An expansion as links and the API write it: `ACTOR.COUNT` or `ACTOR.COUNT.TYPE`. */
export function toExpansionText({ actor, count, type }: Expansion): string {
  return type === null ? `${actor}.${count}` : `${actor}.${count}.${type}`;
}

/** Reads it back; undefined when it is none. Whether actor and type exist is not looked at. */
export function parseExpansion(text: string): Expansion | undefined {
  const [actor, digits, type, ...rest] = text.split('.');
  if (actor === undefined || digits === undefined || rest.length > 0) return undefined;
  if (!SLUG_PATTERN.test(actor) || !/^[1-9]\d{0,2}$/.test(digits)) return undefined;
  if (type !== undefined && !SLUG_PATTERN.test(type)) return undefined;
  const count = Number(digits);
  if (count > MOST_AT_ONCE) return undefined;
  return { actor: actor as ActorId, count, type: type === undefined ? null : (type as RelationTypeId) };
}
