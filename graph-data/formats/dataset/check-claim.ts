import type { ClaimInput } from '../../model/claim.ts';
import { claimInputSchema } from '../../model/claim.ts';
import type { ActorId } from '../../model/ids.ts';
import type { KnownActors } from './check-actors.ts';
import type { DatasetFault } from './fault.ts';
import { quoteValue } from './fault.ts';
import { readFields } from './schema-faults.ts';
import type { DataPath, YamlFile } from './yaml-file.ts';

/** What a claim is checked against; undefined where that itself could not be read, so that it is not reported twice. */
export interface ClaimContext {
  readonly text: string | undefined;
  readonly known: KnownActors | undefined;
  /** Ids of the vocabulary's types, in its order. */
  readonly types: ReadonlySet<string> | undefined;
}

/**
 * Reads the claim at an index of a document file and reports every fault of it; undefined when its schema finds one.
 * @param firstWith the index of each claim of the document so far, by what makes it the same claim; added to
 */
export function readClaim(
  file: YamlFile,
  index: number,
  raw: unknown,
  context: ClaimContext,
  firstWith: Map<string, number>,
  report: (fault: DatasetFault) => void,
): ClaimInput | undefined {
  const claim = nameClaim(index, raw);
  const base = ['claims', index];
  const reportClaim = (fault: DatasetFault): void => report({ ...fault, claim });
  const reportAt = (path: DataPath, expected: string, found: string): void =>
    reportClaim(file.faultAt([...base, ...path], expected, found));

  const { whole, fields } = readFields(file, base, raw, claimInputSchema, reportClaim);
  if (fields.type !== undefined && context.types?.has(fields.type) === false) {
    reportAt(['type'], `one of ${[...context.types].join(', ')}`, quoteValue(fields.type));
  }
  const named: (readonly [DataPath, ActorId | null | undefined])[] = [
    [['subject'], fields.subject],
    [['object'], fields.object],
    [['speaker'], fields.speaker],
    ...(fields.via ?? []).map((id, at) => [['via', at], id] as const),
  ];
  for (const [path, id] of named) {
    const fault = id === undefined || id === null ? undefined : context.known?.findFault(id);
    if (fault !== undefined) reportAt(path, fault.expected, fault.found);
  }
  if (context.text !== undefined) checkQuote(fields, context.text, reportAt);
  if (whole !== undefined) {
    const { start, end, subject, type, object, speaker } = whole;
    const key = JSON.stringify([start, end, subject, type, object, speaker]);
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, index);
    else {
      const { line } = file.faultAt(['claims', first], '', '');
      reportAt(
        [],
        'a claim of its own',
        `the same span, subject, type, object and speaker as on line ${line}`,
      );
    }
  }
  return whole;
}

function checkQuote(
  { quote, start, end }: Partial<ClaimInput>,
  text: string,
  reportAt: (path: DataPath, expected: string, found: string) => void,
): void {
  if (start === undefined || end === undefined) return;
  const length = text.length;
  const hint = quote === undefined ? '' : describePlace(text, quote, start);
  if (start >= length)
    reportAt(['start'], `a start below ${length}, the length of the text`, `${start}${hint}`);
  else if (end > length)
    reportAt(['end'], `an end of at most ${length}, the length of the text`, `${end}${hint}`);
  else if (start >= end) reportAt(['end'], `an end above the start ${start}`, `${end}${hint}`);
  else {
    const exact = text.slice(start, end);
    const place = `${start}–${end}`;
    if (quote !== undefined && exact !== quote) {
      reportAt(['start'], `the quote ${quoteValue(quote)} at ${place}`, `${quoteValue(exact)}${hint}`);
    } else if (/\p{Surrogate}/u.test(exact)) {
      reportAt(['start'], 'a span of whole characters', `half of a surrogate pair in ${place}`);
    }
  }
}

/** Where the quote stands instead: the place nearest to the start that was given. */
function describePlace(text: string, quote: string, start: number): string {
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  if (before < 0 && after < 0) return ' (the quote is nowhere in the text)';
  const isAfterNearer = before < 0 || (after >= 0 && after - start < start - before);
  const at = isAfterNearer ? after : before;
  return ` (the quote stands at ${at}–${at + quote.length})`;
}

/** `claim 14 (vladimir-putin befriends donald-trump)`, as far as it says so. */
function nameClaim(index: number, raw: unknown): string {
  const { subject, type, object } = (raw ?? {}) as Record<string, unknown>;
  const words = [subject, type, object].map((word) => (typeof word === 'string' ? word.slice(0, 80) : '?'));
  return `claim ${index + 1} (${words.join(' ')})`;
}
