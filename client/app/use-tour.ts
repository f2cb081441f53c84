import { useCallback, useEffect, useState } from 'react';
import { afterPicture } from '../panels/after-picture.ts';
import { hasOverlay } from '../panels/frame/has-overlay.ts';
import { useServices } from '../panels/page-context.ts';
import { changePage } from '../state/page-store.ts';
import { withTab } from '../state/page-transitions.ts';
import { beginTour, endTour, isPlainStart } from '../state/tour-state.ts';

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined; // forbidden by the browser's settings
  }
}

interface TourControl {
  readonly isOpen: boolean;
  /** What had the focus when the reader opened it; null where it came by itself. */
  readonly opener: Element | null;
  /** Opens it by hand, over the network. */
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * The tour: at the first visit to the plain page, when the picture is drawn and the reader has not begun to do something;
 * never again once it was finished or skipped; and whenever it is asked for.
 */
export function useTour(): TourControl {
  const { store } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  const [opener, setOpener] = useState<Element | null>(null);
  useEffect(() => {
    if (!isPlainStart(store.getState())) return;
    let isGone = false;
    void afterPicture(store).then(() => {
      const now = store.getState();
      const hasData = (now.network.loaded?.meta.total.actors ?? 0) > 0;
      if (isGone || !hasData || !isPlainStart(now) || hasOverlay()) return;
      if (beginTour(storage())) setIsOpen(true);
    });
    return () => {
      isGone = true;
    };
  }, [store]);
  return {
    isOpen,
    opener,
    begin: useCallback(() => {
      setOpener(document.activeElement);
      changePage(store, (page) => withTab(page, 'network'));
      // After what the change brings: a panel that opens takes the focus.
      setTimeout(() => setIsOpen(true));
    }, [store]),
    end: useCallback(() => {
      endTour(storage());
      setIsOpen(false);
      setOpener(null);
    }, []),
  };
}
