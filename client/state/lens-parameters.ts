import type { ActorId, DocumentId, RelationTypeId } from '../../graph-data/model/ids.ts';
import { SLUG_PATTERN } from '../../graph-data/model/ids.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../graph-data/model/lens.ts';
import { CLOCKS, KINDS, MODALITIES, STANCES, STATUSES, findOneOf } from './closed-values.ts';

const MOST_VALUES = 100;
const LONGEST_PUBLISHER = 200;
const LARGEST_LEAST = 1_000_000;
/** The characters of EDTF; whether it names a real day is the server's to say. */
const DATE_PATTERN = /^[0-9TZYEXS:.,~?%+\-/[\]{}]{1,64}$/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };
type Reader = (lens: Mutable<Lens>, value: string) => boolean;

const slug = (value: string): string | undefined => (SLUG_PATTERN.test(value) ? value : undefined);
const item =
  <T>(into: (lens: Mutable<Lens>) => T[], read: (value: string) => T | undefined): Reader =>
  (lens, value) => {
    const found = read(value);
    const list = into(lens);
    if (found === undefined || list.length >= MOST_VALUES) return false;
    if (!list.includes(found)) list.push(found);
    return true;
  };
const date =
  (key: 'from' | 'to'): Reader =>
  (lens, value) => {
    if (lens[key] !== null || !DATE_PATTERN.test(value)) return false;
    lens[key] = value;
    return true;
  };
const least =
  (key: 'minClaims' | 'minOrigins'): Reader =>
  (lens, value) => {
    const number = /^\d{1,7}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > LARGEST_LEAST) return false;
    lens[key] = number;
    return true;
  };

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'speaker',
    item(
      (lens) => lens.speakers,
      (value) => slug(value) as ActorId | undefined,
    ),
  ],
  [
    'via',
    item(
      (lens) => lens.vias,
      (value) => slug(value) as ActorId | undefined,
    ),
  ],
  [
    'publisher',
    item(
      (lens) => lens.publishers,
      (v) => (v !== '' && v.length <= LONGEST_PUBLISHER ? v : undefined),
    ),
  ],
  [
    'document',
    item(
      (lens) => lens.documents,
      (value) => slug(value) as DocumentId | undefined,
    ),
  ],
  [
    'type',
    item(
      (lens) => lens.types,
      (value) => slug(value) as RelationTypeId | undefined,
    ),
  ],
  [
    'stance',
    item(
      (lens) => lens.stances,
      (value) => findOneOf(STANCES, value),
    ),
  ],
  [
    'modality',
    item(
      (lens) => lens.modalities,
      (value) => findOneOf(MODALITIES, value),
    ),
  ],
  [
    'kind',
    item(
      (lens) => lens.kinds,
      (value) => findOneOf(KINDS, value),
    ),
  ],
  [
    'status',
    item(
      (lens) => lens.statuses,
      (value) => findOneOf(STATUSES, value),
    ),
  ],
  ['from', date('from')],
  ['to', date('to')],
  [
    'clock',
    (lens, value) => {
      const clock = findOneOf(CLOCKS, value);
      if (clock !== undefined) lens.clock = clock;
      return clock !== undefined;
    },
  ],
  ['minClaims', least('minClaims')],
  ['minOrigins', least('minOrigins')],
]);

/** True for the names that make up a lens. */
export function isLensParameter(name: string): boolean {
  return READERS.has(name);
}

/**
 * The lens that `[name, value]` pairs ask for: what `toLensParameters` writes, read back. Values that no lens can hold
 * are left out and named in `faults`; whether the ids exist is the server's to say.
 */
export function parseLensParameters(pairs: Iterable<readonly [string, string]>): {
  readonly lens: Lens;
  readonly faults: readonly string[];
} {
  const lens: Mutable<Lens> = {
    ...DEFAULT_LENS,
    speakers: [],
    vias: [],
    publishers: [],
    documents: [],
    types: [],
    stances: [],
    modalities: [],
    kinds: [],
    statuses: [],
  };
  const faults: string[] = [];
  for (const [name, value] of pairs) {
    if (READERS.get(name)?.(lens, value) !== true) faults.push(`${name}=${value}`);
  }
  if (lens.statuses.length === 0) lens.statuses = [...DEFAULT_LENS.statuses];
  return { lens, faults };
}
