import type { AddressAnswer } from '../../../graph-data/site/answer-address.ts';
import type { SITE_META, SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import type { SiteMessage, SiteOpening, SiteReply } from './site-messages.ts';
import { unpackBytes } from './unpack-bytes.ts';

/**
 * The page of a site loads this beside its program, not after it: what it asks first is fetched while it is still being read.
 * Where its address names nothing, that is a finished answer; else the worker, which answers anything, starts at once. It
 * shares no code with the page, so that neither waits for the other.
 */

/** Written out, for an import would make a file that both load: the compiler says when they are no longer one. */
const META: typeof SITE_META = 'onrecord-site';
const FAILED = 'the worker has failed';
const manifest = JSON.parse(
  document.querySelector<HTMLMetaElement>(`meta[name="${META}"]`)?.content ?? '{}',
) as SiteManifest; // written by `publish`

type Ask = (address: string) => Promise<AddressAnswer>;
let asking: Ask | undefined;
let picture: Promise<AddressAnswer | null> | undefined;
if (location.search === '') picture = fetchPicture().catch(() => null);
else asking = startWorker();

/** What the site answers at an address of the API; rejects where its files cannot be read, or the worker has failed. */
export async function answerOfSite(address: string): Promise<AddressAnswer> {
  if (address === manifest.pictureOf && picture !== undefined) {
    const answer = await picture;
    picture = undefined; // its bytes are the page's from now on
    if (answer !== null) return answer;
  }
  asking ??= startWorker();
  return asking(address);
}

async function fetchPicture(): Promise<AddressAnswer | null> {
  const packed = await fetchBytes(toAddress(manifest.files.picture));
  return packed && { status: 200, body: await unpackBytes(packed) };
}

/** The worker, and how it is asked. */
function startWorker(): Ask {
  const worker = new Worker(new URL('./site-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, PromiseWithResolvers<AddressAnswer>>();
  let asked = 0;
  let hasFailed = false;
  const post = (message: SiteMessage, transfer: Transferable[] = []): void => {
    worker.postMessage(message, transfer);
  };
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
  void toOpening().then((opening) => post(opening, opening.network === null ? [] : [opening.network]));
  return (address) => {
    if (hasFailed) return Promise.reject(new Error(FAILED));
    const id = (asked += 1);
    const settling = Promise.withResolvers<AddressAnswer>();
    waiting.set(id, settling);
    post({ kind: 'ask', id, address });
    return settling.promise;
  };
}

/** The first of the worker's files is fetched here, while the worker itself is. */
async function toOpening(): Promise<SiteOpening> {
  const { network, words, texts } = manifest.files;
  const files = { network: toAddress(network), words: toAddress(words), texts: toAddress(texts) };
  return { kind: 'open', files, network: await fetchBytes(files.network).catch(() => null) };
}

function toAddress(path: string): string {
  return new URL(path, document.baseURI).href;
}

async function fetchBytes(address: string): Promise<ArrayBuffer | null> {
  const response = await fetch(address);
  return response.ok ? response.arrayBuffer() : null;
}
