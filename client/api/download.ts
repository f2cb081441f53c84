import { toAuthorization } from './ask.ts';
import { receive } from './exchange.ts';
import { readAnswer } from './read-answer.ts';

/** A file, with the name it is to be saved as. */
export interface Download {
  readonly blob: Blob;
  readonly filename: string;
}

/** Asks the API for a file as whoever is here, whole; for those who have signed in: a link of the browser sends no token. */
export async function download(address: string): Promise<Download> {
  const response = await receive(
    address,
    { headers: { ...toAuthorization(), Accept: '*/*' } },
    new AbortController().signal,
  );
  if (!response.ok) return readAnswer<never>({ address }, response.status, await response.text());
  const filename = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { blob: await response.blob(), filename: filename ?? 'onrecord' };
}
