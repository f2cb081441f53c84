import type { Request } from 'express';
import type { ChangeOperation } from '../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES, LARGEST_FILE, MOST_FAULTS } from '../../graph-data/contract/change-routes.ts';
import { parseCursor, toCursor } from '../../graph-data/contract/cursor.ts';
import type { LedgerAnswer } from '../../graph-data/contract/imports.ts';
import { parseQuery } from '../../graph-data/contract/parse-query.ts';
import { API_ROOT } from '../../graph-data/contract/routes.ts';
import type { Job, SessionAnswer } from '../../graph-data/contract/writes.ts';
import type { ColumnMap } from '../../graph-data/formats/csv/import-columns.ts';
import { IMPORT_TEMPLATE, parseColumnMap } from '../../graph-data/formats/csv/import-columns.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { Changes, DocumentOrder, Jobs } from './changes.ts';
import { toSummary, withoutNames } from './ledger-summary.ts';
import { readJson } from './read-json.ts';
import { writeReviewLog } from './review-log.ts';
import type { Visitor } from './visitor.ts';

/** A request as a call sees it: who makes it is known and may, its body has arrived whole. */
export interface Asked {
  readonly request: Request;
  readonly parameters: URLSearchParams;
  /** The one in the path; empty where it has none. */
  readonly id: string;
  readonly body: Uint8Array;
  readonly visitor: Visitor;
  /** Goes into the ledger. */
  readonly author: string;
  /** The dataset's version as the visitor sees it. */
  readonly version: number;
  readonly changes: Changes;
  readonly jobs: Jobs;
  readonly session: Pick<SessionAnswer, 'canWrite' | 'model' | 'threshold'>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What a call answers: JSON with its Location, or a file in pieces. */
export type Reply =
  | { readonly json: unknown; readonly location?: string }
  | { readonly filename: string; readonly mediaType: string; readonly pieces: AsyncIterable<string> };

type Call = (asked: Asked) => Reply | Promise<Reply>;

/** Each call of `CHANGE_ROUTES` but the stream of events. */
export const CHANGE_CALLS: Record<Exclude<ChangeOperation, 'streamEvents'>, Call> = {
  async importTable({ parameters, body, changes, author, signal }) {
    const { name, map, dryRun, validOnly } = parseQuery(CHANGE_ROUTES.importTable.query, parameters);
    const options = { fileName: name, map: readMap(map), dryRun, validOnly, mostFaults: MOST_FAULTS, signal };
    return { json: await changes.importTable(body, options, author) };
  },
  addDocument(asked) {
    const job = asked.jobs.add(readOrder(asked), asked.author);
    return { json: job, location: `${API_ROOT}/jobs/${job.id}` };
  },
  listJobs({ parameters, jobs }) {
    parseQuery(CHANGE_ROUTES.listJobs.query, parameters);
    return { json: { items: jobs.list() } };
  },
  getJob({ parameters, jobs, id }) {
    parseQuery(CHANGE_ROUTES.getJob.query, parameters);
    return { json: requireJob(jobs.find(id), id) };
  },
  cancelJob({ parameters, body, jobs, id }) {
    parseQuery(CHANGE_ROUTES.cancelJob.query, parameters);
    readJson(CHANGE_ROUTES.cancelJob.body.schema, body);
    return { json: requireJob(jobs.cancel(id), id) };
  },
  async retractDocument({ parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.retractDocument.query, parameters);
    readJson(CHANGE_ROUTES.retractDocument.body.schema, body);
    return { json: await changes.retractDocument(id, author) };
  },
  async addClaim({ parameters, body, changes, author }) {
    parseQuery(CHANGE_ROUTES.addClaim.query, parameters);
    const answer = await changes.addClaim(readJson(CHANGE_ROUTES.addClaim.body.schema, body), author);
    return { json: answer, location: `${API_ROOT}/claims/${answer.claim.id}` };
  },
  async editClaim({ request, parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.editClaim.query, parameters);
    const readAt = readVersion(request.get('If-Match'));
    const patch = readJson(CHANGE_ROUTES.editClaim.body.schema, body);
    return { json: await changes.editClaim(id, patch, readAt, author) };
  },
  async decideClaims({ parameters, body, changes, author }) {
    parseQuery(CHANGE_ROUTES.decideClaims.query, parameters);
    return { json: await changes.decide(readJson(CHANGE_ROUTES.decideClaims.body.schema, body), author) };
  },
  async undo({ parameters, body, changes, author }) {
    parseQuery(CHANGE_ROUTES.undo.query, parameters);
    return { json: await changes.undo(readJson(CHANGE_ROUTES.undo.body.schema, body), author) };
  },
  async getLedger({ parameters, changes, visitor, version }) {
    const { limit, cursor } = parseQuery(CHANGE_ROUTES.getLedger.query, parameters);
    const key = { version: 0, query: 'ledger' }; // entries never change: a cursor is good at any version
    const before = cursor === undefined ? undefined : parseCursor(cursor, key);
    const entries = await changes.readLedger(limit + 1, before);
    const shown = entries.slice(0, limit);
    const answer: LedgerAnswer = {
      items: shown.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        author: visitor.name === null ? null : entry.author,
        kind: entry.kind,
        summary: toSummary(visitor.name === null ? withoutNames(entry) : entry),
        undoneBy: entry.undoneBy,
        undoable: entry.undoable,
      })),
      nextCursor: entries.length > limit ? toCursor(shown.at(-1)?.seq ?? 0, key) : null,
      version,
    };
    return { json: answer };
  },
  exportReviewLog({ parameters, changes }) {
    parseQuery(CHANGE_ROUTES.exportReviewLog.query, parameters);
    const pieces = writeReviewLog(changes.readReviewLog());
    return { filename: 'onrecord-review-log.csv', mediaType: 'text/csv', pieces };
  },
  async editActor({ parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.editActor.query, parameters);
    const patch = readJson(CHANGE_ROUTES.editActor.body.schema, body);
    return { json: await changes.editActor(id, patch, author) };
  },
  async mergeActor({ parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.mergeActor.query, parameters);
    const wish = readJson(CHANGE_ROUTES.mergeActor.body.schema, body);
    return { json: await changes.mergeActor(id, wish, author) };
  },
  async splitActor({ parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.splitActor.query, parameters);
    readJson(CHANGE_ROUTES.splitActor.body.schema, body);
    return { json: await changes.splitActor(id, author) };
  },
  async markDistinct({ parameters, body, changes, id, author }) {
    parseQuery(CHANGE_ROUTES.markDistinct.query, parameters);
    const { from } = readJson(CHANGE_ROUTES.markDistinct.body.schema, body);
    return { json: await changes.markDistinct(id, from, author) };
  },
  async listLikenesses({ parameters, changes, visitor }) {
    const { document } = parseQuery(CHANGE_ROUTES.listLikenesses.query, parameters);
    // Open questions are about proposals, which are not the public's.
    return { json: visitor.name === null ? { items: [] } : await changes.readLikenesses(document) };
  },
  getSession({ parameters, visitor: { name, role }, session }) {
    parseQuery(CHANGE_ROUTES.getSession.query, parameters);
    const canWrite = session.canWrite && role !== 'reader';
    const answer: SessionAnswer = { ...session, name, role, canWrite };
    return { json: answer };
  },
  getImportTemplate({ parameters }) {
    parseQuery(CHANGE_ROUTES.getImportTemplate.query, parameters);
    return { filename: 'onrecord-claims.csv', mediaType: 'text/csv', pieces: toPieces(IMPORT_TEMPLATE) };
  },
};

/** JSON says what the document is; a file's bytes leave that to the parameters. */
function readOrder({ request, parameters, body }: Asked): DocumentOrder {
  const { query, body: expected } = CHANGE_ROUTES.addDocument;
  if (request.is('application/json') === false) {
    const { engine, ...stated } = parseQuery(query, parameters);
    return { source: { bytes: checkSize(body), mediaType: request.get('Content-Type') }, stated, engine };
  }
  parseQuery(CHANGE_ROUTES.listJobs.query, parameters);
  const { text, engine, ...stated } = readJson(expected.schema, body);
  if (text === undefined) return { source: { url: stated.url ?? '' }, stated, engine };
  return {
    source: { bytes: checkSize(new TextEncoder().encode(text)), mediaType: undefined },
    stated,
    engine,
  };
}

function checkSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= LARGEST_FILE) return bytes;
  const detail = `expected a document of at most ${LARGEST_FILE} bytes, found ${bytes.length}`;
  throw new OnrecordError('body-too-large', detail, [{ pointer: '/body', detail }]);
}

function requireJob(job: Job | undefined, id: string): Job {
  if (job !== undefined) return job;
  const detail = `no job ${JSON.stringify(id.slice(0, 80))}: the last 100 are remembered until the server stops`;
  throw new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
}

/** `"12"` is 12. Throws OnrecordError `malformed-parameter`. */
function readVersion(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const detail = 'expected a version in quotation marks, such as "12"';
  throw new OnrecordError('malformed-parameter', `If-Match: ${detail}`, [
    { pointer: '/header/if-match', detail },
  ]);
}

function readMap(pairs: readonly string[]): ColumnMap {
  try {
    return parseColumnMap(pairs);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new OnrecordError('malformed-parameter', `map: ${detail}`, [{ pointer: '/query/map', detail }], {
      cause: error,
    });
  }
}

async function* toPieces(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
