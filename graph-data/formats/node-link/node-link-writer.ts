import type { FileAttribute, NetworkFile, FileValue } from '../network-file.ts';
import { writeFile } from '../write-file.ts';

/**
 * Writes node-link JSON as NetworkX reads it (`networkx.node_link_graph(json.load(file), edges="edges")`): a directed
 * multigraph whose edge keys are the edge ids, as UTF-8 in chunks, a line a node and an edge. What the file shows of how much
 * is `graph.description`. Equal inputs give equal bytes.
 */
export function writeNodeLink(input: NetworkFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const graph = { creator: input.creator, description: input.description };
  const toNodeLine = createLines();
  const toEdgeLine = createLines();
  return writeFile(input, {
    head: `{"directed": true, "multigraph": true, "graph": ${JSON.stringify(graph)},\n"nodes": [`,
    toNode: ({ id, label, values, x, y, size, color }) =>
      toNodeLine({ id, label, ...toRecord(input.nodeAttributes, values), x, y, size, color }),
    middle: '\n],\n"edges": [',
    toEdge: ({ id, source, target, label, weight, start, end, values }) => {
      const own = toRecord(input.edgeAttributes, values);
      return toEdgeLine({ source, target, key: id, label, weight, start, end, ...own });
    },
    end: '\n]}\n',
  });
}

/** Writes the items of a list one by one, each on a line, a comma after all but the last. */
function createLines(): (item: object) => string {
  let separator = '\n';
  return (item) => {
    const line = separator + JSON.stringify(item);
    separator = ',\n';
    return line;
  };
}

function toRecord(
  attributes: readonly FileAttribute[],
  values: readonly FileValue[],
): Record<string, FileValue> {
  return Object.fromEntries(attributes.map(({ title }, column) => [title, values[column]]));
}
