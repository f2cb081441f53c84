import type { Job } from '../../graph-data/contract/writes.ts';
import type { ServerEvent } from './event-stream.ts';
import { createEventParser } from './event-stream.ts';
import { token } from './token.ts';

/** What the server tells by itself. */
export type LiveEvent =
  | { readonly kind: 'job'; readonly job: Job }
  /** The dataset's version, after every change of it. */
  | { readonly kind: 'version'; readonly version: number };

export interface Listening {
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onEvent: (event: LiveEvent) => void;
}

/** Listens until the server ends the stream; rejects where there is none, where it breaks off, and when aborted. */
export type Listen = (listening: Listening) => Promise<void>;

/**
 * Listens to `/events`. By fetch: an EventSource cannot send the token, without which a server that is open to others
 * tells nothing of jobs.
 */
export const listenToServer: Listen = async ({ signal, onOpen, onEvent }) => {
  const secret = token.get();
  const response = await fetch(new URL('api/v1/events', document.baseURI), {
    signal,
    cache: 'no-store',
    headers: {
      Accept: 'text/event-stream',
      ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }),
    },
  });
  const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
  if (!response.ok || !isStream || response.body === null) throw new Error('the server sends no events');
  onOpen();
  const parse = createEventParser((event) => {
    const read = readLiveEvent(event);
    if (read !== undefined) onEvent(read);
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(decoder.decode(value, { stream: true }));
  }
};

/** The event as the page knows it; undefined for what it does not know. */
export function readLiveEvent({ name, data }: ServerEvent): LiveEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (name === 'job') return { kind: 'job', job: value as Job }; // our own server's contract
  const { version } = value as { readonly version?: unknown };
  return name === 'version' && typeof version === 'number' ? { kind: 'version', version } : undefined;
}
