import type { AddressAnswer } from '../../../graph-data/site/answer-address.ts';
import type { SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import { parseSiteManifest, SITE_META } from '../../../graph-data/site/site-manifest.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Download } from '../download.ts';
import { ProblemError } from '../problem-error.ts';
import { readAnswer } from '../read-answer.ts';

/** The published site that a page belongs to: it answers in place of a server. */
export interface Site {
  readonly manifest: SiteManifest;
  /** As `ask` of a server. */
  readonly ask: <T>(request: ApiRequest<T>, signal: AbortSignal) => Promise<T>;
  /** A file of the API, with the name it is to be saved as. */
  readonly download: (address: string) => Promise<Download>;
}

/** The site that the page says it is of; null on a page that a server gives, which loads nothing of this. */
export function findSite(page: Pick<Document, 'querySelector'>): Site | null {
  const meta = page.querySelector<HTMLMetaElement>(`meta[name="${SITE_META}"]`);
  const manifest = meta === null ? undefined : parseSiteManifest(meta.content);
  return manifest === undefined ? null : createSite(manifest, loadClient);
}

type LoadClient = () => Promise<{ readonly answerOfSite: (address: string) => Promise<AddressAnswer> }>;
const loadClient: LoadClient = () => import('./site-client.ts');

/** @param load gives the client that asks the site's worker */
export function createSite(manifest: SiteManifest, load: LoadClient): Site {
  const answerOf = async (address: string): Promise<AddressAnswer> => {
    try {
      return await (await load()).answerOfSite(address);
    } catch (cause) {
      throw new ProblemError(
        {
          title: 'The data of this site cannot be loaded',
          detail: 'Check that you are online, then load the page again.',
          status: 0,
          pointers: [],
          reasons: [],
        },
        { cause },
      );
    }
  };
  return {
    manifest,
    async ask(request, signal) {
      signal.throwIfAborted();
      const { status, body } = await answerOf(request.address);
      signal.throwIfAborted();
      return readAnswer(request, status, body instanceof Blob ? await body.text() : body);
    },
    async download(address) {
      const { status, body, filename = 'onrecord' } = await answerOf(address);
      if (body instanceof Blob) return { blob: body, filename };
      return readAnswer<never>({ address }, status, body);
    },
  };
}
