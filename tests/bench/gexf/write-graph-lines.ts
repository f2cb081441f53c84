import { closeSync, openSync, writeSync } from 'node:fs';
import { openPlainGraph } from './plain-graph.ts';

// Run as a program by sides.ts: a store's folder, a file, how many edges; writes a line of JSON for each node, then each edge.
const [folder = '', path = '', most = ''] = process.argv.slice(2);
const { nodes, edges } = await openPlainGraph(folder);
const file = openSync(path, 'w');
for (const node of nodes) writeSync(file, `${JSON.stringify(node)}\n`);
let count = 0;
for await (const edge of edges) {
  if (count++ === Number(most)) break;
  writeSync(file, `${JSON.stringify(edge)}\n`);
}
closeSync(file);
