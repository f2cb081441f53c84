import { config } from 'zod';
import { answerAddress } from '../../../graph-data/site/answer-address.ts';
import { once } from '../../../graph-data/site/once.ts';
import type { DataPart } from '../../../graph-data/site/open-site.ts';
import { openSite } from '../../../graph-data/site/open-site.ts';
import type { SiteMessage, SiteOpening, SiteReply } from './site-messages.ts';
import { unpackBytes } from './unpack-bytes.ts';

// A web server may forbid what zod tries for speed: making functions of text.
config({ jitless: true });

/** Answers what the page asks from the files of the site, in the order it was asked. */
let tellOpening: (opening: SiteOpening) => void;
const opening = new Promise<SiteOpening>((resolve) => {
  tellOpening = resolve;
});
const open = once(async () => {
  const { files, network } = await opening;
  let first = network;
  return openSite(async (part: DataPart) => {
    const here = part === 'network' ? first : null;
    first = null; // what could not be read is fetched again
    return unpackBytes(here ?? (await fetchBytes(files[part])));
  });
});

addEventListener('message', ({ data }: MessageEvent<SiteMessage>) => {
  if (data.kind === 'open') tellOpening(data);
  else void answer(data.id, data.address);
});

async function answer(id: number, address: string): Promise<void> {
  try {
    const answered = await answerAddress(await open(), address);
    const { body } = answered;
    reply({ id, answer: answered }, body instanceof Uint8Array ? [body.buffer] : []);
  } catch (error) {
    reply({ id, fault: String(error) });
  }
}

function reply(message: SiteReply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
}
