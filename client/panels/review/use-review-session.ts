import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { useServices } from '../page-context.ts';
import type { ReviewSession, SessionState } from './review-session.ts';
import { createReviewSession } from './review-session.ts';

/**
 * The review of a document, from when the screen is opened; it begins at the claim the page's address names. When the
 * screen is left, what is not kept yet still is, and then the page hears of the new version. A page about to be closed before that
 * asks first.
 */
export function useReviewSession(document: DocumentId): readonly [ReviewSession, SessionState] {
  const { ask, store: pageStore, changes } = useServices();
  const [session] = useState(() =>
    createReviewSession(document, { ask, send: changes.send }, pageStore.getState().page.claim),
  );
  const state = useStore(session.store);
  useEffect(() => {
    void session.load();
    return () => {
      void session.settle().then(() => changes.announce(session.store.getState().version));
    };
  }, [session, changes]);
  const isUnkept = state.waiting > 0 && state.document !== null;
  useEffect(() => {
    if (!isUnkept) return;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, [isUnkept]);
  return [session, state];
}
