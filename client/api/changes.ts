import type { z } from 'zod';
import type { ImportReport, LedgerAnswer } from '../../graph-data/contract/imports.ts';
import type {
  ActorPatch,
  ChangeAnswer,
  ClaimChange,
  ClaimPatch,
  DecisionsAnswer,
  DecisionsBody,
  DocumentBody,
  Job,
  JobsAnswer,
  LikenessesAnswer,
  MergeAnswer,
  SessionAnswer,
  claimBodySchema,
  documentBodySchema,
  undoSchema,
} from '../../graph-data/contract/writes.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';

/** A request with a body; its media type is one that other sites cannot send. */
export interface ChangeRequest<T> extends ApiRequest<T> {
  /** POST unless given. */
  readonly method?: 'PATCH';
  readonly body: Blob | string;
  readonly mediaType: string;
  /** The version of the dataset at which the thing was read: changed since by another, it is a `conflict`. */
  readonly ifMatch?: number;
}

export type UndoAnswer = z.output<typeof undoSchema>;
/** What is left out is as the schema says. */
export type DocumentWish = z.input<typeof documentBodySchema>;
export type ClaimWish = z.input<typeof claimBodySchema>;

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

/** Keeps a text, or the page at an address, as a document, and proposes its claims: a job that goes on by itself. */
export function addDocumentRequest(wish: DocumentWish): ChangeRequest<Job> {
  return toChange('documents', wish);
}

export type FileFacts = {
  readonly [Fact in 'publisher' | 'publishedAt' | 'licence' | 'engine']: DocumentBody[Fact] | undefined;
};

/** The same of a file's bytes: text, Markdown or HTML, as the ending of its name says. */
export function addFileRequest(file: File, mediaType: string, facts: FileFacts): ChangeRequest<Job> {
  const parameters = Object.entries(facts).flatMap(([name, value]): Parameter[] =>
    value === undefined ? [] : [[name, value]],
  );
  const { address } = toApiRequest<Job>('documents', [['name', file.name.slice(0, 200)], ...parameters]);
  return { address, body: file, mediaType };
}

/** The last jobs, newest first. */
export function jobsRequest(): ApiRequest<JobsAnswer> {
  return toApiRequest('jobs');
}

export function cancelJobRequest(id: string): ChangeRequest<Job> {
  return toChange(`jobs/${encodeURIComponent(id)}/cancel`, {});
}

/** Takes a document back with all its claims. */
export function retractRequest(document: string): ChangeRequest<ChangeAnswer> {
  return toChange(`documents/${encodeURIComponent(document)}/retract`, {});
}

/** Adds a claim on a stretch of a document's text. */
export function addClaimRequest(claim: ClaimWish): ChangeRequest<ClaimChange> {
  return toChange('claims', claim);
}

/** Changes a claim that was read at this version of the dataset. */
export function claimPatchRequest(
  id: string,
  patch: ClaimPatch,
  version: number,
): ChangeRequest<ClaimChange> {
  return { ...toChange(`claims/${encodeURIComponent(id)}`, patch), method: 'PATCH', ifMatch: version };
}

/** Gives claims the status they are to have: all of them, or none where one is at fault. */
export function decisionsRequest(decisions: DecisionsBody['decisions']): ChangeRequest<DecisionsAnswer> {
  return toChange('decisions', { decisions });
}

/**
 * Takes an entry of the ledger back, or without one the last that stands.
 * @param withDependents takes later entries back too that stand on it; otherwise they stand in the way
 */
export function undoRequest(seq?: number, withDependents = false): ChangeRequest<UndoAnswer> {
  return toChange('undo', {
    ...(seq === undefined ? {} : { seq }),
    ...(withDependents && { withDependents }),
  });
}

/** Renames an actor, or changes its kind, its other names or its Wikidata id. */
export function actorPatchRequest(id: string, patch: ActorPatch): ChangeRequest<ChangeAnswer> {
  return { ...toChange(`actors/${encodeURIComponent(id)}`, patch), method: 'PATCH' };
}

/** Reads an actor as another from now on, or says what that would change. */
export function mergeRequest(
  id: string,
  into: string,
  { dryRun }: { readonly dryRun: boolean },
): ChangeRequest<MergeAnswer> {
  return toChange(`actors/${encodeURIComponent(id)}/merge`, { into, dryRun });
}

/** Takes an actor that is read as another out again. */
export function splitRequest(id: string): ChangeRequest<ChangeAnswer> {
  return toChange(`actors/${encodeURIComponent(id)}/split`, {});
}

/** Keeps that two actors are not the same, so that it is not asked again. */
export function distinctRequest(id: string, from: string): ChangeRequest<ChangeAnswer> {
  return toChange(`actors/${encodeURIComponent(id)}/distinct`, { from });
}

/** Actors that may be one, of a document or of all. */
export function likenessesRequest(document?: string): ApiRequest<LikenessesAnswer> {
  return toApiRequest('likenesses', document === undefined ? [] : [['document', document]]);
}

/** Who asks, and what they may do. */
export function sessionRequest(): ApiRequest<SessionAnswer> {
  return toApiRequest('session');
}

/** The newest entries of the ledger. */
export function ledgerRequest(limit: number): ApiRequest<LedgerAnswer> {
  return toApiRequest('ledger', [['limit', String(limit)]]);
}

/** The address of the table to fill in: a plain download. */
export const TEMPLATE_ADDRESS = 'api/v1/imports/template.csv';
/** The address of every decision on a claim, as a table: a plain download. */
export const REVIEW_LOG_ADDRESS = 'api/v1/review-log.csv';

function toChange<T>(path: string, body: unknown): ChangeRequest<T> {
  return { ...toApiRequest<T>(path), body: JSON.stringify(body), mediaType: 'application/json' };
}
