import type { DatabaseSync } from 'node:sqlite';
import type { RowImages } from '../logged-rows.ts';
import type { Redactor } from './redactor.ts';

/** Texts with a purged name in them, as they were and as they may stay, by document: more than one where it came in anew. */
export type RedactedTexts = ReadonlyMap<string, readonly { readonly text: string; readonly kept: string }[]>;

type ClaimImage = RowImages['claims'];
type Words = Pick<ClaimImage, 'quote' | 'prefix' | 'suffix' | 'sentence'>;

/** All such texts of the store and of the ledger: to be read before any of them is changed. */
export function readRedactedTexts(database: DatabaseSync, { redact }: Redactor): RedactedTexts {
  const rows = database
    .prepare(
      `select id, text from documents where text is not null
      union select before ->> '$.id', before ->> '$.text' from ledger_changes
        where "table" = 'documents' and before ->> '$.text' is not null
      union select after ->> '$.id', after ->> '$.text' from ledger_changes
        where "table" = 'documents' and after ->> '$.text' is not null`,
    )
    .iterate() as Iterable<unknown> as Iterable<{ id: string; text: string }>;
  const texts = new Map<string, { text: string; kept: string }[]>();
  for (const { id, text } of rows) {
    const kept = redact(text);
    if (kept === text) continue;
    const known = texts.get(id);
    if (known === undefined) texts.set(id, [{ text, kept }]);
    else known.push({ text, kept });
  }
  return texts;
}

/**
 * The words of a claim's evidence as they stand in the redacted text now, so that a name that reaches over an edge of the
 * quote is blocked out on both sides of it; undefined where the text has no name in it, or is not here.
 */
export function findRedactedWords(texts: RedactedTexts, claim: ClaimImage): Words | undefined {
  for (const { text, kept } of texts.get(claim.document) ?? [])
    if (isOf(text, claim)) return sliceWords(kept, claim);
  return undefined;
}

function isOf(text: string, claim: ClaimImage): boolean {
  const words = sliceWords(text, claim);
  return (
    words?.quote === claim.quote &&
    words.prefix === claim.prefix &&
    words.suffix === claim.suffix &&
    words.sentence === claim.sentence
  );
}

function sliceWords(text: string, claim: ClaimImage): Words | undefined {
  const { start, end, prefix, suffix, sentence, sentence_start: from } = claim;
  if (start === null || end === null || from === null) return undefined;
  return {
    quote: text.slice(start, end),
    prefix: text.slice(start - prefix.length, start),
    suffix: text.slice(end, end + suffix.length),
    sentence: text.slice(from, from + sentence.length),
  };
}
