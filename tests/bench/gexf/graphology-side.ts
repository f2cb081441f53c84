import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { collectGarbage } from '../bench.ts';
import { openPlainGraph } from './plain-graph.ts';
import type { Side } from './sides.ts';

// Run as a program by sides.ts, with --expose-gc and room for the graph: a store's folder; prints Side as JSON.
const { nodes, edges } = await openPlainGraph(process.argv[2] ?? '');
const graph = new MultiDirectedGraph();
for (const [id, attributes] of nodes) graph.addNode(id, attributes);
for await (const [id, source, target, attributes] of edges)
  graph.addDirectedEdgeWithKey(id, source, target, attributes);
collectGarbage();
const startedAt = performance.now();
const before = process.cpuUsage();
const xml = gexf.write(graph, { version: '1.3', pretty: false });
const { user, system } = process.cpuUsage(before);
const side: Side = {
  cpuMs: (user + system) / 1000,
  wallMs: performance.now() - startedAt,
  characters: xml.length,
};
console.log(JSON.stringify(side));
