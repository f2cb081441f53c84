import type { GexfQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { writeGexf } from '../formats/gexf/gexf-writer.ts';
import { toClaimGexf, toRelationGexf } from '../formats/gexf/network-gexf.ts';
import type { ViewContext } from './view-context.ts';

/** The network under a lens as GEXF 1.3, in chunks. Equal queries at one version give equal bytes. */
export function exportGexf(context: ViewContext, query: GexfQuery): AsyncGenerator<string> {
  const { network, positions, reader } = context;
  const source = { network, positions, selection: context.select(toLens(query)) };
  return writeGexf(
    query.level === 'claims' ? toClaimGexf(source, (ids) => reader.getClaims(ids)) : toRelationGexf(source),
  );
}

/** The name a download is saved under: `onrecord-v1-claims.gexf`. */
export function toGexfFilename(context: ViewContext, query: GexfQuery): string {
  return `onrecord-v${context.network.version}-${query.level}.gexf`;
}
