import type { FileEdge, FileNode, NetworkFile } from './network-file.ts';
import { Utf8Text } from './utf8-text.ts';

export const CHUNK_BYTES = 262_144;

/** A file in some format, piece by piece: its head, each node, what stands between nodes and edges, each edge, its end. */
export interface FilePieces {
  readonly head: string;
  toNode(node: FileNode): string;
  readonly middle: string;
  toEdge(edge: FileEdge): string;
  readonly end: string;
}

/**
 * The file as UTF-8, in chunks of 256 kB; a chunk may be longer by one node or edge, the last is shorter. The memory it needs
 * is that of some chunks and a lot of edges.
 */
export async function* writeFile(
  { nodes, edges }: NetworkFile,
  pieces: FilePieces,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const text = new Utf8Text();
  text.write(pieces.head);
  for (const node of nodes) {
    text.write(pieces.toNode(node));
    if (text.length >= CHUNK_BYTES) yield text.take();
  }
  text.write(pieces.middle);
  for await (const lot of edges) {
    for (const edge of lot) {
      text.write(pieces.toEdge(edge));
      if (text.length >= CHUNK_BYTES) yield text.take();
    }
  }
  text.write(pieces.end);
  yield text.take();
}
