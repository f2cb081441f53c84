import type { FileAttribute, FileEdge, NetworkFile, FileNode, FileValue } from '../network-file.ts';
import { isList } from '../network-file.ts';
import { writeFile } from '../write-file.ts';
import { escapeXml } from '../xml.ts';

/** GraphML's own types; it has no lists, which are written as JSON arrays of texts. */
const TYPES: Readonly<Record<FileAttribute['type'], string>> = {
  string: 'string',
  integer: 'int',
  long: 'long',
  double: 'double',
  boolean: 'boolean',
  liststring: 'string',
};

/** Where Gephi looks for a node's place, size and colour. */
const NODE_LOOKS = [
  ['x', 'double'],
  ['y', 'double'],
  ['size', 'double'],
  ['r', 'int'],
  ['g', 'int'],
  ['b', 'int'],
] as const;

/**
 * Writes a GraphML file (http://graphml.graphdrawing.org) as UTF-8, in chunks. Nodes and edges keep their ids; `label`,
 * `weight`, `kind`, days and the looks of nodes are data like the rest. The description stands as data of the graph. Any text
 * is safe; equal inputs give equal bytes.
 */
export function writeGraphml(input: NetworkFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return writeFile(input, {
    head: headXml(input),
    toNode: (node) => nodeXml(node, input.nodeAttributes),
    middle: '',
    toEdge: (edge) => edgeXml(edge, input.edgeAttributes),
    end: '</graph>\n</graphml>\n',
  });
}

function headXml(input: NetworkFile): string {
  const keys = [
    keyXml('graph', 'creator', 'string'),
    keyXml('graph', 'description', 'string'),
    keyXml('node', 'label', 'string'),
    ...input.nodeAttributes.map(({ title, type }) => keyXml('node', title, TYPES[type])),
    ...NODE_LOOKS.map(([name, type]) => keyXml('node', name, type)),
    keyXml('edge', 'label', 'string'),
    keyXml('edge', 'weight', 'double'),
    keyXml('edge', 'kind', 'string'),
    keyXml('edge', 'start', 'string'),
    keyXml('edge', 'end', 'string'),
    ...input.edgeAttributes.map(({ title, type }) => keyXml('edge', title, TYPES[type])),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    `${keys.join('')}<graph edgedefault="directed">\n` +
    `${dataXml('graph', 'creator', input.creator)}${dataXml('graph', 'description', input.description)}\n`
  );
}

function keyXml(owner: string, name: string, type: string): string {
  return `<key id="${owner}.${escapeXml(name)}" for="${owner}" attr.name="${escapeXml(name)}" attr.type="${type}"/>\n`;
}

function nodeXml(
  { id, label, values, x, y, size, color }: FileNode,
  attributes: readonly FileAttribute[],
): string {
  const looks: readonly FileValue[] = [x, y, size, color.r, color.g, color.b];
  return (
    `<node id="${escapeXml(id)}">${dataXml('node', 'label', label)}` +
    attributes.map(({ title }, column) => dataXml('node', title, values[column])).join('') +
    `${NODE_LOOKS.map(([name], column) => dataXml('node', name, looks[column])).join('')}</node>\n`
  );
}

function edgeXml(edge: FileEdge, attributes: readonly FileAttribute[]): string {
  const { id, source, target, label, weight, kind, start, end, values } = edge;
  const own = Object.entries({ label, weight, kind, start, end });
  return (
    `<edge id="${escapeXml(id)}" source="${escapeXml(String(source))}" target="${escapeXml(String(target))}">` +
    own.map(([name, value]) => dataXml('edge', name, value)).join('') +
    `${attributes.map(({ title }, column) => dataXml('edge', title, values[column])).join('')}</edge>\n`
  );
}

function dataXml(owner: string, name: string, value: FileValue): string {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const text = isList(value) ? JSON.stringify(value) : String(value);
  return `<data key="${owner}.${escapeXml(name)}">${escapeXml(text)}</data>`;
}
