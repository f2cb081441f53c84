import { escapeXml, toXmlToken } from '../xml.ts';

/**
 * The value types that Gephi, Gephi Lite and NetworkX all read. (GEXF has more: Gephi refuses an `anyURI` column,
 * NetworkX a file with any list but `liststring`.)
 */
export type GexfAttributeType = 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'liststring';

/**
 * A column of nodes or edges. Let `id` and `title` be equal: Gephi shows the title, NetworkX keeps the title alone,
 * graphology the id alone (unless it is a number). Names that readers keep for themselves: `id`, `label`, `weight`,
 * `kind` (of edges), `start`, `end`, `timeset`, `viz`, `x`, `y`, `z`, `size`, `color`, `shape`, `thickness`. Gephi
 * tells ids apart without regard to case.
 */
export interface GexfAttribute {
  readonly id: string;
  readonly title: string;
  readonly type: GexfAttributeType;
}

/** Undefined, NaN and the infinities are absent: no value is written. Arrays are for `liststring`. */
export type GexfValue = string | number | boolean | readonly string[] | undefined;

/** Each channel a whole number, 0 to 255. There is no alpha: Gephi Lite turns colours that have one grey. */
export interface GexfColor {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** A node, drawn where, how large and in which colour the reader is to show it first. */
export interface GexfNode {
  /** Unique among nodes, not empty. */
  readonly id: string;
  /** Read back as an xsd:token, see `toXmlToken`. */
  readonly label: string;
  /** One per node attribute, in their order. */
  readonly values: readonly GexfValue[];
  readonly x: number;
  readonly y: number;
  /** Radius or diameter as the reader likes; 0 or more. Gephi draws 0 as 10. */
  readonly size: number;
  readonly color: GexfColor;
}

/**
 * An edge. Always directed, for a file of directed and undirected edges is read differently everywhere: Gephi drops the
 * undirected ones when the file's default is directed, NetworkX refuses the file, and `mutual` is an error to Gephi
 * and, on the first edge, to graphology. Say in an attribute that a relation holds both ways.
 */
export interface GexfEdge {
  /** Unique among edges, not empty. NetworkX makes it the key of the edge. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Read back as an xsd:token, see `toXmlToken`. */
  readonly label: string;
  /** Above 0: some versions of Gephi drop edges of weight 0. */
  readonly weight: number;
  /** Gephi merges edges of equal source, target and kind, and holds at most 65,534 kinds. */
  readonly kind?: string | undefined;
  /** One per edge attribute, in their order. */
  readonly values: readonly GexfValue[];
  readonly color?: GexfColor | undefined;
  /** 0 or more. Gephi does not read it and draws the weight. */
  readonly thickness?: number | undefined;
  /** First and last day, `YYYY-MM-DD`, both included; either may be open. Written when the input is dynamic. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** A network to write: what the file says of itself, its columns, then its nodes and edges as they come. */
export interface GexfInput {
  readonly description: string;
  readonly keywords?: string | undefined;
  readonly creator: string;
  /** A day, `YYYY-MM-DD`. */
  readonly lastModified?: string | undefined;
  /** True where edges have days: readers then show a timeline. */
  readonly isDynamic: boolean;
  readonly nodeAttributes: readonly GexfAttribute[];
  readonly edgeAttributes: readonly GexfAttribute[];
  /** How many `nodes` and `edges` give; written ahead of them. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodes: Iterable<GexfNode>;
  /** In lots of any size, as a store gives them; a lot is asked for when the one before it is written. */
  readonly edges: Iterable<readonly GexfEdge[]> | AsyncIterable<readonly GexfEdge[]>;
}

const CHUNK_LENGTH = 32_768;

/**
 * Writes a GEXF 1.3 file (https://gexf.net, namespace `http://gexf.net/1.3`) in chunks of some 32,000 UTF-16 code
 * units, to be encoded as UTF-8; a chunk may be longer by one node or edge. Equal inputs give equal bytes.
 * Any text is safe: `toXmlText` of it is read back. Whether ids are unique, ends exist, days are days and counts
 * are right is the caller's care. The memory it needs is that of a chunk and a lot of edges.
 */
export async function* writeGexf(input: GexfInput): AsyncGenerator<string> {
  const { isDynamic } = input;
  let chunk = headXml(input);
  chunk += `<nodes count="${input.nodeCount}">\n`;
  const nodeColumns = input.nodeAttributes.map(openAttvalue);
  for (const node of input.nodes) {
    chunk += nodeXml(node, nodeColumns);
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk;
      chunk = '';
    }
  }
  chunk += `</nodes>\n<edges count="${input.edgeCount}">\n`;
  const edgeColumns = input.edgeAttributes.map(openAttvalue);
  for await (const lot of input.edges) {
    for (const edge of lot) {
      chunk += edgeXml(edge, edgeColumns, isDynamic);
      if (chunk.length >= CHUNK_LENGTH) {
        yield chunk;
        chunk = '';
      }
    }
  }
  yield `${chunk}</edges>\n</graph>\n</gexf>\n`;
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

function headXml(input: GexfInput): string {
  const { lastModified, keywords } = input;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n' +
    (lastModified === undefined ? '<meta>\n' : `<meta lastmodifieddate="${escapeXml(lastModified)}">\n`) +
    `<creator>${escapeXml(input.creator)}</creator>\n` +
    (keywords === undefined ? '' : `<keywords>${escapeXml(keywords)}</keywords>\n`) +
    `<description>${escapeXml(input.description)}</description>\n</meta>\n` +
    `<graph defaultedgetype="directed" ${input.isDynamic ? 'mode="dynamic" timeformat="date"' : 'mode="static"'}>\n` +
    attributesXml('node', input.nodeAttributes) +
    attributesXml('edge', input.edgeAttributes)
  );
}

function attributesXml(owner: 'node' | 'edge', attributes: readonly GexfAttribute[]): string {
  if (attributes.length === 0) return '';
  let xml = `<attributes class="${owner}">\n`;
  for (const { id, title, type } of attributes) {
    xml += `<attribute id="${escapeXml(id)}" title="${escapeXml(title)}" type="${type}"/>\n`;
  }
  return `${xml}</attributes>\n`;
}

function openAttvalue({ id }: GexfAttribute): string {
  return `<attvalue for="${escapeXml(id)}" value="`;
}

function nodeXml(node: GexfNode, columns: readonly string[]): string {
  return (
    `<node id="${escapeXml(node.id)}" label="${escapeXml(toXmlToken(node.label))}">` +
    attvaluesXml(node.values, columns) +
    vizColorXml(node.color) +
    (Number.isFinite(node.size) ? `<viz:size value="${node.size}"/>` : '') +
    (Number.isFinite(node.x) && Number.isFinite(node.y)
      ? `<viz:position x="${node.x}" y="${node.y}"/>`
      : '') +
    '</node>\n'
  );
}

function edgeXml(edge: GexfEdge, columns: readonly string[], isDynamic: boolean): string {
  let xml = `<edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`;
  xml += ` label="${escapeXml(toXmlToken(edge.label))}"`;
  if (Number.isFinite(edge.weight)) xml += ` weight="${edge.weight}"`;
  if (edge.kind !== undefined) xml += ` kind="${escapeXml(toXmlToken(edge.kind))}"`;
  if (isDynamic && edge.start !== undefined) xml += ` start="${escapeXml(edge.start)}"`;
  if (isDynamic && edge.end !== undefined) xml += ` end="${escapeXml(edge.end)}"`;
  xml += '>' + attvaluesXml(edge.values, columns);
  if (edge.color !== undefined) xml += vizColorXml(edge.color);
  if (Number.isFinite(edge.thickness)) xml += `<viz:thickness value="${edge.thickness}"/>`;
  return xml + '</edge>\n';
}

function attvaluesXml(values: readonly GexfValue[], columns: readonly string[]): string {
  let xml = '';
  for (let column = 0; column < columns.length; column++) {
    const text = valueText(values[column]);
    if (text !== undefined) xml += `${columns[column]}${text}"/>`;
  }
  return xml === '' ? '' : `<attvalues>${xml}</attvalues>`;
}

function valueText(value: GexfValue): string | undefined {
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : undefined;
  if (value === undefined) return undefined;
  return typeof value === 'boolean' ? `${value}` : escapeXml(toListString(value));
}

function vizColorXml({ r, g, b }: GexfColor): string {
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}
