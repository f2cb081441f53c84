import type { ActorId, ClaimId, DocumentId, RelationId } from '../../graph-data/model/ids.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { toLensParameters } from '../../graph-data/model/lens.ts';
import { isSameExpansions } from './expansions.ts';
import type { Appearance } from './appearance.ts';
import { isSameComparison } from './comparison.ts';
import type { ClaimList, PageCamera, PageState, Question, TableName, Tab, View } from './page-state.ts';
import { QUESTIONS } from './page-state.ts';
import { isSameQuestion } from './paths-parameters.ts';
import type { Selection } from './selection.ts';
import { NOTHING, isSameSelection, toPairSelection } from './selection.ts';

/** Selects, and closes what was open of the selection before. Selecting the same again changes nothing. */
export function withSelection(page: PageState, selection: Selection): PageState {
  if (isSameSelection(page.selection, selection) && page.reading === null && page.list === null) return page;
  return { ...page, selection, list: null, reading: null, claim: null };
}

/** Lists the claims the selected actor says, or those about it; null goes back to its card. */
export function withList(page: PageState, list: ClaimList | null): PageState {
  return page.selection.kind === 'actor' ? { ...page, list, reading: null, claim: null } : page;
}

/** A claim as the page needs it to bring it to the front. */
export interface ClaimPlace {
  readonly id: string;
  readonly relation: string;
  readonly subject: { readonly id: string };
  readonly object: { readonly id: string };
}

/** Brings a claim to the front: its pair is selected, and an open document stays open at its span. */
export function withClaim(page: PageState, claim: ClaimPlace): PageState {
  return {
    ...page,
    selection: toPairSelection(
      claim.subject.id as ActorId,
      claim.object.id as ActorId,
      claim.relation as RelationId,
    ),
    list: null,
    claim: claim.id as ClaimId,
  };
}

/** Opens a document in the reader, at a claim's span where one is given. The selection stays. */
export function withReading(page: PageState, document: DocumentId, claim: ClaimId | null = null): PageState {
  return { ...page, reading: document, claim };
}

/** Closes the reader; the claim that was in front stays so in its card. */
export function withoutReading(page: PageState): PageState {
  return page.reading === null ? page : { ...page, reading: null };
}

export function withLens(page: PageState, lens: Lens): PageState {
  const isSame = isSameLens(page.lens, lens) && page.lens.clock === lens.clock;
  return isSame ? page : { ...page, lens };
}

/** Goes to the network or its tables, from wherever the page is. */
export function withTab(page: PageState, tab: Tab): PageState {
  if (page.tab === tab && page.view === 'explore') return page;
  return { ...withoutReview(page), view: 'explore', tab };
}

/** The question that is being answered, if one is. */
export function findQuestion({ view }: PageState): Question | undefined {
  return QUESTIONS.find((question) => question === view);
}

/** Goes to a question, to the list of documents or to that of changes; what is selected stays so. */
export function withView(page: PageState, view: Exclude<View, 'review'>): PageState {
  return page.view === view ? page : { ...withoutReview(page), view };
}

/** Goes to the questions: to the comparison while there is one, else to what is disputed; where one is answered, it stays. */
export function withQuestions(page: PageState): PageState {
  if (findQuestion(page) !== undefined) return page;
  return withView(page, page.comparison === null ? 'disputes' : 'compare');
}

/** Goes to a document's proposals; an open document is closed, as its text is there too. */
export function withReview(page: PageState, document: DocumentId): PageState {
  return { ...withoutReading(page), view: 'review', reviewing: document, claim: null };
}

/** Remembers which claim of a review is in front. */
export function withReviewed(page: PageState, claim: ClaimId): PageState {
  return page.view !== 'review' || page.claim === claim ? page : { ...page, claim };
}

function withoutReview(page: PageState): PageState {
  return page.view === 'review' ? { ...page, reviewing: null, claim: null } : page;
}

export function withTable(page: PageState, table: TableName): PageState {
  return page.table === table ? page : { ...page, table };
}

/** Lets size or colour of the nodes tell something else. */
export function withAppearance(page: PageState, change: Partial<Appearance>): PageState {
  const appearance = { ...page.appearance, ...change };
  return isSameAppearance(page.appearance, appearance) ? page : { ...page, appearance };
}

function isSameAppearance(one: Appearance, other: Appearance): boolean {
  return one.size === other.size && one.colour === other.colour;
}

/** Remembers where the camera looks, rounded to four decimals; null shows everything. */
export function withCamera(page: PageState, camera: PageCamera | null): PageState {
  if (camera === null) return page.camera === null ? page : { ...page, camera: null };
  const { x, y, ratio } = camera;
  if (![x, y, ratio].every(Number.isFinite) || ratio <= 0) return page;
  return { ...page, camera: { x: round(x), y: round(y), ratio: Math.max(0.0001, round(ratio)) } };
}

/** One step back, as Escape takes it: out of the document, the list, the selection, the case file, the question of paths. */
export function stepBack(page: PageState): PageState {
  if (page.reading !== null) return withoutReading(page);
  if (page.list !== null) return withList(page, null);
  if (page.selection.kind !== 'none') return withSelection(page, NOTHING);
  if (page.isCaseOpen) return { ...page, isCaseOpen: false };
  return page.paths === null ? page : { ...page, paths: null };
}

/**
 * True when the two differ at most in where the camera looks, or in which claim of a review is in front: no new entry in
 * the browser's history.
 */
export function isSamePlace(one: PageState, other: PageState): boolean {
  return (
    one.view === other.view &&
    one.reviewing === other.reviewing &&
    isSameSelection(one.selection, other.selection) &&
    one.list === other.list &&
    one.tab === other.tab &&
    one.table === other.table &&
    isSameAppearance(one.appearance, other.appearance) &&
    one.reading === other.reading &&
    (one.claim === other.claim || one.view === 'review') &&
    isSameQuestion(one.paths, other.paths) &&
    one.isCaseOpen === other.isCaseOpen &&
    isSameLens(one.lens, other.lens) &&
    isSameComparison(one.comparison, other.comparison) &&
    isSameExpansions(one.expansions, other.expansions)
  );
}

/** Whether two lenses leave the same: the clock is no condition while no date is. */
export function isSameLens(one: Lens, other: Lens): boolean {
  return one === other || JSON.stringify(toLensParameters(one)) === JSON.stringify(toLensParameters(other));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0; // + 0: never -0, which text does not keep
}
