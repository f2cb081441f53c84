import { modelUnavailable } from './model-error.ts';

/** Where a model is asked, and which: any server that speaks the chat completions of OpenAI. */
export interface ModelEndpoint {
  /** What stands before `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token, and never shown; empty or left out where the server asks for none. */
  readonly key?: string | undefined;
}

/** A request's address and head. */
export interface ChatAddress {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a stranger said, without the key where it came back in it. */
export type Redact = (said: string) => string;

/** A shorter key is none: local servers take any word, and that word may well stand in a report. */
const SHORTEST_SECRET = 6;
const LONGEST_MODEL = 200;

/**
 * Where requests go and what they carry. Throws OnrecordError `model-unavailable` for what cannot be asked: an address that is
 * not http or https or holds a name and password, no model, a key that no header can hold. None of it is repeated in the error.
 */
export function toChatAddress({ baseUrl, model, key = '' }: ModelEndpoint): ChatAddress {
  const url = URL.parse(baseUrl);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw modelUnavailable("expected the model's base URL as an http or https address");
  if (url.username !== '' || url.password !== '')
    throw modelUnavailable("expected the model's base URL without a user name or password in it");
  if (model.trim() === '' || model.length > LONGEST_MODEL)
    throw modelUnavailable(`expected the name of a model, at most ${LONGEST_MODEL} characters`);
  if (!/^[\x21-\x7e]*$/.test(key))
    throw modelUnavailable(
      "the model's key holds characters that cannot be sent: spaces or letters beyond ASCII",
    );
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return {
    url,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
    },
  };
}

/** Takes the key out of what comes back. */
export function toRedact({ key = '' }: ModelEndpoint): Redact {
  return key.length < SHORTEST_SECRET ? (said) => said : (said) => said.replaceAll(key, '…');
}

/** How the claims of a model are marked: `llm:` and its name, what a claim's method cannot hold as hyphens. */
export function toMethod({ model }: ModelEndpoint): string {
  return `llm:${model.trim().replace(/[^\w.:/-]+/g, '-')}`;
}
