import type { ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import type { Expansion } from '../../graph-data/network/expansion.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../graph-data/model/lens.ts';
import type { Appearance } from './appearance.ts';
import { DEFAULT_APPEARANCE } from './appearance.ts';
import type { Comparison } from './comparison.ts';
import type { PathsQuestion } from './paths-parameters.ts';
import type { Selection } from './selection.ts';
import { NOTHING } from './selection.ts';

/** Where the camera looks; see `client/canvas`. Rounded to four decimals, so that a link holds it exactly. */
export interface PageCamera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const TABS = ['network', 'table'] as const;
export type Tab = (typeof TABS)[number];
/** The views that answer a question of the whole dataset, under the lens. */
export const QUESTIONS = ['compare', 'disputes', 'speakers', 'publishers'] as const;
export type Question = (typeof QUESTIONS)[number];
/** What takes the page: the network and its tables, a question, or the work on documents. */
export const VIEWS = ['explore', ...QUESTIONS, 'documents', 'ledger', 'review'] as const;
export type View = (typeof VIEWS)[number];
export const TABLES = ['explore', 'actors', 'relations', 'claims', 'ranking', 'timeline'] as const;
export type TableName = (typeof TABLES)[number];
/** The claims a selected actor's card lists: those it says, or those about it. */
export const CLAIM_LISTS = ['by', 'about'] as const;
export type ClaimList = (typeof CLAIM_LISTS)[number];

/** Everything a link carries, the data's version aside. */
export interface PageState {
  readonly view: View;
  /** The document whose proposals are decided on: given in the view `review`, and only there. */
  readonly reviewing: DocumentId | null;
  readonly selection: Selection;
  /** Only with an actor selected. */
  readonly list: ClaimList | null;
  readonly lens: Lens;
  /** While both are chosen, the network is that of these two, with whose each relation is. */
  readonly comparison: Comparison | null;
  /** Neighbours brought into the picture beyond its budget, in this order. */
  readonly expansions: readonly Expansion[];
  readonly appearance: Appearance;
  /** Which of the two the view `explore` shows. */
  readonly tab: Tab;
  readonly table: TableName;
  /** The document that is open in the reader. */
  readonly reading: DocumentId | null;
  /** The claim in front: emphasised in its card, scrolled to in the reader. */
  readonly claim: ClaimId | null;
  /** How some actors are connected, while that is asked; a selection stands before it. */
  readonly paths: PathsQuestion | null;
  /** Whether the panel shows the reader's case file; a selection stands before it. */
  readonly isCaseOpen: boolean;
  /** Null shows everything. */
  readonly camera: PageCamera | null;
}

export const START_PAGE: PageState = {
  view: 'explore',
  reviewing: null,
  selection: NOTHING,
  list: null,
  lens: DEFAULT_LENS,
  comparison: null,
  expansions: [],
  appearance: DEFAULT_APPEARANCE,
  tab: 'network',
  table: 'actors',
  reading: null,
  claim: null,
  paths: null,
  isCaseOpen: false,
  camera: null,
};
