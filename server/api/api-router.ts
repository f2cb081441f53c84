import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { toOpenApi } from '../../graph-data/contract/openapi.ts';
import { parseQuery } from '../../graph-data/contract/parse-query.ts';
import type { Operation, Route } from '../../graph-data/contract/routes.ts';
import { ROUTES } from '../../graph-data/contract/routes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { viewActor, viewActors } from '../../graph-data/views/actors-view.ts';
import { viewClaim, viewClaims } from '../../graph-data/views/claims-view.ts';
import { viewCompare, viewCompareColumns } from '../../graph-data/views/compare-view.ts';
import { viewDisputes } from '../../graph-data/views/disputes-view.ts';
import { viewDocument, viewDocuments } from '../../graph-data/views/documents-view.ts';
import type { ExportFormat } from '../../graph-data/views/export-view.ts';
import { exportNetwork, toExportFilename } from '../../graph-data/views/export-view.ts';
import { viewFacets } from '../../graph-data/views/facets-view.ts';
import { writeNeighbours } from '../../graph-data/views/neighbours-json.ts';
import { viewNetwork, viewNetworkColumns } from '../../graph-data/views/network-view.ts';
import { viewPaths } from '../../graph-data/views/paths-view.ts';
import { viewPublishers } from '../../graph-data/views/publishers-view.ts';
import { viewRelation } from '../../graph-data/views/relation-view.ts';
import { viewSearch } from '../../graph-data/views/search-view.ts';
import { viewSpeakers } from '../../graph-data/views/speakers-view.ts';
import { viewTimeline, viewTimelineColumns } from '../../graph-data/views/timeline-view.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import type { ClaimScope } from '../store/kept-claims.ts';
import { AnswerBodies } from './answer-bodies.ts';
import { parametersOf } from './request-checks.ts';
import { sendBody } from './send-body.ts';
import { visitorOf } from './visitor.ts';

/** What the API answers from, by the claims that may be seen: undefined until the dataset is loaded, and again while the server stops. */
export type ContextSource = (scope: ClaimScope) => ViewContext | undefined;

/** What a call answers: a value to send as JSON, JSON written already, bytes, or a file to stream. */
type Answer =
  | { readonly json: unknown }
  | { readonly utf8: Uint8Array<ArrayBuffer> }
  | { readonly bytes: Uint8Array; readonly mediaType: string }
  | StreamedFile;
interface StreamedFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

type Call = (context: ViewContext, parameters: URLSearchParams, id: string) => Answer | Promise<Answer>;

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
  const calls: Record<Operation, Call> = {
    getNetwork: (context, parameters) => ({
      json: viewNetwork(context, parseQuery(ROUTES.getNetwork.query, parameters)),
    }),
    getNetworkColumns: (context, parameters) => ({
      bytes: viewNetworkColumns(context, parseQuery(ROUTES.getNetworkColumns.query, parameters)),
      mediaType: ROUTES.getNetworkColumns.answer.mediaType,
    }),
    exportGexf: exportAs('exportGexf', 'gexf'),
    exportGraphml: exportAs('exportGraphml', 'graphml'),
    exportCsv: exportAs('exportCsv', 'csv'),
    exportNodeLink: exportAs('exportNodeLink', 'json'),
    listActors: (context, parameters) => ({
      json: viewActors(context, parseQuery(ROUTES.listActors.query, parameters)),
    }),
    getActor: (context, parameters, id) => ({
      json: viewActor(context, id, parseQuery(ROUTES.getActor.query, parameters)),
    }),
    listNeighbours: (context, parameters, id) => ({
      utf8: writeNeighbours(context, id, parseQuery(ROUTES.listNeighbours.query, parameters)),
    }),
    getRelation: (context, parameters, id) => ({
      json: viewRelation(context, id, parseQuery(ROUTES.getRelation.query, parameters)),
    }),
    listClaims: async (context, parameters) => ({
      json: await viewClaims(context, parseQuery(ROUTES.listClaims.query, parameters)),
    }),
    getClaim: async (context, parameters, id) => {
      parseQuery(ROUTES.getClaim.query, parameters);
      return { json: await viewClaim(context, id) };
    },
    listDocuments: (context, parameters) => ({
      json: viewDocuments(context, parseQuery(ROUTES.listDocuments.query, parameters)),
    }),
    getDocument: async (context, parameters, id) => {
      parseQuery(ROUTES.getDocument.query, parameters);
      return { json: await viewDocument(context, id) };
    },
    listFacets: (context, parameters) => ({
      json: viewFacets(context, parseQuery(ROUTES.listFacets.query, parameters)),
    }),
    getTimeline: (context, parameters) => ({
      json: viewTimeline(context, parseQuery(ROUTES.getTimeline.query, parameters)),
    }),
    getTimelineColumns: (context, parameters) => ({
      bytes: viewTimelineColumns(context, parseQuery(ROUTES.getTimelineColumns.query, parameters)),
      mediaType: ROUTES.getTimelineColumns.answer.mediaType,
    }),
    findPaths: async (context, parameters) => ({
      json: await viewPaths(context, parseQuery(ROUTES.findPaths.query, parameters)),
    }),
    listSpeakers: (context, parameters) => ({
      json: viewSpeakers(context, parseQuery(ROUTES.listSpeakers.query, parameters)),
    }),
    listPublishers: (context, parameters) => ({
      json: viewPublishers(context, parseQuery(ROUTES.listPublishers.query, parameters)),
    }),
    compare: async (context, parameters) => ({
      json: await viewCompare(context, parseQuery(ROUTES.compare.query, parameters)),
    }),
    getCompareColumns: (context, parameters) => ({
      bytes: viewCompareColumns(context, parseQuery(ROUTES.getCompareColumns.query, parameters)),
      mediaType: ROUTES.getCompareColumns.answer.mediaType,
    }),
    listDisputes: async (context, parameters) => ({
      json: await viewDisputes(context, parseQuery(ROUTES.listDisputes.query, parameters)),
    }),
    search: async (context, parameters) => ({
      json: await viewSearch(context, parseQuery(ROUTES.search.query, parameters)),
    }),
    getOpenApi: (_context, parameters) => {
      parseQuery(ROUTES.getOpenApi.query, parameters);
      return { json: toOpenApi(programVersion) };
    },
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
        await calls[operation](context, parametersOf(request), typeof id === 'string' ? id : ''),
      );
    });
  }
  return router;
}

/** A call that streams the network as a file. */
function exportAs(
  operation: 'exportGexf' | 'exportGraphml' | 'exportCsv' | 'exportNodeLink',
  format: ExportFormat,
): Call {
  const { query: schema, answer } = ROUTES[operation];
  return (context, parameters) => {
    const query = parseQuery(schema, parameters);
    return {
      filename: toExportFilename(context, query, format),
      mediaType: answer.mediaType,
      chunks: exportNetwork(context, query, format),
    };
  };
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
    const json =
      'utf8' in answer ? Buffer.from(answer.utf8.buffer) : Buffer.from(JSON.stringify(answer.json));
    const body = bodies.add(request.originalUrl, json);
    await sendBody(request, response, bodies, body);
    return;
  }
  if ('bytes' in answer) {
    const { buffer, byteOffset, byteLength } = answer.bytes;
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    await sendBody(request, response, bodies, bodies.add(request.originalUrl, bytes, answer.mediaType));
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

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
