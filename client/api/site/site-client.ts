import type { AddressAnswer } from '../../../graph-data/site/answer-address.ts';
import type { SITE_META, SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import type { SiteMessage, SiteReply } from './site-messages.ts';

/**
 * The page of a site loads this beside its program, not after it: the worker starts, and the first of the data is fetched,
 * while the page is still being read. It shares no code with the page, so that neither waits for the other.
 */
const worker = new Worker(new URL('./site-worker.ts', import.meta.url), { type: 'module' });
/** Written out, for an import would make a file that both load: the compiler says when they are no longer one. */
const META: typeof SITE_META = 'onrecord-site';
const waiting = new Map<number, PromiseWithResolvers<AddressAnswer>>();
let asked = 0;
let hasFailed = false;
const FAILED = 'the worker has failed';

worker.addEventListener('message', ({ data }: MessageEvent<SiteReply>) => {
  if ('answer' in data) waiting.get(data.id)?.resolve(data.answer);
  else waiting.get(data.id)?.reject(new Error(data.fault));
  waiting.delete(data.id);
});
worker.addEventListener('error', () => {
  hasFailed = true;
  for (const { reject } of waiting.values()) reject(new Error(FAILED));
  waiting.clear();
});
void open();

async function open(): Promise<void> {
  const manifest = document.querySelector<HTMLMetaElement>(`meta[name="${META}"]`)?.content ?? '{}';
  const { files } = JSON.parse(manifest) as SiteManifest; // written by `publish`
  const toAddress = (path: string): string => new URL(path, document.baseURI).href;
  const network = await fetchBytes(toAddress(files.network)).catch(() => null);
  const addresses = {
    network: toAddress(files.network),
    words: toAddress(files.words),
    texts: toAddress(files.texts),
  };
  post({ kind: 'open', files: addresses, network }, network === null ? [] : [network]);
}

async function fetchBytes(address: string): Promise<ArrayBuffer | null> {
  const response = await fetch(address);
  return response.ok ? response.arrayBuffer() : null;
}

/** What the site answers at an address of the API; rejects where its files cannot be read, or the worker has failed. */
export function answerOfSite(address: string): Promise<AddressAnswer> {
  if (hasFailed) return Promise.reject(new Error(FAILED));
  const id = (asked += 1);
  const settling = Promise.withResolvers<AddressAnswer>();
  waiting.set(id, settling);
  post({ kind: 'ask', id, address });
  return settling.promise;
}

function post(message: SiteMessage, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
