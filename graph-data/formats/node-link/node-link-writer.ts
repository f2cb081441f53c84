import type { FileAttribute, NetworkFile, FileValue } from '../network-file.ts';

const CHUNK_LENGTH = 32_768;

/**
 * Writes node-link JSON as NetworkX reads it (`networkx.node_link_graph(json.load(file), edges="edges")`): a directed
 * multigraph whose edge keys are the edge ids, in chunks, a line a node and an edge. What the file shows of how much is
 * `graph.description`. Equal inputs give equal bytes.
 */
export async function* writeNodeLink(input: NetworkFile): AsyncGenerator<string> {
  const graph = { creator: input.creator, description: input.description };
  let chunk = `{"directed": true, "multigraph": true, "graph": ${JSON.stringify(graph)},\n"nodes": [`;
  let separator = '\n';
  for (const { id, label, values, x, y, size, color } of input.nodes) {
    const node = { id, label, ...toRecord(input.nodeAttributes, values), x, y, size, color };
    chunk += separator + JSON.stringify(node);
    separator = ',\n';
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  chunk += '\n],\n"edges": [';
  separator = '\n';
  for await (const lot of input.edges) {
    for (const { id, source, target, label, weight, start, end, values } of lot) {
      const edge = {
        source,
        target,
        key: id,
        label,
        weight,
        start,
        end,
        ...toRecord(input.edgeAttributes, values),
      };
      chunk += separator + JSON.stringify(edge);
      separator = ',\n';
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}\n]}\n`;
}

function toRecord(
  attributes: readonly FileAttribute[],
  values: readonly FileValue[],
): Record<string, FileValue> {
  return Object.fromEntries(attributes.map(({ title }, column) => [title, values[column]]));
}
