import { describe, expect, it } from 'vitest';
import type { PageState } from '../../../client/state/page-state.ts';
import { START_PAGE } from '../../../client/state/page-state.ts';
import {
  isSamePlace,
  stepBack,
  withCamera,
  withClaim,
  withLens,
  withList,
  withReading,
  withReview,
  withReviewed,
  withSelection,
  withTab,
  withView,
} from '../../../client/state/page-transitions.ts';
import { NOTHING, toActorSelection, toPairSelection } from '../../../client/state/selection.ts';
import type { ActorId, ClaimId, DocumentId, RelationId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';

const putin = 'vladimir-putin' as ActorId;
const trump = 'donald-trump' as ActorId;
const portrait = 'portrait-gift' as DocumentId;
const claim = {
  id: 'c1',
  relation: 'vladimir-putin.befriends.donald-trump',
  subject: { id: putin },
  object: { id: trump },
};
const ofPutin: PageState = withSelection(START_PAGE, toActorSelection(putin));

describe('the transitions of the page', () => {
  it('when another actor is selected, then what was open of the one before is closed', () => {
    const open = withReading(withList(ofPutin, 'about'), portrait, 'c1' as ClaimId);
    expect(withSelection(open, toActorSelection(trump))).toEqual({
      ...START_PAGE,
      selection: toActorSelection(trump),
    });
  });

  it('when the same is selected again, then nothing changes', () => {
    expect(withSelection(ofPutin, toActorSelection(putin))).toBe(ofPutin);
  });

  it('when a claim comes to the front, then its pair is selected with its relation, and an open document stays open', () => {
    const page = withClaim(withReading(ofPutin, portrait), claim);
    expect(page.selection).toEqual(toPairSelection(trump, putin, claim.relation as RelationId));
    expect(page.reading).toBe(portrait);
    expect(page.claim).toBe('c1');
  });

  it('when a document is reviewed, then its reader closes, and any other view ends the review', () => {
    const review = withReview(withReading(ofPutin, portrait), portrait);
    expect([review.view, review.reviewing, review.reading]).toEqual(['review', portrait, null]);
    expect(withView(review, 'documents')).toEqual({ ...ofPutin, view: 'documents' });
    expect(withTab(review, 'network')).toEqual(ofPutin);
    expect(isSamePlace(review, ofPutin)).toBe(false);
  });

  it('when another claim of a review is in front, then it is the same place, and nothing of it is left afterwards', () => {
    const review = withReviewed(withReview(ofPutin, portrait), 'c1' as ClaimId);
    const next = withReviewed(review, 'c2' as ClaimId);

    expect([review.claim, next.claim, isSamePlace(review, next)]).toEqual(['c1', 'c2', true]);
    expect(withReview(next, portrait).claim).toBeNull();
    expect(withTab(next, 'network')).toEqual(ofPutin);
    expect(withReviewed(ofPutin, 'c1' as ClaimId)).toBe(ofPutin);
  });

  it('when nothing is selected, then no list can be opened', () => {
    expect(withList(START_PAGE, 'by')).toBe(START_PAGE);
  });

  it('when Escape is taken again and again, then the document closes first, then the list, then the selection', () => {
    const first = stepBack(withReading(withList(ofPutin, 'by'), portrait));
    const second = stepBack({ ...first, list: 'by' });
    const third = stepBack(second);
    expect([first.reading, first.selection]).toEqual([null, toActorSelection(putin)]);
    expect([second.list, second.selection]).toEqual([null, toActorSelection(putin)]);
    expect(third.selection).toEqual(NOTHING);
    expect(stepBack(third)).toBe(third);
  });

  it('when the document closes, then the claim that was in front stays so in its card', () => {
    expect(stepBack(withClaim(withReading(ofPutin, portrait), claim)).claim).toBe('c1');
  });

  it('when an equal lens is given, then nothing changes', () => {
    const page = withLens(START_PAGE, { ...DEFAULT_LENS, stances: ['negative', 'positive'] });
    expect(withLens(page, { ...DEFAULT_LENS, stances: ['positive', 'negative'] })).toBe(page);
  });

  it('when the camera moves, then it is kept to four decimals, and one that cannot be is passed over', () => {
    expect(withCamera(START_PAGE, { x: 0.123456, y: -0.00001, ratio: 1.5 }).camera).toEqual({
      x: 0.1235,
      y: 0,
      ratio: 1.5,
    });
    expect(withCamera(START_PAGE, { x: Number.NaN, y: 0, ratio: 1 })).toBe(START_PAGE);
    expect(withCamera(START_PAGE, { x: 0, y: 0, ratio: 0 })).toBe(START_PAGE);
  });

  it('when only the camera differs, then it is the same place; a tab, a lens or a claim is another', () => {
    expect(isSamePlace(ofPutin, withCamera(ofPutin, { x: 0, y: 0, ratio: 1 }))).toBe(true);
    expect(isSamePlace(ofPutin, withTab(ofPutin, 'table'))).toBe(false);
    expect(isSamePlace(ofPutin, withLens(ofPutin, { ...DEFAULT_LENS, kinds: ['person'] }))).toBe(false);
    expect(isSamePlace(ofPutin, { ...ofPutin, claim: 'c1' as ClaimId })).toBe(false);
  });
});
