import type { Request, Response } from 'express';
import { Router } from 'express';
import { CHANGE_ROUTES, MOST_FAULTS, undoBodySchema } from '../../graph-data/contract/change-routes.ts';
import { parseCursor, toCursor } from '../../graph-data/contract/cursor.ts';
import type { ImportReport, LedgerAnswer, UndoAnswer } from '../../graph-data/contract/imports.ts';
import { parseQuery } from '../../graph-data/contract/parse-query.ts';
import type { ColumnMap } from '../../graph-data/formats/csv/import-columns.ts';
import {
  IMPORT_TEMPLATE,
  LARGEST_IMPORT,
  parseColumnMap,
} from '../../graph-data/formats/csv/import-columns.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { LedgerEntry } from '../store/ledger-entries.ts';
import type { ContextSource } from './api-router.ts';
import { bodyOf, readBody } from './read-body.ts';
import { isLoopback } from './request-checks.ts';
import { toSummary } from './ledger-summary.ts';
import { createWriteGuard } from './write-guard.ts';

/** What is asked of an import over HTTP. */
export interface ImportRequest {
  readonly fileName: string;
  readonly map: ColumnMap;
  readonly dryRun: boolean;
  readonly validOnly: boolean;
  readonly mostFaults: number;
  /** Aborted when nobody waits for the answer any more: then the import leaves nothing. */
  readonly signal: AbortSignal;
}

/** The changes that can be made, each of them an entry of the ledger; when one is made, answers come from the new state. */
export interface Changes {
  importTable(bytes: Uint8Array, request: ImportRequest): Promise<ImportReport>;
  /** The last import that stands, unless `seq` names another. */
  undo(seq: number | undefined): Promise<UndoAnswer>;
  readLedger(limit: number, before: number | undefined): Promise<LedgerEntry[]>;
}

export interface ChangeRouterOptions {
  /** The address the server listens on. */
  readonly host: string;
  readonly getContext: ContextSource;
  /** Undefined refuses them all. */
  readonly changes?: Changes | undefined;
}

const LARGEST_UNDO = 10_000;
const { importTable, undo, getLedger, getImportTemplate } = CHANGE_ROUTES;

/** The calls that change the dataset, the ledger, and the template of a table. */
export function createChangeRouter({ host, getContext, changes }: ChangeRouterOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const guard = createWriteGuard(host);
  const ready = (): { readonly version: number; readonly changes: Changes } => {
    const context = getContext();
    if (context === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
    if (changes === undefined) throw new OnrecordError('writes-refused', 'this server takes no changes');
    return { version: context.network.version, changes };
  };

  router.post(
    importTable.path,
    guard,
    readBody(importTable.body.mediaTypes, LARGEST_IMPORT),
    async (request, response) => {
      const { name, map, dryRun, validOnly } = parseQuery(importTable.query, parametersOf(request));
      const columns = readMap(map);
      const target = ready().changes;
      const abandoned = new AbortController();
      response.once('close', () => abandoned.abort(new Error('nobody waits for the import any more')));
      try {
        const options = { fileName: name, map: columns, dryRun, validOnly, mostFaults: MOST_FAULTS };
        sendJson(
          response,
          await target.importTable(bodyOf(request), { ...options, signal: abandoned.signal }),
        );
      } catch (error) {
        if (!abandoned.signal.aborted) throw error;
      }
    },
  );

  router.post(undo.path, guard, readBody(undo.body.mediaTypes, LARGEST_UNDO), async (request, response) => {
    parseQuery(undo.query, parametersOf(request));
    const target = ready().changes;
    sendJson(response, await target.undo(readUndo(bodyOf(request)).seq));
  });

  router.get(getLedger.path, async (request, response) => {
    const { limit, cursor } = parseQuery(getLedger.query, parametersOf(request));
    const target = ready();
    const key = { version: 0, query: 'ledger' }; // entries never change: a cursor is good at any version
    const before = cursor === undefined ? undefined : parseCursor(cursor, key);
    const entries = await target.changes.readLedger(limit + 1, before);
    const shown = entries.slice(0, limit);
    const answer: LedgerAnswer = {
      items: shown.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        author: isLoopback(host) ? entry.author : null,
        kind: entry.kind,
        summary: toSummary(entry),
        undoneBy: entry.undoneBy,
      })),
      nextCursor: entries.length > limit ? toCursor(shown.at(-1)?.seq ?? 0, key) : null,
      version: target.version,
    };
    sendJson(response, answer);
  });

  router.get(getImportTemplate.path, (request, response) => {
    parseQuery(getImportTemplate.query, parametersOf(request));
    if (getContext() === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
    response.attachment('onrecord-claims.csv').type('text/csv').send(IMPORT_TEMPLATE);
  });
  return router;
}

function parametersOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
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

function readUndo(bytes: Uint8Array): { readonly seq?: number | undefined } {
  const detail = 'expected {} or {"seq": a whole number}';
  const refuse = (cause: unknown): OnrecordError =>
    new OnrecordError('malformed-body', detail, [{ pointer: '/body', detail }], { cause });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw refuse(error);
  }
  const parsed = undoBodySchema.safeParse(value);
  if (!parsed.success) throw refuse(parsed.error);
  return parsed.data;
}

function sendJson(response: Response, value: unknown): void {
  response.set('Cache-Control', 'no-cache').type('application/json').send(JSON.stringify(value));
}
