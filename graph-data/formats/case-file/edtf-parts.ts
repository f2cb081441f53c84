/** A date as reference lists have it: year, and month and day where they are known. */
export interface DateParts {
  readonly parts: readonly number[];
  readonly isAbout: boolean;
}

/** The first day, month or year that an EDTF date names; undefined where it names none that lists of references could hold. */
export function findDateParts(edtf: string | null): DateParts | undefined {
  const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\dX-])/.exec(edtf ?? '');
  if (edtf === null || found === null) return undefined;
  const parts = found
    .slice(1)
    .map(Number)
    .filter((part) => !Number.isNaN(part)); // a group that found nothing is undefined
  return { parts, isAbout: /[~?%/]/.test(edtf) };
}
