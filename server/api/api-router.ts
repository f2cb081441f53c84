import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { toOpenApi } from '../../graph-data/contract/openapi.ts';
import { parseQuery } from '../../graph-data/contract/parse-query.ts';
import type { Operation, Route } from '../../graph-data/contract/routes.ts';
import { ROUTES } from '../../graph-data/contract/routes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { Answer } from '../../graph-data/views/calls.ts';
import { answerCall } from '../../graph-data/views/calls.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import type { ClaimScope } from '../store/kept-claims.ts';
import { AnswerBodies } from './answer-bodies.ts';
import { parametersOf } from './request-checks.ts';
import { sendBody } from './send-body.ts';
import { visitorOf } from './visitor.ts';

/** What the API answers from, by the claims that may be seen: undefined until the dataset is loaded, and again while the server stops. */
export type ContextSource = (scope: ClaimScope) => ViewContext | undefined;

/**
 * The calls below `/api/v1`, one a route of the contract.
 * @param keptBytes of finished answers, a context; as many as {@link AnswerBodies} keeps unasked unless given
 */
export function createApiRouter(
  getContext: ContextSource,
  programVersion: string,
  limitSearch: RequestHandler,
  keptBytes?: number,
): Router {
  const answer = (
    context: ViewContext,
    operation: Operation,
    parameters: URLSearchParams,
    id: string,
  ): Answer | Promise<Answer> => {
    if (operation !== 'getOpenApi') return answerCall(context, operation, parameters, id);
    parseQuery(ROUTES.getOpenApi.query, parameters);
    return { json: toOpenApi(programVersion) };
  };
  const router = Router({ caseSensitive: true, strict: true });
  /** The bodies of each context: those of one that is let go go with it. */
  const bodiesOf = new WeakMap<ViewContext, AnswerBodies>();
  const getBodies = (context: ViewContext): AnswerBodies => {
    const bodies = bodiesOf.get(context) ?? new AnswerBodies(keptBytes);
    bodiesOf.set(context, bodies);
    return bodies;
  };
  // What was answered before is answered again without a look at the query.
  router.use((request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const context = isReading ? getContext(visitorOf(response).scope) : undefined;
    const bodies = context && bodiesOf.get(context);
    const body = bodies?.find(request.originalUrl);
    if (bodies !== undefined && body !== undefined) return sendBody(request, response, bodies, body);
    next();
    return undefined;
  });
  for (const [operation, route] of Object.entries(ROUTES) as [Operation, Route][]) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    if (operation === 'search') router.get(path, limitSearch);
    router.get(path, async (request, response) => {
      const context = requireContext(getContext(visitorOf(response).scope));
      const id = request.params['id'];
      await send(
        request,
        response,
        getBodies(context),
        await answer(context, operation, parametersOf(request), typeof id === 'string' ? id : ''),
      );
    });
  }
  return router;
}

function requireContext(context: ViewContext | undefined): ViewContext {
  if (context === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
  return context;
}

async function send(
  request: Request,
  response: Response,
  bodies: AnswerBodies,
  answer: Answer,
): Promise<void> {
  if ('json' in answer || 'utf8' in answer) {
    const json = 'utf8' in answer ? toBuffer(answer.utf8) : Buffer.from(JSON.stringify(answer.json));
    await sendBody(request, response, bodies, bodies.add(request.originalUrl, json));
    return;
  }
  if ('bytes' in answer) {
    const body = bodies.add(request.originalUrl, toBuffer(answer.bytes), answer.mediaType);
    await sendBody(request, response, bodies, body);
    return;
  }
  response.set('Cache-Control', 'no-cache');
  response.type(answer.mediaType).attachment(answer.filename);
  response.type(answer.mediaType); // attachment() guesses a type from the name
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(answer.chunks), response);
  } catch (error) {
    // The reader went away while the file was being written: nobody is left to tell.
    if (!response.destroyed || !isPrematureClose(error)) throw error;
  }
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
