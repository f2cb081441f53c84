import { useEffect, useRef } from 'react';
import { isByKeyboard } from '../panels/frame/input-modality.ts';
import { useServices } from '../panels/page-context.ts';
import { hasPanel } from '../state/page-panel.ts';

/** Gives the focus back to what opened the panel when the keyboard closes it. */
export function useFocusReturn(isOpen: boolean): void {
  const { store } = useServices();
  const opener = useRef<Element | null>(null);
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (hasPanel(state.page) && !hasPanel(before.page)) opener.current = document.activeElement;
      }),
    [store],
  );
  useEffect(() => {
    const target = opener.current;
    if (isOpen || target === null) return;
    opener.current = null;
    if (!isByKeyboard(document)) return;
    // In a tree grid the focus has gone on since, and so have rows.
    const row = document.querySelector<HTMLElement>('[role=treegrid] [role=row][tabindex="0"]');
    if (target.matches('[role=row], body') || !target.isConnected) row?.focus();
    else if (target instanceof HTMLElement) target.focus();
  }, [isOpen]);
}
