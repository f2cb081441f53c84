/**
 * The value types that every writer knows: those of GEXF that Gephi, Gephi Lite and NetworkX all read. (It has more, but
 * Gephi refuses an `anyURI` column, NetworkX a file with any list but `liststring`.)
 */
export type FileAttributeType = 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'liststring';

/**
 * A column of nodes or edges. Let `id` and `title` be equal: Gephi shows the title, NetworkX keeps the title alone,
 * graphology the id alone (unless it is a number). Names that readers keep for themselves: `id`, `label`, `weight`,
 * `kind` (of edges), `start`, `end`, `timeset`, `viz`, `x`, `y`, `z`, `size`, `color`, `shape`, `thickness`. Gephi
 * tells ids apart without regard to case.
 */
export interface FileAttribute {
  readonly id: string;
  readonly title: string;
  readonly type: FileAttributeType;
}

/** A text that many nodes or edges share: a writer may keep how it wrote it, by its place among the texts of its column. */
export class FileTerm {
  readonly text: string;
  readonly place: number;

  /** @param place from 0; another text in the same column has another one */
  constructor(text: string, place: number) {
    this.text = text;
    this.place = place;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}
export type FileText = string | FileTerm;

/** Undefined, NaN and the infinities are absent: no value is written. Arrays are for `liststring`. */
export type FileValue = FileText | number | boolean | readonly string[] | undefined;

export function isList(value: FileValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Each channel a whole number, 0 to 255. There is no alpha: Gephi Lite turns colours that have one grey. */
export interface FileColor {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** A node, drawn where, how large and in which colour the reader is to show it first. */
export interface FileNode {
  /** Unique among nodes, not empty. */
  readonly id: string;
  /** XML writers make an xsd:token of it, see `toXmlToken`. */
  readonly label: string;
  /** One per node attribute, in their order. */
  readonly values: readonly FileValue[];
  readonly x: number;
  readonly y: number;
  /** Radius or diameter as the reader likes; 0 or more. Gephi draws 0 as 10. */
  readonly size: number;
  readonly color: FileColor;
}

/**
 * An edge. Always directed, for a file of directed and undirected edges is read differently everywhere: Gephi drops the
 * undirected ones when the file's default is directed, NetworkX refuses the file, and `mutual` is an error to Gephi
 * and, on the first edge, to graphology. Say in an attribute that a relation holds both ways.
 */
export interface FileEdge {
  /** Unique among edges, not empty. NetworkX makes it the key of the edge. */
  readonly id: string;
  readonly source: FileText;
  readonly target: FileText;
  /** XML writers make an xsd:token of it, see `toXmlToken`. */
  readonly label: FileText;
  /** Above 0: some versions of Gephi drop edges of weight 0. */
  readonly weight: number;
  /** Gephi merges edges of equal source, target and kind, and holds at most 65,534 kinds. */
  readonly kind?: FileText | undefined;
  /** One per edge attribute, in their order. */
  readonly values: readonly FileValue[];
  readonly color?: FileColor | undefined;
  /** 0 or more. Gephi does not read it and draws the weight. */
  readonly thickness?: number | undefined;
  /** First and last day, `YYYY-MM-DD`, both included; either may be open. Written when the input is dynamic. */
  readonly start?: FileText | undefined;
  readonly end?: FileText | undefined;
}

/** A network to write, in any format: what the file says of itself, its columns, then its nodes and edges as they come. */
export interface NetworkFile {
  readonly description: string;
  readonly keywords?: string | undefined;
  readonly creator: string;
  /** A day, `YYYY-MM-DD`. */
  readonly lastModified?: string | undefined;
  /** True where edges have days: readers then show a timeline. */
  readonly isDynamic: boolean;
  readonly nodeAttributes: readonly FileAttribute[];
  readonly edgeAttributes: readonly FileAttribute[];
  /** How many `nodes` and `edges` give; written ahead of them. */
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodes: Iterable<FileNode>;
  /** In lots of any size, as a store gives them; a lot is asked for when the one before it is written. */
  readonly edges: Iterable<Iterable<FileEdge>> | AsyncIterable<Iterable<FileEdge>>;
}
