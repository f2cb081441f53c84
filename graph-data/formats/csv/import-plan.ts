import type { Actor } from '../../model/actor.ts';
import type { Claim, Evidence } from '../../model/claim.ts';
import type { DocumentSummary, StoredDocument } from '../../model/document.ts';
import type { ActorId, ClaimId, DocumentId } from '../../model/ids.ts';
import { claimIdOf } from '../../model/ids.ts';
import { toEvidence, toLooseEvidence } from '../../model/text.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { quoteValue } from '../dataset/fault.ts';
import { ActorBook } from './actor-book.ts';
import { DocumentBook } from './document-book.ts';
import { createTypeFinder } from './find-type.ts';
import type { ImportColumn } from './import-columns.ts';
import type { ImportFault } from './import-fault.ts';
import type { ImportRow } from './read-row.ts';
import { createRowReader } from './read-row.ts';

/** What the store holds already, as far as a table may name it. */
export interface ImportBasis {
  readonly vocabulary: Vocabulary;
  readonly actors: readonly Actor[];
  readonly documents: readonly DocumentSummary[];
}

export interface ImportPlanOptions {
  /** Shown as the title of the document that the file itself is. */
  readonly fileName: string;
  readonly columns: readonly (ImportColumn | null)[];
  readonly sha256Hex: (text: string) => string;
  /** The text of a document that the store holds; null where only quotes of it are there. */
  readonly findText: (id: DocumentId) => Promise<string | null>;
}

/** One of the first rows, as it is read. */
export interface PreviewRow {
  readonly line: number;
  readonly subject: PreviewActor;
  readonly object: PreviewActor;
  readonly speaker: PreviewActor | null;
  readonly document: string;
  readonly claim: PlannedClaim;
}
interface PreviewActor {
  readonly name: string;
  readonly isNew: boolean;
}
const MOST_PREVIEWED = 5;

/** A claim of the plan, before anybody has looked for its origin. */
export type PlannedClaim = Omit<Claim, 'origin'>;

/**
 * What importing a table would do, row by row: the claims, new actors and new documents of the rows without a fault, and
 * what is wrong with the others. A row with a fault mints nothing. Rows that state the same twice are one claim.
 */
export class ImportPlan {
  readonly claims: PlannedClaim[] = [];
  readonly faults: ImportFault[] = [];
  /** What was done otherwise than the row may have meant. */
  readonly notes: ImportFault[] = [];
  rows = 0;
  /** Rows that state what an earlier row of the table states. */
  repeated = 0;
  /** Lines of the rows at fault. */
  readonly faultyLines = new Set<number>();
  readonly knownActors = new Set<ActorId>();
  readonly knownDocuments = new Set<DocumentId>();
  readonly preview: PreviewRow[] = [];
  readonly #ids = new Set<ClaimId>();
  readonly #texts = new Map<DocumentId, string | null>();
  readonly #actors: ActorBook;
  readonly #documents: DocumentBook;
  readonly #minted = new Set<string>();
  readonly #readRow: ReturnType<typeof createRowReader>;
  readonly #findType: ReturnType<typeof createTypeFinder>;
  readonly #options: ImportPlanOptions;

  constructor(basis: ImportBasis, options: ImportPlanOptions) {
    this.#options = options;
    this.#actors = new ActorBook(basis.actors, options.sha256Hex);
    this.#documents = new DocumentBook(basis.documents, options.fileName, options.sha256Hex);
    this.#readRow = createRowReader(options.columns);
    this.#findType = createTypeFinder(basis.vocabulary);
  }

  get newActors(): readonly Actor[] {
    return this.#actors.minted;
  }

  get newDocuments(): readonly StoredDocument[] {
    return this.#documents.minted;
  }

  /** @param line where the row begins in its file, from 1 */
  async addRow(line: number, cells: readonly string[]): Promise<void> {
    this.rows += 1;
    const row = this.#readRow(line, cells);
    const faults = 'statement' in row ? this.#findUnclear(line, row) : row;
    if (!('statement' in row) || faults.length > 0) {
      this.faultyLines.add(line);
      this.faults.push(...faults);
      return;
    }
    await this.#addClaim(line, row);
  }

  #findUnclear(line: number, row: ImportRow): ImportFault[] {
    const faults: ImportFault[] = [];
    for (const column of ['subject', 'object', 'speaker'] as const) {
      const ids = this.#actors.find(row[column]);
      if (ids.length < 2) continue;
      const reason = `${quoteValue(row[column])} may be any of the actors ${ids.slice(0, 5).join(', ')}: write the id`;
      faults.push({ line, column, reason });
    }
    return faults;
  }

  async #addClaim(line: number, row: ImportRow): Promise<void> {
    const { type, isTurned, label, isKnown } = this.#findType(row.type, row.label);
    if (!isKnown)
      this.notes.push({
        line,
        column: 'type',
        reason: `no type ${quoteValue(row.type)} in the vocabulary: kept as other, labelled ${quoteValue(label)}`,
      });
    const [from, to] = [
      this.#resolveActor(row.subject, row.subjectKind),
      this.#resolveActor(row.object, row.objectKind),
    ];
    const [subject, object] = isTurned ? [to, from] : [from, to];
    const speaker = row.speaker === '' ? null : this.#resolveActor(row.speaker, null);
    const [read, ...others] = this.#documents.find(row);
    if (read !== undefined && others.length > 0)
      this.notes.push({
        line,
        column: 'document',
        reason: `${quoteValue(row.document || row.url)} may be any of ${others.length + 1} documents: read as ${read}`,
      });
    const { id: document, isNew } = this.#documents.resolve(row);
    if (isNew) this.#minted.add(document);
    else if (!this.#minted.has(document)) this.knownDocuments.add(document);
    const evidence = await this.#toEvidence(line, row, document);
    const { start, end, exact: quote } = evidence;
    const ends = { subject, type: type.id, object, speaker, document };
    const id = claimIdOf({ ...ends, start, end, quote }, this.#options.sha256Hex);
    if (this.#ids.has(id)) {
      this.repeated += 1;
      return;
    }
    this.#ids.add(id);
    const claim: PlannedClaim = {
      id,
      ...ends,
      label,
      stance: row.stance ?? type.stance,
      modality: row.modality,
      via: [],
      evidence,
      saidOn: row.saidOn,
      happenedOn: row.happenedOn,
      status: 'accepted',
      method: 'import',
      certainty: 1,
      reason: `line ${line} of ${this.#options.fileName}`.slice(0, 500),
      reviewedBy: null,
      reviewedAt: null,
    };
    this.claims.push(claim);
    if (this.preview.length < MOST_PREVIEWED) this.#show(line, row, claim, isTurned);
  }

  #show(line: number, row: ImportRow, claim: PlannedClaim, isTurned: boolean): void {
    const toActor = (name: string, id: ActorId): PreviewActor => ({ name, isNew: this.#minted.has(id) });
    const [subject, object] = isTurned ? [row.object, row.subject] : [row.subject, row.object];
    this.preview.push({
      line,
      subject: toActor(subject, claim.subject),
      object: toActor(object, claim.object),
      speaker: claim.speaker === null ? null : toActor(row.speaker, claim.speaker),
      document: row.document || row.url || this.#options.fileName,
      claim,
    });
  }

  #resolveActor(text: string, kind: ImportRow['subjectKind']): ActorId {
    const { id, isNew } = this.#actors.resolve(text, kind);
    if (isNew) this.#minted.add(id);
    else if (!this.#minted.has(id)) this.knownActors.add(id);
    return id;
  }

  async #toEvidence(line: number, row: ImportRow, document: DocumentId): Promise<Evidence> {
    if (row.quote === '') return toLooseEvidence('row', row.statement);
    const text = await this.#findText(document);
    if (text === null) return toLooseEvidence('quote', row.quote);
    const start = text.indexOf(row.quote);
    const end = start + row.quote.length;
    const isOnce = start >= 0 && text.indexOf(row.quote, start + 1) < 0;
    if (isOnce) return toEvidence(text, start, end);
    this.notes.push({
      line,
      column: 'quote',
      reason: `${start < 0 ? 'does not stand' : 'stands more than once'} in the text of ${document}: kept as quote only`,
    });
    return toLooseEvidence('quote', row.quote);
  }

  async #findText(id: DocumentId): Promise<string | null> {
    if (this.#minted.has(id)) return null;
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = await this.#options.findText(id);
    this.#texts.set(id, text);
    return text;
  }
}
