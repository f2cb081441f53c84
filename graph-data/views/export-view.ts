import type { ExportQuery, GexfQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { writeCsv } from '../formats/csv/csv-writer.ts';
import { writeGexf } from '../formats/gexf/gexf-writer.ts';
import { writeGraphml } from '../formats/graphml/graphml-writer.ts';
import { writeNodeLink } from '../formats/node-link/node-link-writer.ts';
import type { NetworkFile } from '../formats/network-file.ts';
import { toClaimFile, toRelationFile } from '../formats/to-network-file.ts';
import type { ActorId } from '../model/ids.ts';
import type { FaultDetail } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import { toLensCuts } from '../model/lens.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import { narrowSelection } from '../network/lens/narrow-selection.ts';
import type { ViewContext } from './view-context.ts';

export type ExportFormat = 'gexf' | 'graphml' | 'csv' | 'json';

/** The parameters of a file; `gexf` only where the format is GEXF. */
type FileQuery = ExportQuery & Partial<Pick<GexfQuery, 'gexf'>>;

/**
 * The network under a lens, or the part of it around or between some actors, as a file, in chunks of UTF-8. Equal queries at
 * one version give equal bytes. Throws `unknown-value` at once, before the first chunk.
 */
export function exportNetwork(
  context: ViewContext,
  query: FileQuery,
  format: ExportFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { network, positions, reader } = context;
  const source = { network, positions, selection: selectPart(context, query) };
  const file =
    query.level === 'claims'
      ? toClaimFile(source, (wanted) => reader.readClaimWords(wanted))
      : toRelationFile(source);
  return write(file, query, format);
}

function write(
  file: NetworkFile,
  query: FileQuery,
  format: ExportFormat,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'gexf':
      return writeGexf(file, query.gexf);
    case 'graphml':
      return writeGraphml(file);
    case 'csv':
      return writeCsv(file);
    case 'json':
      return writeNodeLink(file);
  }
}

function selectPart({ network, select }: ViewContext, query: FileQuery): Selection {
  const faults: FaultDetail[] = [];
  const indices = (name: 'around' | 'between'): Set<number> =>
    new Set(
      query[name].map((id) => {
        const index = network.actorIndex.get(id as ActorId);
        if (index !== undefined) return index;
        faults.push({ pointer: `/query/${name}`, detail: `no actor ${JSON.stringify(id.slice(0, 80))}` });
        return -1;
      }),
    );
  const surroundings = { around: indices('around'), between: indices('between') };
  if (faults.length > 0) {
    throw new OnrecordError('unknown-value', faults.map((fault) => fault.detail).join('; '), faults);
  }
  return narrowSelection(network, select(toLens(query)), surroundings);
}

/** Actors named in a file's name; of more it says how many. */
const MOST_NAMED = 2;

/**
 * The name a download is saved under, which tells what is in it: `onrecord-v1-claims.gexf`,
 * `onrecord-v1-around-nato-lens-relations-gexf-1.2.gexf`. `lens` stands where one cuts; which, the file itself says.
 */
export function toExportFilename(context: ViewContext, query: FileQuery, format: ExportFormat): string {
  const parts = (['around', 'between'] as const).flatMap((name) => {
    const ids = [...new Set(query[name])].sort();
    if (ids.length === 0) return [];
    return [name, ...ids.slice(0, MOST_NAMED), ...(ids.length > MOST_NAMED ? [`of-${ids.length}`] : [])];
  });
  const isCut = toLensCuts(toLens(query)).length > 0;
  return [
    `onrecord-v${context.network.version}`,
    ...parts,
    ...(isCut ? ['lens'] : []),
    query.level,
    ...(format === 'gexf' && query.gexf === '1.2' ? ['gexf-1.2'] : []),
  ]
    .join('-')
    .concat(`.${format}`);
}
