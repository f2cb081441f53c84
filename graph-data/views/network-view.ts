import type { NetworkAnswer } from '../contract/answers.ts';
import { encodeNetwork } from '../contract/columns/encode-network.ts';
import type { NetworkQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { FaultDetail } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { Expansion } from '../network/expansion.ts';
import { parseExpansion } from '../network/expansion.ts';
import { toGraph } from '../network/graph.ts';
import type { Network } from '../network/network.ts';
import type { Budget } from '../network/overview.ts';
import { chooseOverview } from '../network/overview.ts';
import { toRelationTypeRow } from './answer-parts.ts';
import { countClaimsByDocument } from './count-claims.ts';
import type { ViewContext } from './view-context.ts';

/** JSON of more relations than this would take a server's memory and a reader's patience: they go as columns. */
export const MOST_JSON_RELATIONS = 100_000;

/**
 * The network under a lens and a budget in graphology's serialised form: `graph.import(answer)` works. Throws `unknown-value`
 * on what the network does not hold, and `out-of-bounds` where the answer would hold more than 100,000 relations.
 */
export function viewNetwork(context: ViewContext, query: NetworkQuery): NetworkAnswer {
  const { network } = context;
  const budget = toBudget(network, query);
  const selection = context.select(toLens(query));
  if (Math.min(budget.relations, selection.shown.relations) > MOST_JSON_RELATIONS) throw tooMuchForJson();
  const graph = toGraph(network, selection, context.positions, budget);
  const { options, nodes, edges } = graph.export();
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: options.allowSelfLoops ?? true },
    attributes: toAttributes(network, graph.getAttribute('meta')),
    nodes: nodes.map(({ key, attributes }) => ({ key, attributes: required(attributes) })),
    edges: edges.map(({ key, source, target, attributes }) => {
      const { labels, speakers, ...rest } = required(attributes);
      return {
        key: required(key),
        source,
        target,
        attributes: { ...rest, labels: [...labels], speakers: [...speakers] },
      };
    }),
  };
}

/** The same as columns: see `contract/columns`. Of any size. */
export function viewNetworkColumns(context: ViewContext, query: NetworkQuery): Uint8Array<ArrayBuffer> {
  const { network, positions } = context;
  const budget = toBudget(network, query);
  const selection = context.select(toLens(query));
  const overview = chooseOverview(network, selection, budget);
  const { shown, cutBy } = overview;
  const meta = { version: network.version, shown, total: selection.total, cutBy };
  return encodeNetwork(network, selection, positions, overview, toAttributes(network, meta));
}

/** What the query lets through. Throws `unknown-value` on an expansion of an actor or by a type that is not there. */
export function toBudget(network: Network, { limit, relations, expand }: NetworkQuery): Budget {
  const errors: FaultDetail[] = [];
  const expansions = expand.flatMap((text): Expansion[] => {
    const expansion = parseExpansion(text);
    if (expansion === undefined) return [];
    const hasActor = network.actorIndex.has(expansion.actor);
    const hasType = expansion.type === null || network.vocabulary.byId.has(expansion.type);
    if (hasActor && hasType) return [expansion];
    const detail = hasActor ? `no type ${String(expansion.type)}` : `no actor ${expansion.actor}`;
    errors.push({ pointer: '/query/expand', detail });
    return [];
  });
  if (errors.length > 0)
    throw new OnrecordError('unknown-value', errors.map(({ detail }) => detail).join('; '), errors);
  return { actors: limit, relations, expansions };
}

function tooMuchForJson(): OnrecordError {
  const detail = `JSON carries at most ${MOST_JSON_RELATIONS} relations; ask network.columns for more`;
  return new OnrecordError('out-of-bounds', detail, [{ pointer: '/query/relations', detail }]);
}

/** What a network answer says of itself and its dataset. */
export function toAttributes(
  network: Network,
  {
    cutBy,
    ...meta
  }: { readonly cutBy: readonly string[] } & Omit<NetworkAnswer['attributes']['meta'], 'cutBy'>,
): NetworkAnswer['attributes'] {
  return {
    meta: { ...meta, cutBy: [...cutBy] },
    vocabulary: network.vocabulary.types.map(toRelationTypeRow),
    dataset: datasetOf(network),
  };
}

type DatasetCounts = NetworkAnswer['attributes']['dataset'];
const known = new WeakMap<Network, DatasetCounts>();

/** Counted once a network. */
function datasetOf(network: Network): DatasetCounts {
  const counts = known.get(network) ?? countDataset(network);
  known.set(network, counts);
  return counts;
}

function countDataset(network: Network): DatasetCounts {
  const claimsOf = countClaimsByDocument(network);
  const read = network.documents.filter((_, document) => claimsOf(document).accepted > 0);
  return {
    documents: read.length,
    digests: read.filter(({ kind }) => kind === 'digest').length,
    disputes: network.disputes.size,
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined)
    throw new TypeError('graphology exported a node or edge without its key or attributes');
  return value;
}
