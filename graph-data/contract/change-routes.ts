import { z } from 'zod';
import { LARGEST_IMPORT } from '../formats/csv/import-columns.ts';
import type { ProblemCode } from '../model/errors.ts';
import { importReportSchema, ledgerSchema, undoSchema } from './imports.ts';
import { documentsQuery, emptyQuery } from './queries.ts';
import type { Route } from './routes.ts';

/** A call that changes the dataset, or reads what was changed. */
export interface ChangeRoute extends Route {
  readonly method: 'get' | 'post';
  /** What a POST takes: its media types, each of which a browser sends across origins only after asking. */
  readonly body?: { readonly mediaTypes: readonly string[]; readonly description: string };
}

/** Faults, and notes, that a report tells one by one. */
export const MOST_FAULTS = 100;

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

/** The body of an undo: which entry; without one, the last import that stands. */
export const undoBodySchema = z.strictObject({ seq: z.int().min(1).optional() });

const withBody: readonly ProblemCode[] = [
  'writes-refused',
  'unsupported-media-type',
  'body-too-large',
  'malformed-body',
];

/** Every call beside the questions of `ROUTES`, by the name of its operation. */
export const CHANGE_ROUTES = {
  importTable: {
    method: 'post',
    path: '/imports',
    summary: 'Brings a table of claims in as one change, or says what it would bring (docs/formats-csv.md)',
    query: importQuery,
    body: {
      mediaTypes: ['text/csv', 'text/tab-separated-values', 'application/gzip'],
      description: `the file's bytes, at most ${LARGEST_IMPORT / 1024 / 1024} MB`,
    },
    answer: importReportSchema,
    problems: [...withBody, 'malformed-parameter', 'unknown-value', 'out-of-bounds'],
  },
  undo: {
    method: 'post',
    path: '/undo',
    summary: 'Takes an import back by a new entry of the ledger: the one named, or the last that stands',
    query: emptyQuery,
    body: { mediaTypes: ['application/json'], description: '{"seq": 5} or {}' },
    answer: undoSchema,
    problems: [...withBody, 'not-found', 'cannot-be-undone'],
  },
  getLedger: {
    method: 'get',
    path: '/ledger',
    summary: 'Every change of the dataset, newest first',
    query: documentsQuery,
    answer: ledgerSchema,
    problems: ['malformed-parameter', 'out-of-bounds', 'malformed-cursor'],
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
