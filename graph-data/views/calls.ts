import type { z } from 'zod';
import { parseQuery } from '../contract/parse-query.ts';
import type { Operation } from '../contract/routes.ts';
import { ROUTES } from '../contract/routes.ts';
import { writeCsvTable } from '../formats/csv/csv-table.ts';
import { viewActor, viewActors } from './actors-view.ts';
import { viewClaim, viewClaims } from './claims-view.ts';
import { viewCompare, viewCompareColumns } from './compare-view.ts';
import { viewDisputes } from './disputes-view.ts';
import { viewDocument, viewDocuments } from './documents-view.ts';
import type { ExportFormat } from './export-view.ts';
import { exportNetwork, toExportFilename } from './export-view.ts';
import { viewFacets } from './facets-view.ts';
import { writeNeighbours } from './neighbours-json.ts';
import { viewNetwork, viewNetworkColumns } from './network-view.ts';
import { viewPaths } from './paths-view.ts';
import { viewPublishers } from './publishers-view.ts';
import { viewRelation } from './relation-view.ts';
import { viewSearch } from './search-view.ts';
import { viewSpeakers } from './speakers-view.ts';
import { viewTimeline, viewTimelineColumns } from './timeline-view.ts';
import { toCompareTable } from './tables/compare-table.ts';
import { toDisputesTable } from './tables/disputes-table.ts';
import { toPathsTable } from './tables/paths-table.ts';
import { toPublishersTable } from './tables/publishers-table.ts';
import type { QuestionTable } from './tables/question-table.ts';
import { toTableFilename } from './tables/question-table.ts';
import { toSpeakersTable } from './tables/speakers-table.ts';
import { toTimelineTable } from './tables/timeline-table.ts';
import type { ViewContext } from './view-context.ts';

/** What a call answers: a value to send as JSON, JSON written already, bytes, or a file piece by piece. */
export type Answer =
  | { readonly json: unknown }
  | { readonly utf8: Uint8Array<ArrayBuffer> }
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | StreamedFile;
interface StreamedFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

type Call = (context: ViewContext, parameters: URLSearchParams, id: string) => Answer | Promise<Answer>;

/** The calls that are answered from a dataset: all but the description of the API itself. */
export type AnsweredOperation = Exclude<Operation, 'getOpenApi'>;

/**
 * What a call below `/api/v1` answers: the same wherever it is asked, of a server or of a published site. Throws what the
 * route's `problems` name.
 * @param id the part of the path in braces; empty for a path without
 */
export function answerCall(
  context: ViewContext,
  operation: AnsweredOperation,
  parameters: URLSearchParams,
  id: string,
): Answer | Promise<Answer> {
  return CALLS[operation](context, parameters, id);
}

const CALLS: Readonly<Record<AnsweredOperation, Call>> = {
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
  exportTimeline: exportTable(ROUTES.exportTimeline, toTimelineTable),
  findPaths: async (context, parameters) => ({
    json: await viewPaths(context, parseQuery(ROUTES.findPaths.query, parameters)),
  }),
  exportPaths: exportTable(ROUTES.exportPaths, toPathsTable),
  listSpeakers: (context, parameters) => ({
    json: viewSpeakers(context, parseQuery(ROUTES.listSpeakers.query, parameters)),
  }),
  exportSpeakers: exportTable(ROUTES.exportSpeakers, toSpeakersTable),
  listPublishers: (context, parameters) => ({
    json: viewPublishers(context, parseQuery(ROUTES.listPublishers.query, parameters)),
  }),
  exportPublishers: exportTable(ROUTES.exportPublishers, toPublishersTable),
  compare: async (context, parameters) => ({
    json: await viewCompare(context, parseQuery(ROUTES.compare.query, parameters)),
  }),
  getCompareColumns: (context, parameters) => ({
    bytes: viewCompareColumns(context, parseQuery(ROUTES.getCompareColumns.query, parameters)),
    mediaType: ROUTES.getCompareColumns.answer.mediaType,
  }),
  exportCompare: exportTable(ROUTES.exportCompare, toCompareTable),
  listDisputes: async (context, parameters) => ({
    json: await viewDisputes(context, parseQuery(ROUTES.listDisputes.query, parameters)),
  }),
  exportDisputes: exportTable(ROUTES.exportDisputes, toDisputesTable),
  search: async (context, parameters) => ({
    json: await viewSearch(context, parseQuery(ROUTES.search.query, parameters)),
  }),
};

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

/** A call that streams what a question answers as a table. */
function exportTable<S extends z.ZodObject>(
  { query: schema, answer }: { readonly query: S; readonly answer: { readonly mediaType: string } },
  toTable: (context: ViewContext, query: z.output<S>) => QuestionTable | Promise<QuestionTable>,
): Call {
  return async (context, parameters) => {
    const table = await toTable(context, parseQuery(schema, parameters));
    return {
      filename: toTableFilename(context, table),
      mediaType: answer.mediaType,
      chunks: writeCsvTable(table),
    };
  };
}
