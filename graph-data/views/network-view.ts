import type { NetworkAnswer } from '../contract/answers.ts';
import type { NetworkQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { toGraph } from '../network/graph.ts';
import { toRelationTypeRow } from './answer-parts.ts';
import type { ViewContext } from './view-context.ts';

/** The network under a lens in graphology's serialised form: `graph.import(answer)` works. */
export function viewNetwork(context: ViewContext, query: NetworkQuery): NetworkAnswer {
  const { network } = context;
  const graph = toGraph(network, context.select(toLens(query)), context.positions, query.limit);
  const { options, nodes, edges } = graph.export();
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: options.allowSelfLoops ?? true },
    attributes: {
      meta: toMutable(graph.getAttribute('meta')),
      vocabulary: network.vocabulary.types.map(toRelationTypeRow),
      dataset: {
        documents: network.documents.length,
        digests: network.documents.filter((document) => document.kind === 'digest').length,
        disputes: network.disputes.size,
      },
    },
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

function toMutable({
  cutBy,
  ...meta
}: { readonly cutBy: readonly string[] } & Omit<NetworkAnswer['attributes']['meta'], 'cutBy'>) {
  return { ...meta, cutBy: [...cutBy] };
}

function required<T>(value: T | undefined): T {
  if (value === undefined)
    throw new TypeError('graphology exported a node or edge without its key or attributes');
  return value;
}
