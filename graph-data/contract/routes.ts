import type { z } from 'zod';
import type { ProblemCode } from '../model/errors.ts';
import {
  actorDetailSchema,
  actorsSchema,
  claimSchema,
  claimsSchema,
  documentDetailSchema,
  documentsSchema,
  facetsSchema,
  neighboursSchema,
  networkSchema,
  relationDetailSchema,
  searchSchema,
} from './answers.ts';
import { COLUMNS_MEDIA_TYPE } from './columns/encode-network.ts';
import {
  actorsQuery,
  claimsQuery,
  compareColumnsQuery,
  compareQuery,
  compareTableQuery,
  disputesQuery,
  documentsQuery,
  emptyQuery,
  exportQuery,
  facetsQuery,
  gexfQuery,
  lensQuery,
  neighboursQuery,
  networkQuery,
  searchQuery,
  timelineQuery,
} from './queries.ts';
import {
  pathsQuery,
  pathsSchema,
  publishersQuery,
  publishersSchema,
  speakersQuery,
  speakersSchema,
} from './questions-paths.ts';
import { compareSchema, disputesSchema, timelineSchema } from './questions.ts';

export const API_ROOT = '/api/v1';

/** One call of the API. All are GET; HEAD is answered likewise. */
export interface Route {
  /** Below `/api/v1`, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodObject;
  /** A schema for JSON; otherwise the media type of a streamed file. */
  readonly answer: z.ZodType | { readonly mediaType: string };
  /** What can go wrong beside what can at every call. */
  readonly problems: readonly ProblemCode[];
}

/** What can go wrong at every call. */
export const COMMON_PROBLEMS: readonly ProblemCode[] = [
  'malformed-url',
  'unknown-parameter',
  'unauthorised',
  'not-acceptable-host',
  'method-not-allowed',
  'uri-too-long',
  'not-ready',
  'internal',
];

const withQuery: readonly ProblemCode[] = ['malformed-parameter', 'unknown-value', 'out-of-bounds'];
const withPages: readonly ProblemCode[] = ['malformed-parameter', 'out-of-bounds', 'malformed-cursor'];

/** Every call, by the name of its operation. */
export const ROUTES = {
  getNetwork: {
    path: '/network',
    summary: "The network under a lens, in graphology's serialised form",
    query: networkQuery,
    answer: networkSchema,
    problems: withQuery,
  },
  getNetworkColumns: {
    path: '/network.columns',
    summary: 'The same as binary columns, for networks of any size (docs/formats-columns.md)',
    query: networkQuery,
    answer: { mediaType: COLUMNS_MEDIA_TYPE },
    problems: withQuery,
  },
  exportGexf: {
    path: '/network.gexf',
    summary: 'The network under a lens as a GEXF file: an edge a relation, or an edge a claim',
    query: gexfQuery,
    answer: { mediaType: 'application/gexf+xml' },
    problems: withQuery,
  },
  exportGraphml: {
    path: '/network.graphml',
    summary: 'The same as GraphML',
    query: exportQuery,
    answer: { mediaType: 'application/graphml+xml' },
    problems: withQuery,
  },
  exportCsv: {
    path: '/network.csv',
    summary: 'The same as CSV: a row a relation, or a row a claim',
    query: exportQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  exportNodeLink: {
    path: '/network.json',
    summary: 'The same as the node-link JSON that NetworkX reads',
    query: exportQuery,
    answer: { mediaType: 'application/json' },
    problems: withQuery,
  },
  listActors: {
    path: '/actors',
    summary: 'Actors by name or alias, accents and case aside',
    query: actorsQuery,
    answer: actorsSchema,
    problems: [...withPages, 'unknown-value'],
  },
  getActor: {
    path: '/actors/{id}',
    summary: 'One actor',
    query: lensQuery,
    answer: actorDetailSchema,
    problems: [...withQuery, 'not-found'],
  },
  listNeighbours: {
    path: '/actors/{id}/neighbours',
    summary: "An actor's neighbours: nearest first, then most claims, then id",
    query: neighboursQuery,
    answer: neighboursSchema,
    problems: [...withQuery, 'malformed-cursor', 'not-found'],
  },
  getRelation: {
    path: '/relations/{id}',
    summary: 'One relation, and the claims that say otherwise',
    query: lensQuery,
    answer: relationDetailSchema,
    problems: [...withQuery, 'not-found'],
  },
  listClaims: {
    path: '/claims',
    summary: 'Claims with their evidence, by subject, type, object and id',
    query: claimsQuery,
    answer: claimsSchema,
    problems: [...withQuery, 'malformed-cursor'],
  },
  getClaim: {
    path: '/claims/{id}',
    summary: 'One claim with its evidence',
    query: emptyQuery,
    answer: claimSchema,
    problems: ['not-found'],
  },
  listDocuments: {
    path: '/documents',
    summary: 'Documents, by id',
    query: documentsQuery,
    answer: documentsSchema,
    problems: withPages,
  },
  getDocument: {
    path: '/documents/{id}',
    summary: 'One document: its text, where its licence allows, and the spans of its claims',
    query: emptyQuery,
    answer: documentDetailSchema,
    problems: ['not-found'],
  },
  listFacets: {
    path: '/facets',
    summary: 'How many claims each value of each condition of the lens would leave',
    query: facetsQuery,
    answer: facetsSchema,
    problems: withQuery,
  },
  getTimeline: {
    path: '/timeline',
    summary: 'How many claims there are when, on either clock, the dates of the lens aside',
    query: timelineQuery,
    answer: timelineSchema,
    problems: withQuery,
  },
  getTimelineColumns: {
    path: '/timeline.columns',
    summary: 'The days of the claims of each relation that the network shows, as binary columns',
    query: networkQuery,
    answer: { mediaType: COLUMNS_MEDIA_TYPE },
    problems: withQuery,
  },
  exportTimeline: {
    path: '/timeline.csv',
    summary: 'The timeline as CSV: a row a bucket, then one for each vague date',
    query: timelineQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  findPaths: {
    path: '/paths',
    summary: 'The best paths between every two of some actors, each hop with its sentences',
    query: pathsQuery,
    answer: pathsSchema,
    problems: withQuery,
  },
  exportPaths: {
    path: '/paths.csv',
    summary: 'The paths as CSV: a row a sentence of a hop',
    query: pathsQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  listSpeakers: {
    path: '/speakers',
    summary:
      'Who speaks, about whom, where, and whose words come through whom: most claims first, then by id',
    query: speakersQuery,
    answer: speakersSchema,
    problems: [...withQuery, 'malformed-cursor'],
  },
  exportSpeakers: {
    path: '/speakers.csv',
    summary: 'All speakers as CSV, a row each',
    query: lensQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  listPublishers: {
    path: '/publishers',
    summary: 'Whom each publisher lets speak, beside the whole: most claims first, then by name',
    query: publishersQuery,
    answer: publishersSchema,
    problems: [...withQuery, 'malformed-cursor'],
  },
  exportPublishers: {
    path: '/publishers.csv',
    summary: 'All publishers as CSV: a row each of its speakers',
    query: lensQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  compare: {
    path: '/compare',
    summary: 'Two views side by side: what only A states, only B, both, and where they contradict',
    query: compareQuery,
    answer: compareSchema,
    problems: [...withQuery, 'malformed-cursor'],
  },
  getCompareColumns: {
    path: '/compare.columns',
    summary: 'The network of two views, with whose each relation is, as binary columns',
    query: compareColumnsQuery,
    answer: { mediaType: COLUMNS_MEDIA_TYPE },
    problems: withQuery,
  },
  exportCompare: {
    path: '/compare.csv',
    summary: 'All differences of two views as CSV: a row a claim',
    query: compareTableQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  listDisputes: {
    path: '/disputes',
    summary: 'What is disputed, with the claims of both sides: most origins of the weaker side first',
    query: disputesQuery,
    answer: disputesSchema,
    problems: [...withQuery, 'malformed-cursor'],
  },
  exportDisputes: {
    path: '/disputes.csv',
    summary: 'All disputes as CSV: a row a claim of either side',
    query: lensQuery,
    answer: { mediaType: 'text/csv' },
    problems: withQuery,
  },
  search: {
    path: '/search',
    summary: 'Actors, sentences and documents that hold the words',
    query: searchQuery,
    answer: searchSchema,
    problems: ['malformed-parameter', 'out-of-bounds', 'too-many-requests'],
  },
  getOpenApi: {
    path: '/openapi.json',
    summary: 'This description (OpenAPI 3.1)',
    query: emptyQuery,
    answer: { mediaType: 'application/json' },
    problems: [],
  },
} as const satisfies Record<string, Route>;

export type Operation = keyof typeof ROUTES;
