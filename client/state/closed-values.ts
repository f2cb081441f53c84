import type { ActorKind } from '../../graph-data/model/actor.ts';
import type { Status } from '../../graph-data/model/claim.ts';
import type { Clock } from '../../graph-data/model/lens.ts';
import type { Modality, Stance } from '../../graph-data/model/vocabulary.ts';

/**
 * The closed lists of the model, for the page: the model's own stand beside schemas, which would bring zod into the
 * page's bundle. The types make each list complete.
 */
const keysOf = <K extends string>(record: Readonly<Record<K, true>>): readonly K[] =>
  Object.keys(record) as K[];

export const KINDS = keysOf<ActorKind>({
  person: true,
  organisation: true,
  media: true,
  country: true,
  place: true,
  group: true,
});
export const STANCES = keysOf<Stance>({ positive: true, neutral: true, negative: true });
export const MODALITIES = keysOf<Modality>({
  asserted: true,
  denied: true,
  planned: true,
  hypothetical: true,
});
export const STATUSES = keysOf<Status>({ proposed: true, accepted: true, rejected: true });
export const CLOCKS = keysOf<Clock>({ said: true, happened: true });

/** The value when it is one of the list, else undefined. */
export function findOneOf<T extends string>(list: readonly T[], value: string): T | undefined {
  return list.find((item) => item === value);
}
