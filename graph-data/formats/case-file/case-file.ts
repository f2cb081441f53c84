/** An actor as it was called when something about it was pinned. */
export interface CaseActor {
  readonly id: string;
  readonly label: string;
}

/** A document as far as a list of sources needs it. Dates are EDTF. */
export interface CaseDocument {
  readonly id: string;
  readonly kind: 'report' | 'digest';
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** Of a digest: the report it retells. */
  readonly derivedFrom: {
    readonly title: string;
    readonly publisher: string | null;
    readonly url: string | null;
    readonly publishedAt: string | null;
  } | null;
}

export const CASE_BASES = ['text', 'quote', 'row'] as const;
export const CASE_MODALITIES = ['asserted', 'denied', 'planned', 'hypothetical'] as const;
export const CASE_STANCES = ['positive', 'neutral', 'negative'] as const;
export const CASE_KINDS = ['claim', 'relation', 'path'] as const;

/** A claim as it stood when it was pinned: with its words and its source, so that it can be read without the data. */
export interface CaseClaim {
  readonly id: string;
  readonly relation: string;
  readonly subject: CaseActor;
  readonly object: CaseActor;
  /** Null is the document's own voice. */
  readonly speaker: CaseActor | null;
  readonly via: readonly CaseActor[];
  readonly label: string;
  readonly stance: (typeof CASE_STANCES)[number];
  readonly modality: (typeof CASE_MODALITIES)[number];
  readonly saidOn: string | null;
  readonly happenedOn: string | null;
  readonly status: string;
  /** `row` is a row of an imported table, which gives no words. */
  readonly basis: (typeof CASE_BASES)[number];
  readonly exact: string;
  readonly sentence: string;
  readonly document: CaseDocument;
}

/** Who does what to whom, and by which of its item's claims, counted from 0. */
export interface CaseStep {
  readonly subject: CaseActor;
  readonly words: string;
  readonly object: CaseActor;
  readonly modality: (typeof CASE_MODALITIES)[number];
  readonly isDisputed: boolean;
  readonly claims: readonly number[];
  /** What others say instead of what is disputed: some of their claims, counted likewise. */
  readonly otherwise: readonly number[];
}

/** Something pinned. A claim and a relation have one step, a path one for each hop. */
export interface CaseItem {
  readonly kind: (typeof CASE_KINDS)[number];
  /** Of the claim or relation; of a path, its actors' ids joined by `..`. Unique with its kind. */
  readonly id: string;
  /** The reader's own words. */
  readonly note: string;
  /** What there is to say of the whole: "weakest hop: 2 origins", "12 claims, 7 origins"; may be empty. */
  readonly facts: string;
  /** The data's version, and the lens in words, when it was pinned. */
  readonly version: number;
  readonly lens: string;
  readonly steps: readonly CaseStep[];
  readonly claims: readonly CaseClaim[];
}

/** What a reader has put together, in the reader's order. */
export interface CaseFile {
  readonly title: string;
  readonly items: readonly CaseItem[];
}

/** What the data at hand says of claims and steps that are not as it has them, each in a few words; the rest is not there. */
export type CaseMarks = ReadonlyMap<CaseClaim | CaseStep, string>;

/** What an export says of its own making. */
export interface CaseMade {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Of the data. */
  readonly version: number;
  /** In words. */
  readonly lens: string;
  /** Nothing was looked for where they are not there. */
  readonly marks?: CaseMarks;
}

export const EMPTY_CASE_FILE: CaseFile = { title: '', items: [] };
