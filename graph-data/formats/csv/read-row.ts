import type { ActorKind } from '../../model/actor.ts';
import { ACTOR_KINDS } from '../../model/actor.ts';
import { LONGEST_QUOTE } from '../../model/claim.ts';
import { parseDate } from '../../model/dates.ts';
import { httpUrl } from '../../model/document.ts';
import { foldText, normaliseText } from '../../model/text.ts';
import type { Modality, Stance } from '../../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { quoteValue } from '../dataset/fault.ts';
import { remember } from '../../model/remember.ts';
import type { ImportColumn } from './import-columns.ts';
import type { ImportFault } from './import-fault.ts';

/** A row as it is read: every cell right by itself. Empty texts are cells that are empty or not there. */
export interface ImportRow {
  readonly subject: string;
  readonly object: string;
  readonly subjectKind: ActorKind | null;
  readonly objectKind: ActorKind | null;
  readonly speaker: string;
  readonly type: string;
  readonly label: string;
  readonly quote: string;
  readonly document: string;
  readonly url: string;
  readonly publisher: string;
  readonly publishedAt: string | null;
  readonly saidOn: string | null;
  readonly happenedOn: string | null;
  readonly stance: Stance | null;
  readonly modality: Modality;
  /** All its cells, in their order: what the row itself says. */
  readonly statement: string;
}

/** What the program's own CSV files write for claims without a speaker. */
const OWN_VOICE = "the document's own voice";
const LONGEST: Readonly<Partial<Record<ImportColumn, number>>> = {
  subject: 200,
  object: 200,
  speaker: 200,
  type: 500,
  label: 500,
  quote: LONGEST_QUOTE,
  document: 500,
  publisher: 200,
};

/** A reader of rows under these columns: the row, or its faults, never empty. */
export function createRowReader(
  columns: readonly (ImportColumn | null)[],
): (line: number, cells: readonly string[]) => ImportRow | readonly ImportFault[] {
  const isDate = remember((text) => parseDate(text) !== undefined);
  const isAddress = remember((text) => httpUrl.safeParse(text).success);
  const hasQuotes = columns.includes('quote');
  return (line, cells) => {
    const faults: ImportFault[] = [];
    const report = (column: ImportColumn | null, reason: string): void =>
      void faults.push({ line, column, reason });
    const textOf = (column: ImportColumn): string => {
      const at = columns.indexOf(column);
      const text = tidy(at < 0 ? '' : (cells[at] ?? ''));
      const longest = LONGEST[column];
      if (longest !== undefined && text.length > longest)
        report(column, `expected at most ${longest} characters, found ${text.length}`);
      if (!text.isWellFormed()) report(column, 'holds half of a surrogate pair');
      return text;
    };
    const neededOf = (column: ImportColumn): string => {
      const text = textOf(column);
      if (text === '') report(column, 'expected, but empty');
      return text;
    };
    const oneOf = <T extends string>(column: ImportColumn, values: readonly T[]): T | null => {
      const text = textOf(column);
      const value = values.find((each) => each === foldText(text));
      if (text !== '' && value === undefined)
        report(column, `expected one of ${values.join(', ')}, found ${quoteValue(text)}`);
      return value ?? null;
    };
    const dateOf = (column: ImportColumn): string | null => {
      const text = textOf(column);
      if (text === '') return null;
      if (!isDate(text))
        report(column, `expected an EDTF date such as 2025-03-13 or 2025-03, found ${quoteValue(text)}`);
      return text;
    };
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      report(null, `has ${cells.length} cells where the first line has ${columns.length}`);
    const speaker = textOf('speaker');
    const row: ImportRow = {
      subject: neededOf('subject'),
      object: neededOf('object'),
      subjectKind: oneOf('subjectKind', ACTOR_KINDS),
      objectKind: oneOf('objectKind', ACTOR_KINDS),
      speaker: speaker === OWN_VOICE ? '' : speaker,
      type: textOf('type'),
      label: textOf('label'),
      quote: hasQuotes ? neededOf('quote') : '',
      document: textOf('document'),
      url: textOf('url'),
      publisher: textOf('publisher'),
      publishedAt: dateOf('publishedAt'),
      saidOn: dateOf('saidOn'),
      happenedOn: dateOf('happenedOn'),
      stance: oneOf('stance', STANCES),
      modality: oneOf('modality', MODALITIES) ?? 'asserted',
      statement: toStatement(cells),
    };
    if (row.type === '' && row.label === '')
      report(columns.includes('type') ? 'type' : 'label', 'expected a type or a label, but both are empty');
    if (row.url !== '' && !isAddress(row.url))
      report('url', `expected an http or https address, found ${quoteValue(row.url)}`);
    return faults.length > 0 ? faults : row;
  };
}

/** NFC, line ends as `\n`, no white space round it. */
function tidy(cell: string): string {
  return normaliseText(cell).trim();
}

function toStatement(cells: readonly string[]): string {
  const all = cells
    .map((cell) => tidy(cell).replace(/\s+/g, ' '))
    .filter((cell) => cell !== '')
    .join(' · ');
  return all.slice(0, LONGEST_QUOTE).toWellFormed();
}
