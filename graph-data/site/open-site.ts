import { isTextPublic } from '../model/document.ts';
import type { ViewContext } from '../views/view-context.ts';
import { createSelector } from '../views/view-context.ts';
import { decodeSiteNetwork, decodeSiteTexts, decodeSiteWords } from './decode-site.ts';
import { once } from './once.ts';
import type { SitePart } from './site-manifest.ts';
import { createSiteReader } from './site-reader.ts';

/** What a site's answers are made from; the picture is one of them already. */
export type DataPart = Exclude<SitePart, 'picture'>;

/** A file of a site, unpacked. Words and texts are asked for when something needs them; again where that failed. */
export type ReadSitePart = (part: DataPart) => Promise<Uint8Array>;

/** Everything a published site answers from. Throws BrokenColumnsError, and whatever `read` throws. */
export async function openSite(read: ReadSitePart): Promise<ViewContext> {
  const { network, positions } = decodeSiteNetwork(await read('network'));
  return {
    network,
    positions,
    reader: createSiteReader(network, {
      words: once(async () => decodeSiteWords(await read('words'), network.claims.length)),
      texts: once(async () => decodeSiteTexts(await read('texts'), network.documents.length)),
    }),
    mayShowText: isTextPublic,
    select: createSelector(network),
  };
}
