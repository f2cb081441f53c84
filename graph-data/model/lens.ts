import type { ActorKind } from './actor.ts';
import type { Status } from './claim.ts';
import type { ActorId, DocumentId, RelationTypeId } from './ids.ts';
import type { Modality, Stance } from './vocabulary.ts';

export const CLOCKS = ['said', 'happened'] as const;
export type Clock = (typeof CLOCKS)[number];

/** The speaker value that stands for the document's own voice. */
export const NO_SPEAKER = 'none';

/** Values of `vias` beside actors: claims that come through somebody else, and those that do not. */
export const ANY_VIA = 'any';
export const NO_VIA = 'none';

/**
 * What of the dataset is looked at. An empty list asks for everything; several values of one list widen, several
 * lists narrow. Claims are chosen first; `minClaims` and `minOrigins` then drop relations with too few left.
 */
export interface Lens {
  readonly speakers: readonly (ActorId | typeof NO_SPEAKER)[];
  /** Whose word is handed on in the claim: an inner speaker of it, "Witkoff, quoting Putin". */
  readonly vias: readonly (ActorId | typeof ANY_VIA | typeof NO_VIA)[];
  readonly publishers: readonly string[];
  readonly documents: readonly DocumentId[];
  readonly types: readonly RelationTypeId[];
  readonly stances: readonly Stance[];
  readonly modalities: readonly Modality[];
  /** Both actors of a claim must be of these kinds. */
  readonly kinds: readonly ActorKind[];
  /** Never empty; `accepted` unless said. The statuses are the corpus: they do not count as a cut. */
  readonly statuses: readonly Status[];
  /** EDTF; a claim passes when its date may overlap `from`–`to`. Claims without a date do not pass. */
  readonly from: string | null;
  readonly to: string | null;
  /** `said`: `saidOn`, or else the day its document was published; `happened`: `happenedOn`. */
  readonly clock: Clock;
  /** At least 1. */
  readonly minClaims: number;
  readonly minOrigins: number;
}

/** Everything accepted. */
export const DEFAULT_LENS: Lens = {
  speakers: [],
  vias: [],
  publishers: [],
  documents: [],
  types: [],
  stances: [],
  modalities: [],
  kinds: [],
  statuses: ['accepted'],
  from: null,
  to: null,
  clock: 'said',
  minClaims: 1,
  minOrigins: 1,
};

/** The lens as the API writes it: `[name, value]` pairs, sorted, defaults left out. Equal lenses give equal pairs. */
export function toLensParameters(lens: Lens): [string, string][] {
  const pairs: [string, string][] = [];
  const add = (name: string, values: readonly string[]): void => {
    for (const value of values.length < 2 ? values : new Set(values)) pairs.push([name, value]);
  };
  add('speaker', lens.speakers);
  add('via', lens.vias);
  add('publisher', lens.publishers);
  add('document', lens.documents);
  add('type', lens.types);
  add('stance', lens.stances);
  add('modality', lens.modalities);
  add('kind', lens.kinds);
  if (lens.statuses.some((status) => !DEFAULT_LENS.statuses.includes(status))) add('status', lens.statuses);
  if (lens.from !== null) add('from', [lens.from]);
  if (lens.to !== null) add('to', [lens.to]);
  if ((lens.from !== null || lens.to !== null) && lens.clock !== DEFAULT_LENS.clock)
    add('clock', [lens.clock]);
  if (lens.minClaims > 1) add('minClaims', [String(lens.minClaims)]);
  if (lens.minOrigins > 1) add('minOrigins', [String(lens.minOrigins)]);
  return pairs.sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1));
}

/** The conditions of the lens in force, as `name=value` lines: what an answer's `cutBy` says. Status is no cut. */
export function toLensCuts(lens: Lens): string[] {
  return toLensParameters(lens)
    .filter(([name]) => name !== 'status')
    .map(([name, value]) => `${name}=${value}`);
}
