import type { PurgeRequest } from '../../dataset-changes.ts';
import type { LoggedTable, RowImages } from '../logged-rows.ts';
import { parseImage } from '../logged-rows.ts';

/** What is purged, put to every row of the store and every image of the ledger. */
export interface PurgeRule {
  /** The image as it may stay, the same or with other words; undefined where it goes. */
  toKept(table: LoggedTable, image: string): string | undefined;
  /** Whether a row's key says what is purged. A claim's never does: it is a hash. */
  isTelling(table: LoggedTable, key: string): boolean;
}

const WORDS: { readonly [Table in LoggedTable]: readonly (keyof RowImages[Table])[] } = {
  actors: ['name'],
  documents: ['title', 'publisher', 'author', 'derived_from', 'text'],
  claims: ['label', 'quote', 'prefix', 'suffix', 'sentence', 'reason'],
  actor_likenesses: ['reason'],
};

/** @param redact takes names out of the words of what stays */
export function createPurgeRule(
  { kind, id }: Pick<PurgeRequest, 'kind' | 'id'>,
  redact: (text: string) => string,
): PurgeRule {
  const isGone = kind === 'document' ? isOfDocument : isOfActor;
  return {
    toKept(table, image) {
      if (isGone(table, image, id)) return undefined;
      const row = parseImage(table, image) as unknown as Record<string, unknown>;
      const words: [string, unknown][] = WORDS[table].map((field) => [
        field,
        redactValue(row[field], redact),
      ]);
      const aliases = row['aliases'];
      if (Array.isArray(aliases)) words.push(['aliases', (aliases as string[]).map(redact)]);
      // With other letters an address leads nowhere.
      const url = row['url'];
      if (typeof url === 'string' && redact(url) !== url) words.push(['url', null]);
      const isSame = words.every(([field, value]) => JSON.stringify(value) === JSON.stringify(row[field]));
      return isSame ? image : JSON.stringify({ ...row, ...Object.fromEntries(words) });
    },
    isTelling(table, key) {
      if (kind === 'document') return table === 'documents' && key === id;
      return (table === 'actors' || table === 'actor_likenesses') && key.split(' ').includes(id);
    },
  };
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  return typeof value === 'string' ? redact(value) : value;
}

function isOfDocument(table: LoggedTable, image: string, id: string): boolean {
  if (table === 'documents') return parseImage(table, image).id === id;
  if (table === 'claims') return parseImage(table, image).document === id;
  return table === 'actor_likenesses' && parseImage(table, image).document === id;
}

function isOfActor(table: LoggedTable, image: string, id: string): boolean {
  if (table === 'documents') return false;
  if (table === 'actors') {
    const { id: own, merged_into: into } = parseImage(table, image);
    return own === id || into === id;
  }
  if (table === 'actor_likenesses') {
    const { actor, other } = parseImage(table, image);
    return actor === id || other === id;
  }
  const { subject, object, speaker, via } = parseImage(table, image);
  return [subject, object, speaker].includes(id as never) || (JSON.parse(via) as string[]).includes(id);
}
