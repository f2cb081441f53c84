import type { ActorDetail } from '../../../graph-data/contract/answers.ts';
import type { ActorPatch } from '../../../graph-data/contract/writes.ts';
import type { ActorKind } from '../../../graph-data/model/actor.ts';

const LONGEST_NAME = 200;
const MOST_ALIASES = 200;

/** What the form holds, as it was typed. */
export interface ActorDraft {
  readonly name: string;
  readonly kind: ActorKind;
  /** One a line. */
  readonly aliases: string;
  readonly wikidata: string;
}

type Actor = Pick<ActorDetail, 'label' | 'kind' | 'aliases' | 'wikidata'>;

export function toActorDraft({ label, kind, aliases, wikidata }: Actor): ActorDraft {
  return { name: label, kind, aliases: aliases.join('\n'), wikidata: wikidata ?? '' };
}

export type ActorFaults = Readonly<Partial<Record<'name' | 'aliases' | 'wikidata', string>>>;

/** What keeps the form from being sent, by field. */
export function findActorFaults({ name, aliases, wikidata }: ActorDraft): ActorFaults {
  const names = toAliases(aliases, name);
  return {
    ...(name.trim() === '' && { name: 'An actor needs a name.' }),
    ...(names.some((each) => each.length > LONGEST_NAME) && {
      aliases: `A name has at most ${LONGEST_NAME} characters.`,
    }),
    ...(names.length > MOST_ALIASES && { aliases: `At most ${MOST_ALIASES} names are kept.` }),
    ...(!/^(?:Q[1-9]\d*)?$/.test(wikidata.trim()) && { wikidata: 'Expected an id such as Q7747.' }),
  };
}

/** What is to be otherwise; undefined where nothing is. */
export function toActorPatch(actor: Actor, draft: ActorDraft): ActorPatch | undefined {
  const name = draft.name.trim();
  const aliases = toAliases(draft.aliases, name);
  const wikidata = draft.wikidata.trim() || null;
  const patch: ActorPatch = {
    ...(name !== actor.label && { name }),
    ...(draft.kind !== actor.kind && { kind: draft.kind }),
    ...(aliases.join('\n') !== actor.aliases.join('\n') && { aliases }),
    ...(wikidata !== actor.wikidata && { wikidata }),
  };
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** What was done, for the notice: "Renamed Steve Whitcoff to Steve Witkoff". */
export function toPatchWords(actor: Actor, patch: ActorPatch): string {
  if (patch.name !== undefined) return `Renamed ${actor.label} to ${patch.name}`;
  if (patch.kind !== undefined && patch.aliases === undefined)
    return `Changed the kind of ${actor.label} to ${patch.kind}`;
  if (patch.aliases !== undefined && patch.kind === undefined)
    return `Changed the other names of ${actor.label}`;
  return `Changed ${actor.label}`;
}

/** The names of the lines; empty ones, repeated ones and the actor's own name are left out. */
function toAliases(lines: string, name: string): string[] {
  const names = lines.split('\n').map((line) => line.trim());
  return [...new Set(names)].filter((each) => each !== '' && each !== name.trim());
}
