import type { NetworkFile, FileNode, FileValue } from '../network-file.ts';
import { writeFile } from '../write-file.ts';
import { CSV_START, toRow } from './csv-cells.ts';

/** The columns before those of the edges' own attributes. */
const FIRST_COLUMNS = 'id,source,sourceName,sourceKind,target,targetName,targetKind,label,weight'.split(',');

/**
 * Writes the edges as CSV (RFC 4180: commas, CRLF, quotes doubled; a header; UTF-8 with a byte order mark, without which
 * Excel misreads it), a row an edge, in chunks. The first columns name the edge and both actors; the last says in every row
 * what the file shows of how much, so that a row cut out of it still does. Cells that a spreadsheet would take for a formula
 * are defused by a leading apostrophe. Equal inputs give equal bytes.
 */
export function writeCsv(input: NetworkFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const nodes = new Map<string, FileNode>();
  const kindColumn = input.nodeAttributes.findIndex(({ id }) => id === 'kind');
  const actorCells = (id: string): FileValue[] => {
    const node = nodes.get(id);
    return [id, node?.label, node?.values[kindColumn]];
  };
  const titles = input.edgeAttributes.map(({ title }) => title);
  return writeFile(input, {
    head: `${CSV_START}${toRow([...FIRST_COLUMNS, ...titles, 'shown'])}`,
    toNode: (node) => {
      nodes.set(node.id, node);
      return '';
    },
    middle: '',
    toEdge: ({ id, source, target, label, weight, values }) => {
      const own = titles.map((_, column) => values[column]);
      return toRow([
        id,
        ...actorCells(String(source)),
        ...actorCells(String(target)),
        label,
        weight,
        ...own,
        input.description,
      ]);
    },
    end: '',
  });
}
