import type { ActorRef, ActorSummary } from '../../../graph-data/contract/answers.ts';
import type { ActorChoice } from '../../../graph-data/contract/writes.ts';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import type { TypeAheadOption } from './type-ahead.tsx';

/** An actor chosen in a form: one that is here, or one to be added. */
export type ChosenActor =
  | { readonly kind: 'known'; readonly actor: ActorRef }
  | { readonly kind: 'new'; readonly name: string; readonly as: ActorKind };

export function toKnown(actor: ActorRef): ChosenActor {
  return { kind: 'known', actor };
}

/** The choice as the API takes it. */
export function toActorChoice(chosen: ChosenActor): ActorChoice {
  return chosen.kind === 'known' ? { id: chosen.actor.id } : { name: chosen.name, kind: chosen.as };
}

export function isSameActor(one: ChosenActor | null, other: ChosenActor | null): boolean {
  return JSON.stringify(one && toActorChoice(one)) === JSON.stringify(other && toActorChoice(other));
}

/** The key of the option that adds an actor; no id holds a space. */
export const NEW_ACTOR = 'new actor';

const MOST_NEARBY = 8;

/**
 * What an actor's field offers for what is typed: those near by whose name holds it, those found for it, and where the
 * search has ended (`found`), to add one of that name. Nothing typed offers those near by.
 */
export function toActorOptions(
  typed: string,
  nearby: readonly ActorRef[],
  found: readonly ActorSummary[] | undefined,
  canAdd: boolean,
): readonly TypeAheadOption[] {
  const words = typed.trim();
  const folded = words.toLowerCase();
  const near = nearby.filter(({ label }) => label.toLowerCase().includes(folded)).slice(0, MOST_NEARBY);
  const ids = new Set(near.map(({ id }) => id));
  const others = (found ?? []).filter(({ id }) => !ids.has(id));
  const options = [
    ...near.map(({ id, label, kind }) => ({
      key: id,
      words: label,
      kind,
      detail: KIND_WORDS[kind].one.toLowerCase(),
    })),
    ...others.map(({ id, label, kind, claims }) => ({
      key: id,
      words: label,
      kind,
      detail: `${KIND_WORDS[kind].one.toLowerCase()}, ${toCountWords(claims, 'claim')}`,
    })),
  ];
  if (!canAdd || words === '' || found === undefined) return options;
  return [...options, { key: NEW_ACTOR, words: `Add “${words}” as a new actor` }];
}
