import type { CaseClaim, CaseFile, CaseMade, CaseMarks, CaseStep } from './case-file.ts';
import { CASE_FORMAT, CASE_FORMAT_VERSION } from './parse-case-file.ts';

/** The whole case file as JSON, which `parseCaseFile` reads back as it was; `made` is null in the browser's own store. */
export function writeCaseJson(file: CaseFile, made: CaseMade | null): string {
  const head = { format: CASE_FORMAT, formatVersion: CASE_FORMAT_VERSION };
  if (made === null) return JSON.stringify({ ...head, ...file });
  const { marks, ...own } = made;
  const items = file.items.map((item) => ({
    ...item,
    steps: item.steps.map((step) => withMark(step, marks)),
    claims: item.claims.map((claim) => withMark(claim, marks)),
  }));
  return `${JSON.stringify({ ...head, made: own, ...file, items }, null, 2)}\n`;
}

/** Whoever opens the file checks for themselves: `parseCaseFile` leaves marks out. */
function withMark<T extends CaseClaim | CaseStep>(of: T, marks: CaseMarks | undefined): T {
  const mark = marks?.get(of);
  return mark === undefined ? of : { ...of, mark };
}
