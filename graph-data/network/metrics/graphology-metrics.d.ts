// What Node gives for these CommonJS modules, which their own types describe as if they were ES modules.
declare module 'graphology-communities-louvain' {
  import type { AbstractGraph } from 'graphology-types';

  /** The community of each node, any numbers. */
  export default function louvain(
    graph: AbstractGraph,
    options: { readonly getEdgeWeight: 'weight'; readonly rng: () => number },
  ): Record<string, number>;
}

declare module 'graphology-metrics/centrality/pagerank.js' {
  import type { AbstractGraph } from 'graphology-types';

  export default function pagerank(
    graph: AbstractGraph,
    options: { readonly getEdgeWeight: 'weight' },
  ): Record<string, number>;
}

declare module 'graphology-metrics/centrality/betweenness.js' {
  import type { AbstractGraph } from 'graphology-types';

  export default function betweenness(
    graph: AbstractGraph,
    options: { readonly getEdgeWeight: null },
  ): Record<string, number>;
}
