import { z } from 'zod';
import { EVIDENCE_BASES } from '../model/claim.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import type { ImportColumn } from '../formats/csv/import-columns.ts';
import { COLUMN_NAMES } from '../formats/csv/import-columns.ts';

/** What imports and the ledger answer, as it stands on the wire. */

const column = z.enum(COLUMN_NAMES as [ImportColumn, ...ImportColumn[]]);
const date = z.string().nullable();
const parts = z.object({ claims: z.int(), actors: z.int(), documents: z.int() });

export const importFaultSchema = z
  .object({
    line: z.int().describe('where the row begins, from 1; the headers are counted'),
    column: column.nullable().describe('null for the row as a whole'),
    reason: z.string(),
  })
  .meta({ id: 'ImportFault' });

const previewActor = z.object({ name: z.string(), isNew: z.boolean() });

export const importReportSchema = z
  .object({
    outcome: z
      .enum(['checked', 'imported', 'unchanged', 'refused'])
      .describe(
        'checked: a dry run; imported; unchanged: all was there already; refused: rows are at fault, or columns missing',
      ),
    file: z.string(),
    encoding: z.string().describe('what the bytes were taken for'),
    delimiter: z.string(),
    columns: z.array(
      z.object({
        header: z.string(),
        column: column.nullable().describe('what it is read as; null: not read'),
      }),
    ),
    missing: z.array(z.string()).describe('columns without which no row can be read'),
    sample: z.array(z.array(z.string())).describe('the first rows as they stand'),
    preview: z
      .array(
        z.object({
          line: z.int(),
          subject: previewActor,
          type: z.string(),
          label: z.string(),
          object: previewActor,
          speaker: previewActor.nullable(),
          basis: z.enum(EVIDENCE_BASES),
          quote: z.string(),
          document: z.string(),
          saidOn: date,
          happenedOn: date,
          stance: z.enum(STANCES),
          modality: z.enum(MODALITIES),
        }),
      )
      .describe('the first rows as they are read'),
    rows: z.int(),
    validRows: z.int(),
    faultyRows: z.int(),
    faultCount: z.int(),
    faults: z.array(importFaultSchema).describe('the first of them'),
    noteCount: z.int(),
    notes: z.array(importFaultSchema).describe('the first rows that are read otherwise than they may mean'),
    duplicates: z.int().describe('rows that state what the data or an earlier row states already'),
    bases: z.record(z.enum(EVIDENCE_BASES), z.int()).describe('what the new claims stand on'),
    new: parts.describe('what is, or would be, added'),
    known: z.object({ actors: z.int(), documents: z.int() }).describe('named by the table, here already'),
    documents: z.array(z.string()).describe('ids of the first documents that new claims stand in'),
    seq: z.int().nullable().describe("the ledger's entry; null where nothing was added"),
    version: z.int().describe("the dataset's version after it"),
  })
  .meta({ id: 'ImportReport' });

export const ledgerSchema = z
  .object({
    items: z.array(
      z
        .object({
          seq: z.int(),
          at: z.string().describe('ISO 8601 instant, UTC'),
          author: z.string().nullable().describe('null where names are not given to the public'),
          kind: z.string(),
          summary: z.string(),
          undoneBy: z.int().nullable(),
          undoable: z.boolean().describe('whether it stands, and is of a kind that can be taken back'),
        })
        .meta({ id: 'LedgerEntry' }),
    ),
    nextCursor: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Ledger' });

export type ImportReport = z.infer<typeof importReportSchema>;
export type LedgerAnswer = z.infer<typeof ledgerSchema>;
