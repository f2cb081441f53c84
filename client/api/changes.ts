import type { ImportReport, LedgerAnswer, UndoAnswer } from '../../graph-data/contract/imports.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';

/** A request with a body; its media type is one that other sites cannot send. */
export interface ChangeRequest<T> extends ApiRequest<T> {
  readonly body: Blob | string;
  readonly mediaType: string;
}

export interface ImportWish {
  readonly dryRun: boolean;
  readonly validOnly: boolean;
  /** `column=header` pairs; none leaves it to the server. */
  readonly map: readonly string[];
}

/** Brings a table of claims in, or says what it would bring. */
export function importRequest(
  file: File,
  { dryRun, validOnly, map }: ImportWish,
): ChangeRequest<ImportReport> {
  const pairs = map.map((pair): Parameter => ['map', pair]);
  const { address } = toApiRequest<ImportReport>('imports', [
    ['name', file.name.slice(0, 200)],
    ['dryRun', String(dryRun)],
    ['validOnly', String(validOnly)],
    ...pairs,
  ]);
  const mediaType = /\.gz$/i.test(file.name) ? 'application/gzip' : 'text/csv';
  return { address, body: file, mediaType };
}

export function undoRequest(seq: number): ChangeRequest<UndoAnswer> {
  return {
    ...toApiRequest<UndoAnswer>('undo'),
    body: JSON.stringify({ seq }),
    mediaType: 'application/json',
  };
}

/** The newest entries of the ledger. */
export function ledgerRequest(limit: number): ApiRequest<LedgerAnswer> {
  return toApiRequest('ledger', [['limit', String(limit)]]);
}

/** The address of the table to fill in: a plain download. */
export const TEMPLATE_ADDRESS = 'api/v1/imports/template.csv';
