import type { DocumentSummary } from '../model/document.ts';
import type { Lens } from '../model/lens.ts';
import { ANY_VIA, DEFAULT_LENS, NO_SPEAKER, NO_VIA, toLensParameters } from '../model/lens.ts';
import type { ActorId } from '../model/ids.ts';
import type { FaultDetail } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import { applyLens } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import type { DatasetReader } from './dataset-reader.ts';

/** Everything a view answers from, at one version of the dataset. */
export interface ViewContext {
  readonly network: Network;
  /** The stored layout: x and y in turn for every actor of the network. */
  readonly positions: ArrayLike<number>;
  readonly reader: DatasetReader;
  /** Whether the full text of this document may be given to who asks. */
  readonly mayShowText: (document: DocumentSummary) => boolean;
  /** The network through a lens; lenses asked for before are remembered. Throws `unknown-value`. */
  readonly select: (lens: Lens) => Selection;
}

/** Lenses remembered a context; the one unused longest goes first. */
const MOST_LENSES = 32;

/** The `select` of a context: checks that everything the lens names exists, and keeps the last 32 selections. */
export function createSelector(network: Network): (lens: Lens) => Selection {
  const known = new Map<string, Selection>();
  return (lens) => {
    const key = JSON.stringify(toLensParameters(lens));
    const selection = known.get(key) ?? applyLens(network, checkLens(network, lens));
    known.delete(key);
    known.set(key, selection);
    const oldest = known.size > MOST_LENSES ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return selection;
  };
}

/** The accepted claims, nothing cut. */
export function selectAll(context: ViewContext): Selection {
  return context.select(DEFAULT_LENS);
}

/** Throws OnrecordError `unknown-value` naming every value of the lens that the network does not hold. */
function checkLens(network: Network, lens: Lens): Lens {
  const errors: FaultDetail[] = [];
  const check = (
    name: string,
    values: readonly string[],
    isKnown: (value: string) => boolean,
    what: string,
  ): void => {
    for (const value of values) {
      if (!isKnown(value))
        errors.push({
          pointer: `/query/${name}`,
          detail: `no ${what} ${JSON.stringify(value.slice(0, 80))}`,
        });
    }
  };
  const hasActor = (id: string): boolean => network.actorIndex.has(id as ActorId);
  check('speaker', lens.speakers, (id) => id === NO_SPEAKER || hasActor(id), 'actor');
  check('via', lens.vias, (id) => id === ANY_VIA || id === NO_VIA || hasActor(id), 'actor');
  check(
    'publisher',
    lens.publishers,
    (name) => network.documents.some((row) => row.publisher === name),
    'publisher',
  );
  check('document', lens.documents, (id) => network.documents.some((row) => row.id === id), 'document');
  const types = network.vocabulary.types.map((type) => type.id as string);
  check('type', lens.types, (id) => types.includes(id), `type (expected one of ${types.join(', ')}):`);
  if (errors.length > 0) {
    throw new OnrecordError('unknown-value', errors.map((error) => error.detail).join('; '), errors);
  }
  return lens;
}

/** The index of an actor named in the path. Throws `not-found`. */
export function getActorIndex(network: Network, id: string): number {
  const index = network.actorIndex.get(id as ActorId);
  if (index === undefined) throw notFound('actor', id);
  return index;
}

/** The error for a path that names something the dataset does not hold. */
export function notFound(what: string, id: string): OnrecordError {
  const detail = `no ${what} ${JSON.stringify(id.slice(0, 80))}`;
  return new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
}
