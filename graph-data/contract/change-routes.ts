import { z } from 'zod';
import { LARGEST_IMPORT } from '../formats/csv/import-columns.ts';
import type { ProblemCode } from '../model/errors.ts';
import { importReportSchema, ledgerSchema } from './imports.ts';
import { documentsQuery, emptyQuery } from './queries.ts';
import type { Route } from './routes.ts';
import {
  actorPatchSchema,
  changeSchema,
  claimBodySchema,
  claimChangeSchema,
  claimPatchSchema,
  decisionsBodySchema,
  decisionsSchema,
  distinctBodySchema,
  documentBodySchema,
  emptyBodySchema,
  jobSchema,
  jobsSchema,
  likenessesSchema,
  mergeBodySchema,
  mergeSchema,
  sessionSchema,
  undoBodySchema,
  undoSchema,
} from './writes.ts';

/** A call that changes the dataset, or reads what was changed. */
export interface ChangeRoute extends Route {
  readonly method: 'get' | 'post' | 'patch';
  /** Who may make it; anyone unless said. */
  readonly role?: 'editor';
  /** Of a call that went well; 200 unless said. */
  readonly status?: 201 | 202;
  /** What is taken: media types, each of which a browser sends across origins only after asking. */
  readonly body?: {
    readonly mediaTypes: readonly string[];
    readonly description?: string;
    /** Of JSON. */
    readonly schema?: z.ZodType;
    /** In bytes. */
    readonly largest: number;
  };
  /** `If-Match: "VERSION"`: refuses a change of what another changed after that version. */
  readonly hasIfMatch?: true;
}

/** Faults, and notes, that a report tells one by one. */
export const MOST_FAULTS = 100;
/** Longest `Idempotency-Key`, in visible ASCII characters. */
export const LONGEST_KEY = 200;
/** Largest document's bytes; the same as what `server/extract/reading` reads. */
export const LARGEST_FILE = 5 * 1024 * 1024;
const LARGEST_JSON = 1024 * 1024;
/** A text of 5 MB with every character written as six. */
const LARGEST_DOCUMENT_JSON = 6 * LARGEST_FILE;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const importQuery = z.object({
  format: z.enum(['csv']).default('csv'),
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .default('imported.csv')
    .describe('of the file; it names the document that rows without one are of'),
  dryRun: flag.default(false).describe('look, and change nothing'),
  validOnly: flag.default(false).describe('import the rows without a fault where others have some'),
  map: z
    .array(z.string().max(300))
    .max(40)
    .default([])
    .describe('column=header: which header a column is read from; an empty header leaves the column out'),
});

const { text: _text, ...documentFields } = documentBodySchema.shape;
const documentQuery = z.strictObject(documentFields);
const likenessesQuery = z.strictObject({
  document: z.string().max(200).optional().describe('only those found while reading this document'),
});

const reading: readonly ProblemCode[] = ['forbidden'];
const writing: readonly ProblemCode[] = [
  'writes-refused',
  ...reading,
  'unsupported-media-type',
  'body-too-large',
  'malformed-body',
  'too-many-requests',
];
const posting: readonly ProblemCode[] = [...writing, 'malformed-parameter', 'idempotency-mismatch'];
const ofWrongValues: readonly ProblemCode[] = ['unknown-value', 'out-of-bounds'];

/** A JSON body. */
function json<S extends z.ZodType>(schema: S) {
  return { mediaTypes: ['application/json'], schema, largest: LARGEST_JSON } as const;
}

/** Every call beside the questions of `ROUTES`, by the name of its operation. */
export const CHANGE_ROUTES = {
  importTable: {
    method: 'post',
    path: '/imports',
    summary: 'Brings a table of claims in as one change, or says what it would bring (docs/formats-csv.md)',
    query: importQuery,
    role: 'editor',
    body: {
      mediaTypes: ['text/csv', 'text/tab-separated-values', 'application/gzip'],
      description: `the file's bytes, at most ${LARGEST_IMPORT / 1024 / 1024} MB`,
      largest: LARGEST_IMPORT,
    },
    answer: importReportSchema,
    problems: [...posting, ...ofWrongValues],
  },
  addDocument: {
    method: 'post',
    path: '/documents',
    summary: 'Reads a report and proposes its claims, as a job that goes on by itself (docs/extraction.md)',
    query: documentQuery,
    role: 'editor',
    status: 202,
    body: {
      mediaTypes: ['application/json', 'text/plain', 'text/markdown', 'text/html'],
      description: `as JSON a text or an address; else the file's bytes, at most ${LARGEST_FILE / 1024 / 1024} MB`,
      schema: documentBodySchema,
      largest: LARGEST_DOCUMENT_JSON,
    },
    answer: jobSchema,
    problems: [...posting, ...ofWrongValues],
  },
  listJobs: {
    method: 'get',
    path: '/jobs',
    summary: 'The last 100 jobs, newest first',
    query: emptyQuery,
    role: 'editor',
    answer: jobsSchema,
    problems: reading,
  },
  getJob: {
    method: 'get',
    path: '/jobs/{id}',
    summary: 'One job',
    query: emptyQuery,
    role: 'editor',
    answer: jobSchema,
    problems: [...reading, 'not-found'],
  },
  cancelJob: {
    method: 'post',
    path: '/jobs/{id}/cancel',
    summary: 'Ends a job that waits or runs; what it was about stays as it was. One that has ended stays so',
    query: emptyQuery,
    role: 'editor',
    body: json(emptyBodySchema),
    answer: jobSchema,
    problems: [...posting, 'not-found'],
  },
  streamEvents: {
    method: 'get',
    path: '/events',
    summary:
      'Server-sent events: `version` when the dataset has changed, `job` (to editors) when a job has moved on',
    query: emptyQuery,
    answer: { mediaType: 'text/event-stream' },
    problems: ['too-many-requests'],
  },
  retractDocument: {
    method: 'post',
    path: '/documents/{id}/retract',
    summary: 'Takes a document away with all its claims; undo brings both back',
    query: emptyQuery,
    role: 'editor',
    body: json(emptyBodySchema),
    answer: changeSchema,
    problems: [...posting, 'not-found'],
  },
  addClaim: {
    method: 'post',
    path: '/claims',
    summary: 'Adds a claim on a stretch of a document’s text',
    query: emptyQuery,
    role: 'editor',
    status: 201,
    body: json(claimBodySchema),
    answer: claimChangeSchema,
    problems: [...posting, ...ofWrongValues, 'conflict'],
  },
  editClaim: {
    method: 'patch',
    path: '/claims/{id}',
    summary: 'Changes what a claim says; its words and their place stay',
    query: emptyQuery,
    role: 'editor',
    body: json(claimPatchSchema),
    hasIfMatch: true,
    answer: claimChangeSchema,
    problems: [...writing, 'malformed-parameter', ...ofWrongValues, 'not-found', 'conflict'],
  },
  decideClaims: {
    method: 'post',
    path: '/decisions',
    summary: 'Gives claims the status they are to have: all of them, or none where one is at fault',
    query: emptyQuery,
    role: 'editor',
    body: json(decisionsBodySchema),
    answer: decisionsSchema,
    problems: [...posting, ...ofWrongValues],
  },
  undo: {
    method: 'post',
    path: '/undo',
    summary: 'Takes a change back by a new entry of the ledger: the one named, or the last that stands',
    query: emptyQuery,
    role: 'editor',
    body: json(undoBodySchema),
    answer: undoSchema,
    problems: [...posting, 'out-of-bounds', 'not-found', 'cannot-be-undone'],
  },
  getLedger: {
    method: 'get',
    path: '/ledger',
    summary: 'Every change of the dataset, newest first',
    query: documentsQuery,
    answer: ledgerSchema,
    problems: ['malformed-parameter', 'out-of-bounds', 'malformed-cursor'],
  },
  exportReviewLog: {
    method: 'get',
    path: '/review-log.csv',
    summary: 'Every decision on a claim as a row of a table: what was decided, by whom and when',
    query: emptyQuery,
    role: 'editor',
    answer: { mediaType: 'text/csv' },
    problems: reading,
  },
  editActor: {
    method: 'patch',
    path: '/actors/{id}',
    summary: 'Renames an actor, or changes its kind, other names or Wikidata id; its id stays',
    query: emptyQuery,
    role: 'editor',
    body: json(actorPatchSchema),
    answer: changeSchema,
    problems: [...writing, ...ofWrongValues, 'not-found'],
  },
  mergeActor: {
    method: 'post',
    path: '/actors/{id}/merge',
    summary: 'Reads an actor as another from now on, or says what that would change',
    query: emptyQuery,
    role: 'editor',
    body: json(mergeBodySchema),
    answer: mergeSchema,
    problems: [...posting, ...ofWrongValues, 'not-found', 'conflict'],
  },
  splitActor: {
    method: 'post',
    path: '/actors/{id}/split',
    summary: 'Takes an actor that is read as another out again',
    query: emptyQuery,
    role: 'editor',
    body: json(emptyBodySchema),
    answer: changeSchema,
    problems: [...posting, 'not-found', 'conflict'],
  },
  markDistinct: {
    method: 'post',
    path: '/actors/{id}/distinct',
    summary: 'Keeps that two actors are not the same, so that it is not asked again',
    query: emptyQuery,
    role: 'editor',
    body: json(distinctBodySchema),
    answer: changeSchema,
    problems: [...posting, ...ofWrongValues, 'not-found', 'conflict'],
  },
  listLikenesses: {
    method: 'get',
    path: '/likenesses',
    summary: 'Actors that may be one, found while reading documents, until someone says',
    query: likenessesQuery,
    answer: likenessesSchema,
    problems: ['out-of-bounds', 'unknown-value'],
  },
  getSession: {
    method: 'get',
    path: '/session',
    summary: 'Who asks, and what they may do',
    query: emptyQuery,
    answer: sessionSchema,
    problems: [],
  },
  getImportTemplate: {
    method: 'get',
    path: '/imports/template.csv',
    summary: 'A table to fill in: the columns, and two rows that show how',
    query: emptyQuery,
    answer: { mediaType: 'text/csv' },
    problems: [],
  },
} as const satisfies Record<string, ChangeRoute>;

export type ChangeOperation = keyof typeof CHANGE_ROUTES;
