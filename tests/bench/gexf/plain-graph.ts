import type {
  FileAttribute,
  FileColor,
  FileValue,
  NetworkFile,
} from '../../../graph-data/formats/network-file.ts';
import { FileTerm, isList } from '../../../graph-data/formats/network-file.ts';
import { toClaimFile } from '../../../graph-data/formats/to-network-file.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { loadContext } from '../../../server/app/load-context.ts';
import { openStore } from '../../../server/store/open-store.ts';

export type PlainAttributes = Record<string, string | number | boolean>;
export type PlainNode = readonly [id: string, attributes: PlainAttributes];
export type PlainEdge = readonly [id: string, source: string, target: string, attributes: PlainAttributes];

/** The claim level of a store as peers are given it: our values under our names, lists as JSON, absent ones left out. */
export async function openPlainGraph(
  dataDir: string,
): Promise<{ nodes: PlainNode[]; edges: AsyncGenerator<PlainEdge> }> {
  const store = await openStore({ dataDir, readOnly: true });
  const { network, positions, select } = await loadContext(store, 'all');
  const file = toClaimFile({ network, positions, selection: select(DEFAULT_LENS) }, (wanted) =>
    store.reader.readClaimWords(wanted),
  );
  const nodes = Array.from(file.nodes, (node): PlainNode => {
    const { id, label, x, y, size, color, values } = node;
    return [id, { label, x, y, size, color: toHex(color), ...named(file.nodeAttributes, values) }];
  });
  return { nodes, edges: toPlainEdges(file) };
}

async function* toPlainEdges(file: NetworkFile): AsyncGenerator<PlainEdge> {
  for await (const lot of file.edges) {
    for (const { id, source, target, label, weight, kind = '', color, start, end, values } of lot) {
      const attributes = {
        label: String(label),
        weight,
        kind: String(kind),
        ...named(file.edgeAttributes, values),
      };
      yield [
        id,
        String(source),
        String(target),
        {
          ...attributes,
          ...(color === undefined ? {} : { color: toHex(color) }),
          ...(start === undefined ? {} : { start: String(start) }),
          ...(end === undefined ? {} : { end: String(end) }),
        },
      ];
    }
  }
}

function named(attributes: readonly FileAttribute[], values: readonly FileValue[]): PlainAttributes {
  const plain: PlainAttributes = {};
  attributes.forEach(({ id }, at) => {
    const value = values[at];
    if (value === undefined) return;
    if (isList(value)) plain[id] = JSON.stringify(value);
    else plain[id] = value instanceof FileTerm ? value.text : value;
  });
  return plain;
}

function toHex({ r, g, b }: FileColor): string {
  return `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
