import type { DocumentSummary } from '../../graph-data/model/document.ts';
import { isTextPublic } from '../../graph-data/model/document.ts';
import type { DocumentId } from '../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../graph-data/model/lens.ts';
import { applyLens } from '../../graph-data/network/lens/apply-lens.ts';
import { toLayoutInput } from '../../graph-data/network/layout/layout-input.ts';
import { placeNewcomers } from '../../graph-data/network/layout/place-newcomers.ts';
import type { ClaimColumns, ClaimTable } from '../../graph-data/network/claim-table.ts';
import { withStatuses } from '../../graph-data/network/claim-table.ts';
import type { Network } from '../../graph-data/network/network.ts';
import { toNetwork } from '../../graph-data/network/network.ts';
import { onlyNamed } from '../../graph-data/network/only-named.ts';
import type { DatasetReader } from '../../graph-data/views/dataset-reader.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import { createSelector } from '../../graph-data/views/view-context.ts';
import type { ClaimScope } from '../store/kept-claims.ts';
import type { Store, StoredNetwork } from '../store/store.ts';
import { computeLayoutInWorker } from './compute-layout.ts';

export interface LoadOptions {
  /** Gives places where this version's layout is not stored yet; without it, the layout is computed. */
  readonly placeMeanwhile?: ((network: Network) => Float64Array) | undefined;
  /** The store is opened to read only: a layout that has to be computed is not stored. */
  readonly isReadOnly?: boolean;
  /** Told of a network whose table of claims is not kept yet. */
  readonly onBuilt?: (network: Network) => void;
  /**
   * All claims at an earlier version: where only their statuses have changed since, its table is gone on with. At half a
   * million claims, reading them takes 4 s.
   */
  readonly earlier?: Network | undefined;
}

/**
 * Everything the API answers from, at the store's present version. For the public, who see accepted claims, only those are in
 * it, the actors they name and the documents that state them, without the names of who reviewed them, and the texts of
 * documents whose licence does not reserve all rights.
 */
export async function loadContext(
  store: Store,
  scope: ClaimScope,
  { placeMeanwhile, isReadOnly = false, onBuilt, earlier }: LoadOptions = {},
): Promise<ViewContext> {
  const isPublic = scope === 'accepted';
  const whole = await store.reader.readNetwork((input) => {
    const kept = input.findKeptClaims(scope);
    if (kept !== undefined) return toNetwork({ ...input, claims: kept });
    const claims = isPublic ? onlyAccepted(input.claims) : (decideEarlier(input, earlier) ?? input.claims);
    const built = toNetwork({ ...input, claims });
    onBuilt?.(built);
    return built;
  });
  const network = isPublic ? onlyNamed(whole) : whole;
  const mayShowText = (document: DocumentSummary): boolean => !isPublic || isTextPublic(document);
  const withheld = new Set(
    whole.documents
      .filter((document) => !network.documentIndex.has(document.id) || !mayShowText(document))
      .map(({ id }) => id),
  );
  return {
    network,
    positions: await loadPositions(store, network, isReadOnly ? layOut : placeMeanwhile),
    reader: isPublic ? toPublicReader(store.reader, withheld) : store.reader,
    mayShowText,
    select: createSelector(network),
  };
}

/** The earlier table with the statuses of now; undefined where more has changed, or there is none. */
function decideEarlier(input: StoredNetwork, earlier: Network | undefined): ClaimTable | undefined {
  const statuses = earlier && input.findStatusChanges(earlier.version);
  return statuses && withStatuses(earlier.claims, statuses);
}

/** The stored layout of this version; where there is none yet, the places meanwhile, or it is computed and stored. */
async function loadPositions(
  store: Store,
  network: Network,
  placeMeanwhile: ((network: Network) => Float64Array | Promise<Float64Array>) | undefined,
): Promise<Float64Array> {
  const stored = await store.reader.readLayout(network.version);
  if (stored === undefined) return placeMeanwhile?.(network) ?? storeLayout(store, network);
  const { ids, positions } = stored;
  if (ids.length === network.actors.length) return positions;
  // Stored for another audience, who sees more actors or fewer.
  const placeOf = new Map<string, readonly [number, number]>(
    ids.map((id, at) => [id, [positions[2 * at] ?? 0, positions[2 * at + 1] ?? 0] as const]),
  );
  return placeNewcomers(
    network.actors.map(({ id }) => id),
    network.relations,
    (id) => placeOf.get(id),
  );
}

/** Computes the layout and stores it. Rejects when `signal` aborts. */
export async function storeLayout(
  store: Store,
  network: Network,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const ids = network.actors.map((actor) => actor.id);
  const positions = await layOut(network, signal);
  await store.transact((transactor) => transactor.writeLayout(network.version, { ids, positions }));
  return positions;
}

/** The layout of what is accepted, computed in a worker thread, with places for all other actors beside it. */
async function layOut(network: Network, signal?: AbortSignal): Promise<Float64Array> {
  const input = toLayoutInput(network, applyLens(network, DEFAULT_LENS));
  const laidOut = await computeLayoutInWorker(input, signal);
  const placeOf = new Map(
    input.ids.map((id, at) => [id, [laidOut[2 * at] ?? 0, laidOut[2 * at + 1] ?? 0] as const]),
  );
  return placeNewcomers(
    network.actors.map((actor) => actor.id),
    network.relations,
    (id) => placeOf.get(id),
  );
}

function* onlyAccepted(claims: Iterable<ClaimColumns>): Generator<ClaimColumns> {
  for (const claim of claims) if (claim.status === 'accepted') yield claim;
}

/**
 * Claims that are not accepted do not exist for the public; search results are read through `getClaims` as well. A text that
 * is withheld is not searched either: whoever may ask for any words could put it together.
 */
function toPublicReader(reader: DatasetReader, withheld: ReadonlySet<DocumentId>): DatasetReader {
  return {
    getClaims: async (ids) =>
      (await reader.getClaims(ids))
        .filter((claim) => claim.status === 'accepted')
        .map((claim) => ({ ...claim, reviewedBy: null })),
    // Asked for claims of the network alone, where only accepted ones are.
    readClaimWords: (wanted) => reader.readClaimWords(wanted),
    findDocument: (id) => reader.findDocument(id),
    searchClaims: (query, limit) => reader.searchClaims(query, limit),
    searchDocuments: async (query, limit) =>
      (await reader.searchDocuments(query, limit + withheld.size))
        .filter((id) => !withheld.has(id))
        .slice(0, limit),
  };
}
