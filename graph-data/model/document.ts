import { z } from 'zod';
import { parseDate } from './dates.ts';
import type { DocumentId } from './ids.ts';
import { SLUG_PATTERN } from './ids.ts';

export const DOCUMENT_KINDS = ['report', 'digest'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The publisher every digest of ours bears. */
export const DIGEST_PUBLISHER = 'Onrecord (digest)';
export const DEFAULT_LICENCE = 'all rights reserved';
/** A licence that permits nothing, however it is written: "All Rights Reserved.", "© Courier", "Copyright 2025 …". */
const RESERVED = /\ball\s+rights\s+reserved\b|^(?:©|\(c\)|copyright\b)/i;

/** Whether the licence lets everyone read the full text; where it does not, they get the sentences that claims stand on. */
export function isTextPublic({ licence }: Pick<DocumentSummary, 'licence'>): boolean {
  return !RESERVED.test(licence);
}

/** An EDTF date; YAML reads a bare year as a number, which is taken as its text. */
export const edtfDate = z
  .union([z.string(), z.number().int().transform(String)])
  .refine(
    (text) => parseDate(text) !== undefined,
    'expected an EDTF date such as 2025-03-13, 2025-03 or 2025-03-13/2025-03-18',
  );

export const documentId = z
  .string()
  .regex(SLUG_PATTERN, 'expected a kebab-case id')
  .transform((id) => id as DocumentId);

export const httpUrl = z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).max(2000);

/** The report a digest retells. */
export const derivedFromSchema = z.strictObject({
  title: z.string().min(1).max(500),
  publisher: z.string().min(1).max(200).optional(),
  url: httpUrl.optional(),
  publishedAt: edtfDate.optional(),
  /** SHA-256 of the original's text, 64 lower-case hexadecimal digits. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')
    .optional(),
});
export type DerivedFrom = z.infer<typeof derivedFromSchema>;

/** A report, or our own retelling of one (a digest). Text is NFC with `\n` line ends. */
export const documentSchema = z
  .strictObject({
    id: documentId,
    kind: z.enum(DOCUMENT_KINDS),
    title: z.string().trim().min(1).max(500),
    publisher: z.string().trim().min(1).max(200),
    author: z.string().trim().min(1).max(200).optional(),
    url: httpUrl.optional(),
    /** BCP 47 tag. */
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as en')
      .default('en'),
    publishedAt: edtfDate.optional(),
    licence: z.string().trim().min(1).max(200).default(DEFAULT_LICENCE),
    derivedFrom: derivedFromSchema.optional(),
    text: z.string().min(1).max(10_000_000),
  })
  // Looked at even where other fields are at fault, so that all faults are told at once.
  .refine(isDerivedIfDigest, {
    path: ['derivedFrom'],
    error: 'expected on a digest, and only there',
    when: isMapping,
  })
  .refine(isOurPublisherIfDigest, {
    path: ['publisher'],
    error: `expected "${DIGEST_PUBLISHER}" on a digest`,
    when: isMapping,
  });
export type Document = z.infer<typeof documentSchema>;

/** A document whose other fields may be at fault or missing. */
interface PartOfDocument {
  readonly kind?: DocumentKind;
  readonly publisher?: string;
  readonly derivedFrom?: DerivedFrom | undefined;
}

function isDerivedIfDigest({ kind, derivedFrom }: PartOfDocument): boolean {
  return kind === undefined || (kind === 'digest') === (derivedFrom !== undefined);
}

function isOurPublisherIfDigest({ kind, publisher }: PartOfDocument): boolean {
  return kind !== 'digest' || publisher === undefined || publisher === DIGEST_PUBLISHER;
}

function isMapping({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document as the store has it: its text is null where only quotes of it are here. */
export type StoredDocument = DocumentSummary & { readonly text: string | null };

/** A document without its text: what lists and claims show. */
export type DocumentSummary = Omit<Document, 'text'>;
