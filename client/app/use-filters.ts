import { useCallback, useEffect, useState } from 'react';
import { FILTER_BUTTON } from '../panels/lens/filter-button.tsx';
import { useServices } from '../panels/page-context.ts';
import { isSameSelection } from '../state/selection.ts';

interface Filters {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** Closes, and gives the focus back to the button. */
  readonly close: () => void;
}

/**
 * Whether the filter panel is open. Where there is room for one panel only, what is selected closes it, so that its
 * evidence is seen.
 */
export function useFilters(hasLittleRoom: boolean): Filters {
  const { store } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => {
    setIsOpen(false);
    document.getElementById(FILTER_BUTTON)?.focus();
  }, []);
  useEffect(() => {
    if (!hasLittleRoom) return;
    return store.subscribe(({ page }, { page: before }) => {
      const isSame = isSameSelection(page.selection, before.selection) && page.reading === before.reading;
      if (!isSame && (page.selection.kind !== 'none' || page.reading !== null)) setIsOpen(false);
    });
  }, [store, hasLittleRoom]);
  return { isOpen, close, toggle: () => (isOpen ? close() : setIsOpen(true)) };
}
