import type { ExportQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { writeCsv } from '../formats/csv/csv-writer.ts';
import { writeGexf } from '../formats/gexf/gexf-writer.ts';
import { toClaimFile, toRelationFile } from '../formats/to-network-file.ts';
import { writeGraphml } from '../formats/graphml/graphml-writer.ts';
import { writeNodeLink } from '../formats/node-link/node-link-writer.ts';
import type { ViewContext } from './view-context.ts';

/** The writer of each format, by the ending of its files. */
const WRITERS = { gexf: writeGexf, graphml: writeGraphml, csv: writeCsv, json: writeNodeLink };
export type ExportFormat = keyof typeof WRITERS;

/** The network under a lens as a file, in chunks. Equal queries at one version give equal bytes. */
export function exportNetwork(
  context: ViewContext,
  query: ExportQuery,
  format: ExportFormat,
): AsyncGenerator<string> {
  const { network, positions, reader } = context;
  const source = { network, positions, selection: context.select(toLens(query)) };
  return WRITERS[format](
    query.level === 'claims' ? toClaimFile(source, (ids) => reader.getClaims(ids)) : toRelationFile(source),
  );
}

/** The name a download is saved under: `onrecord-v1-claims.gexf`. */
export function toExportFilename(context: ViewContext, query: ExportQuery, format: ExportFormat): string {
  return `onrecord-v${context.network.version}-${query.level}.${format}`;
}
