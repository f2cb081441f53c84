import type { ClaimInput } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import { documentSchema } from '../../model/document.ts';
import type { ClaimContext } from './check-claim.ts';
import { readClaim } from './check-claim.ts';
import type { DatasetFault } from './fault.ts';
import { describeValue } from './fault.ts';
import { readFields } from './schema-faults.ts';
import type { YamlFile } from './yaml-file.ts';

/** A document file as far as it could be read. */
export interface DocumentFile {
  readonly file: YamlFile;
  /** Undefined when the document's own fields have a fault. */
  readonly document: Document | undefined;
  readonly fields: Partial<Document>;
  /** Those without a fault of their schema. */
  readonly claims: readonly ClaimInput[];
}

/** Reads one document with its claims and reports every fault of either. */
export function readDocument(
  file: YamlFile,
  context: Omit<ClaimContext, 'text'>,
  report: (fault: DatasetFault) => void,
): DocumentFile {
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) {
    report(file.faultAt([], 'a map of the fields of one document', describeValue(file.value)));
    return { file, document: undefined, fields: {}, claims: [] };
  }
  const { claims: rawClaims = [], ...rawDocument } = file.value as Record<string, unknown>;
  const { whole, fields } = readFields(file, [], rawDocument, documentSchema, report);
  if (fields.text !== undefined) checkText(file, fields.text, report);
  if (!Array.isArray(rawClaims)) {
    report(file.faultAt(['claims'], 'a list of claims', describeValue(rawClaims)));
    return { file, document: whole, fields, claims: [] };
  }
  const claimContext = { ...context, text: fields.text };
  const firstWith = new Map<string, number>();
  const claims = rawClaims.flatMap(
    (raw: unknown, index) => readClaim(file, index, raw, claimContext, firstWith, report) ?? [],
  );
  return { file, document: whole, fields, claims };
}

/** Stored text is NFC with `\n` line ends, and every offset counts in that form. */
function checkText(file: YamlFile, text: string, report: (fault: DatasetFault) => void): void {
  const expect = (expected: string, found: string): void => report(file.faultAt(['text'], expected, found));
  const surrogate = text.search(/\p{Surrogate}/u);
  if (surrogate >= 0) expect('whole characters', `half of a surrogate pair at ${surrogate}`);
  if (text.startsWith('\uFEFF')) expect('text without a byte order mark', 'one at 0');
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn >= 0) expect('line ends written \\n', `\\r at ${carriageReturn}`);
  const composed = text.normalize('NFC');
  if (composed !== text) {
    let at = 0;
    while (text[at] === composed[at]) at += 1;
    expect('text in Unicode normal form NFC', `another form from ${at}`);
  }
}
