import { matchRoute } from '../contract/match-route.ts';
import { toProblem } from '../contract/problems.ts';
import { API_ROOT } from '../contract/routes.ts';
import { OnrecordError } from '../model/errors.ts';
import type { Answer } from '../views/calls.ts';
import { answerCall } from '../views/calls.ts';
import type { ViewContext } from '../views/view-context.ts';

/** What a server would send, its headers aside. */
export interface AddressAnswer {
  /** As of HTTP. */
  readonly status: number;
  /** JSON as text, columns as bytes, a file whole. */
  readonly body: string | Uint8Array<ArrayBuffer> | Blob;
  /** What the file is to be saved as; only of a file. */
  readonly filename?: string;
}

/**
 * Answers an address (`api/v1/…` with its query) as the server does, from what is here. Never throws what is wrong with the
 * address: that is a problem document, with its status. What is not ours to expect is thrown.
 */
export async function answerAddress(context: ViewContext, address: string): Promise<AddressAnswer> {
  try {
    return await toAddressAnswer(await answer(context, address));
  } catch (error) {
    const known = toKnownError(error);
    if (known === undefined) throw error;
    const problem = toProblem(known);
    return { status: problem.status, body: JSON.stringify(problem) };
  }
}

function answer(context: ViewContext, address: string): Answer | Promise<Answer> {
  const [path = '', ...query] = address.split('?');
  const root = API_ROOT.slice(1);
  const route = path.startsWith(`${root}/`) ? matchRoute(path.slice(root.length)) : undefined;
  if (route === undefined || route.operation === 'getOpenApi') {
    const detail = `no ${path.slice(0, 200)}`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/path', detail }]);
  }
  return answerCall(context, route.operation, new URLSearchParams(query.join('?')), route.id);
}

async function toAddressAnswer(answered: Answer): Promise<AddressAnswer> {
  if ('json' in answered) return { status: 200, body: JSON.stringify(answered.json) };
  if ('utf8' in answered) return { status: 200, body: new TextDecoder().decode(answered.utf8) };
  if ('bytes' in answered) return { status: 200, body: answered.bytes };
  const { chunks, filename, mediaType: type } = answered;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return { status: 200, body: new Blob(parts, { type }), filename };
}

function toKnownError(error: unknown): OnrecordError | undefined {
  if (error instanceof OnrecordError) return error;
  if (!(error instanceof URIError)) return undefined;
  const detail = 'expected valid percent-encoding';
  return new OnrecordError('malformed-url', detail, [{ pointer: '/path', detail }]);
}
