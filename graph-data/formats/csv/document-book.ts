import type { DocumentSummary, StoredDocument } from '../../model/document.ts';
import { DEFAULT_LICENCE } from '../../model/document.ts';
import type { DocumentId } from '../../model/ids.ts';
import { toSlug } from '../../model/ids.ts';
import { foldText } from '../../model/text.ts';
import { toFreeId } from './free-id.ts';
import type { ImportRow } from './read-row.ts';

/** Publisher of the document that a file itself is. */
export const FILE_PUBLISHER = 'Imported file';
const NO_PUBLISHER = 'publisher not given';
/** BCP 47 for "undetermined". */
const NO_LANGUAGE = 'und';

/** What names a document in a row. */
type Naming = Pick<ImportRow, 'document' | 'url' | 'publisher' | 'publishedAt'>;

interface Entry {
  readonly id: DocumentId;
  readonly title: string;
  readonly publisher: string;
}

/**
 * The documents a table may name: those the store holds, and those minted for it so far. A row's url decides where it has
 * one; else its title, being an id or, case and accents aside, a title, of its publisher where one is given; a row with
 * neither is of the file itself.
 */
export class DocumentBook {
  /** In the order of minting; without their texts. */
  readonly minted: StoredDocument[] = [];
  readonly #ids = new Set<string>();
  readonly #byUrl = new Map<string, Entry[]>();
  readonly #byTitle = new Map<string, Entry[]>();
  readonly #file: Naming;
  readonly #sha256Hex: (text: string) => string;

  /** @param known in the order they came into the store, so that a table read again names the same ones */
  constructor(known: readonly DocumentSummary[], fileName: string, sha256Hex: (text: string) => string) {
    this.#file = { document: fileName, url: '', publisher: FILE_PUBLISHER, publishedAt: null };
    this.#sha256Hex = sha256Hex;
    for (const document of known) this.#add(document);
  }

  /** The documents a row may mean, the one it is read as first; none for a new one. */
  find(row: Naming): readonly DocumentId[] {
    return this.#find(this.#naming(row)).map(({ id }) => id);
  }

  /** The first document a row may mean, minted without a text where there is none. */
  resolve(row: Naming): { readonly id: DocumentId; readonly isNew: boolean } {
    const naming = this.#naming(row);
    const [known] = this.#find(naming);
    if (known !== undefined) return { id: known.id, isNew: false };
    const title = naming.document === '' ? naming.url.slice(0, 500) : naming.document;
    const slug = toSlug(title) || `document-${this.#sha256Hex(foldText(title)).slice(0, 8)}`;
    const document: StoredDocument = {
      id: toFreeId(slug, this.#ids) as DocumentId,
      kind: 'report',
      title,
      publisher: naming.publisher || hostOf(naming.url) || NO_PUBLISHER,
      ...(naming.url === '' ? {} : { url: naming.url }),
      language: NO_LANGUAGE,
      ...(naming.publishedAt === null ? {} : { publishedAt: naming.publishedAt }),
      licence: DEFAULT_LICENCE,
      text: null,
    };
    this.minted.push(document);
    this.#add(document);
    return { id: document.id, isNew: true };
  }

  #naming(row: Naming): Naming {
    return row.document === '' && row.url === '' ? this.#file : row;
  }

  #find({ document, url, publisher }: Naming): readonly Entry[] {
    if (url !== '') return this.#byUrl.get(url) ?? [];
    const entries = this.#byTitle.get(foldText(document)) ?? [];
    const byId = this.#ids.has(document) ? [{ id: document as DocumentId, title: '', publisher: '' }] : [];
    const wanted = foldText(publisher);
    const own = publisher === '' ? entries : entries.filter((entry) => foldText(entry.publisher) === wanted);
    return own.length > 0 ? own : byId;
  }

  #add({ id, title, publisher, url }: DocumentSummary): void {
    this.#ids.add(id);
    push(this.#byTitle, foldText(title), { id, title, publisher });
    if (url !== undefined) push(this.#byUrl, url, { id, title, publisher });
  }
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key) ?? [];
  map.set(key, entries);
  entries.push(entry);
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:@]+)/i.exec(url)?.[1]?.toLowerCase().slice(0, 200) ?? '';
}
