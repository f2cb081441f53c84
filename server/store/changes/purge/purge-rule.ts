import { sha256Hex } from '../../sha256-hex.ts';
import type { LoggedTable, RowImages } from '../logged-rows.ts';
import { parseImage } from '../logged-rows.ts';
import type { RedactedTexts } from './redacted-texts.ts';
import { findRedactedWords } from './redacted-texts.ts';
import type { Redactor } from './redactor.ts';

/** What is purged, put to every row of the store and every image of the ledger. */
export interface PurgeRule {
  /** The image as it may stay, the same or with other words; undefined where it goes. */
  toKept(table: LoggedTable, image: string): string | undefined;
  /** Whether a row's key says what is purged. A claim's never does: it is a hash. */
  isTelling(table: LoggedTable, key: string): boolean;
}

/** What goes. */
interface PurgedIds {
  readonly document: string | undefined;
  readonly actors: ReadonlySet<string>;
}

const WORDS: { readonly [Table in LoggedTable]: readonly (keyof RowImages[Table])[] } = {
  actors: ['name'],
  documents: ['title', 'publisher', 'author', 'derived_from', 'text'],
  claims: ['label', 'quote', 'prefix', 'suffix', 'sentence', 'reason'],
  actor_likenesses: ['reason'],
};

/**
 * @param redactor takes names out of the words of what stays
 * @param texts that have such a name in them, as they were before
 */
export function createPurgeRule(
  { document, actors }: PurgedIds,
  redactor: Redactor,
  texts: RedactedTexts,
): PurgeRule {
  return {
    toKept(table, image) {
      if (document !== undefined && isOfDocument(table, image, document)) return undefined;
      if (isOfActors(table, image, actors)) return undefined;
      const row = parseImage(table, image) as unknown as Record<string, unknown>;
      const kept = { ...row, ...redactRow(table, image, row, redactor, texts) };
      return JSON.stringify(kept) === JSON.stringify(row) ? image : JSON.stringify(kept);
    },
    isTelling(table, key) {
      if (table === 'documents') return key === document;
      return table !== 'claims' && key.split(' ').some((id) => actors.has(id));
    },
  };
}

/** The fields that may have other words. */
function redactRow(
  table: LoggedTable,
  image: string,
  row: Readonly<Record<string, unknown>>,
  { redact, isNamedIn }: Redactor,
  texts: RedactedTexts,
): Record<string, unknown> {
  const words = WORDS[table].map((field): [string, unknown] => {
    const value = row[field];
    return [field, typeof value === 'string' ? redact(value) : value];
  });
  const kept: Record<string, unknown> = Object.fromEntries(words);
  if (table === 'claims') Object.assign(kept, findRedactedWords(texts, parseImage('claims', image)));
  const { aliases, url } = row;
  if (Array.isArray(aliases)) kept['aliases'] = (aliases as string[]).map(redact);
  // With other letters an address leads nowhere.
  if (typeof url === 'string' && isNamedIn(url)) kept['url'] = null;
  const text = kept['text'];
  if (typeof text === 'string' && text !== row['text']) kept['sha256'] = sha256Hex(text);
  return kept;
}

function isOfDocument(table: LoggedTable, image: string, id: string): boolean {
  if (table === 'documents') return parseImage(table, image).id === id;
  if (table === 'claims') return parseImage(table, image).document === id;
  return table === 'actor_likenesses' && parseImage(table, image).document === id;
}

function isOfActors(table: LoggedTable, image: string, actors: ReadonlySet<string>): boolean {
  if (table === 'documents' || actors.size === 0) return false;
  const has = (id: string | null): boolean => id !== null && actors.has(id);
  if (table === 'actors') {
    const { id, merged_into: into } = parseImage(table, image);
    return has(id) || has(into);
  }
  if (table === 'actor_likenesses') {
    const { actor, other } = parseImage(table, image);
    return has(actor) || has(other);
  }
  const { subject, object, speaker, via } = parseImage(table, image);
  return [subject, object, speaker].some(has) || (JSON.parse(via) as string[]).some(has);
}
