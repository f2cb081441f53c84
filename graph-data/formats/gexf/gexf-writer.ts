import type {
  FileAttribute,
  FileColor,
  FileEdge,
  FileNode,
  FileText,
  FileValue,
  NetworkFile,
} from '../network-file.ts';
import { FileTerm } from '../network-file.ts';
import { writeFile } from '../write-file.ts';
import { escapeXml, toXmlToken } from '../xml.ts';

/** The versions of GEXF that are written, the present one first; 1.2 is for readers before 2022, NetworkX 2.8 among them. */
export const GEXF_VERSIONS = ['1.3', '1.2'] as const;
export type GexfVersion = (typeof GEXF_VERSIONS)[number];

/** Of 1.2 the namespaces kept the word draft for good. */
const NAMESPACES: Readonly<Record<GexfVersion, string>> = {
  '1.3': 'http://gexf.net/1.3',
  '1.2': 'http://www.gexf.net/1.2draft',
};

/**
 * Writes a GEXF file (https://gexf.net) as UTF-8, in chunks. Equal inputs give equal bytes. In 1.2 edges have no `kind`: there
 * Gephi merges parallel edges; positions have a z of 0, which 1.2 asks for.
 * Any text is safe: `toXmlText` of it is read back. Whether ids are unique, ends exist, days are days and counts
 * are right is the caller's care.
 */
export function writeGexf(
  input: NetworkFile,
  version: GexfVersion = GEXF_VERSIONS[0],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { isDynamic } = input;
  const hasKind = version === '1.3';
  const z = version === '1.2' ? ' z="0"' : '';
  const nodeColumns = input.nodeAttributes.map(toAttvalueXml);
  const edgeColumns = input.edgeAttributes.map(toAttvalueXml);
  const parts = toEdgeParts(isDynamic, hasKind);
  return writeFile(input, {
    head: `${headXml(input, version)}<nodes count="${input.nodeCount}">\n`,
    toNode: (node) => nodeXml(node, nodeColumns, z),
    middle: `</nodes>\n<edges count="${input.edgeCount}">\n`,
    toEdge: (edge) => edgeXml(edge, edgeColumns, parts),
    end: '</edges>\n</graph>\n</gexf>\n',
  });
}

/**
 * The items as one `liststring` value: `["friend", "wants, \"information\""]`, quoted always, `\` before `"` and `\`;
 * no items are `[]`. Gephi and graphology read exactly the items back. (Without quotes Gephi ends an item at a
 * bracket; JSON's other escapes, such as `\n`, it takes for the bare letter.) NetworkX keeps the string as it is:
 * `json.loads` reads it where no item holds a control character.
 */
export function toListString(items: readonly string[]): string {
  return `[${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(', ')}]`;
}

function headXml(input: NetworkFile, version: GexfVersion): string {
  const namespace = NAMESPACES[version];
  const { lastModified, keywords } = input;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">\n` +
    (lastModified === undefined ? '<meta>\n' : `<meta lastmodifieddate="${escapeXml(lastModified)}">\n`) +
    `<creator>${escapeXml(input.creator)}</creator>\n` +
    (keywords === undefined ? '' : `<keywords>${escapeXml(keywords)}</keywords>\n`) +
    `<description>${escapeXml(input.description)}</description>\n</meta>\n` +
    `<graph defaultedgetype="directed" ${input.isDynamic ? 'mode="dynamic" timeformat="date"' : 'mode="static"'}>\n` +
    attributesXml('node', input.nodeAttributes) +
    attributesXml('edge', input.edgeAttributes)
  );
}

function attributesXml(owner: 'node' | 'edge', attributes: readonly FileAttribute[]): string {
  if (attributes.length === 0) return '';
  let xml = `<attributes class="${owner}">\n`;
  for (const { id, title, type } of attributes) {
    xml += `<attribute id="${escapeXml(id)}" title="${escapeXml(title)}" type="${type}"/>\n`;
  }
  return `${xml}</attributes>\n`;
}

/** A value as XML; nothing of one that is absent. */
type ToXml<Value> = (value: Value) => string;

function toAttvalueXml({ id }: FileAttribute): ToXml<FileValue> {
  const open = `<attvalue for="${escapeXml(id)}" value="`;
  const toTextXml = toTermsXml(open, escapeXml, '"/>');
  const [yes, no, noItems] = ['true', 'false', '[]'].map((text) => `${open}${text}"/>`);
  return (value) => {
    if (typeof value === 'string' || value instanceof FileTerm) return toTextXml(value);
    if (typeof value === 'number') return Number.isFinite(value) ? `${open}${value}"/>` : '';
    if (value === undefined) return '';
    if (typeof value === 'boolean') return (value ? yes : no) ?? '';
    return value.length === 0 ? (noItems ?? '') : toTextXml(toListString(value));
  };
}

/** Writes texts between two others, of terms each once, and in one piece: V8 goes through a text put together by + each time anew. */
function toTermsXml(open: string, escape: (text: string) => string, close: string): ToXml<FileText> {
  const known: string[] = [];
  return (text) =>
    typeof text === 'string'
      ? open + escape(text) + close
      : (known[text.place] ??= [open, escape(text.text), close].join(''));
}

function nodeXml(node: FileNode, columns: readonly ToXml<FileValue>[], z: string): string {
  return (
    `<node id="${escapeXml(node.id)}" label="${escapeXml(toXmlToken(node.label))}">` +
    attvaluesXml(node.values, columns) +
    vizColorXml(node.color) +
    (Number.isFinite(node.size) ? `<viz:size value="${node.size}"/>` : '') +
    (Number.isFinite(node.x) && Number.isFinite(node.y)
      ? `<viz:position x="${node.x}" y="${node.y}"${z}/>`
      : '') +
    '</node>\n'
  );
}

/** How the parts of edges are written that many share. */
type EdgeParts = Readonly<Record<'source' | 'target' | 'label' | 'kind' | 'start' | 'end', ToXml<FileText>>>;

function toEdgeParts(isDynamic: boolean, hasKind: boolean): EdgeParts {
  const attribute = (name: string, escape = escapeXml): ToXml<FileText> =>
    toTermsXml(` ${name}="`, escape, '"');
  const escapeToken = (text: string): string => escapeXml(toXmlToken(text));
  const none = (): string => '';
  return {
    source: attribute('source'),
    target: attribute('target'),
    label: attribute('label', escapeToken),
    kind: hasKind ? attribute('kind', escapeToken) : none,
    start: isDynamic ? attribute('start') : none,
    end: isDynamic ? attribute('end') : none,
  };
}

function edgeXml(edge: FileEdge, columns: readonly ToXml<FileValue>[], parts: EdgeParts): string {
  let xml = `<edge id="${escapeXml(edge.id)}"`;
  xml += parts.source(edge.source) + parts.target(edge.target) + parts.label(edge.label);
  if (Number.isFinite(edge.weight)) xml += ` weight="${edge.weight}"`;
  if (edge.kind !== undefined) xml += parts.kind(edge.kind);
  if (edge.start !== undefined) xml += parts.start(edge.start);
  if (edge.end !== undefined) xml += parts.end(edge.end);
  xml += '>' + attvaluesXml(edge.values, columns);
  if (edge.color !== undefined) xml += vizColorXml(edge.color);
  if (Number.isFinite(edge.thickness)) xml += `<viz:thickness value="${edge.thickness}"/>`;
  return xml + '</edge>\n';
}

function attvaluesXml(values: readonly FileValue[], columns: readonly ToXml<FileValue>[]): string {
  let xml = '';
  for (let column = 0; column < columns.length; column += 1) xml += columns[column]?.(values[column]) ?? '';
  return xml === '' ? '' : `<attvalues>${xml}</attvalues>`;
}

function vizColorXml({ r, g, b }: FileColor): string {
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}
