import type { CaseFile, CaseMade } from './case-file.ts';
import { CASE_FORMAT, CASE_FORMAT_VERSION } from './parse-case-file.ts';

/** The whole case file as JSON, which `parseCaseFile` reads back as it was; `made` is null in the browser's own store. */
export function writeCaseJson(file: CaseFile, made: CaseMade | null): string {
  const head = { format: CASE_FORMAT, formatVersion: CASE_FORMAT_VERSION };
  if (made === null) return JSON.stringify({ ...head, ...file });
  return `${JSON.stringify({ ...head, made, ...file }, null, 2)}\n`;
}
