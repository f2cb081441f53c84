import { useEffect, useRef } from 'react';
import { hasOverlay } from '../panels/frame/has-overlay.ts';
import { expandActor } from '../panels/network/expand-actor.ts';
import { useServices } from '../panels/page-context.ts';
import { withUndone } from '../state/case-file-state.ts';
import type { StoreState } from '../state/page-store.ts';
import { changePage } from '../state/page-store.ts';
import { withoutLastExpansion } from '../state/expansions.ts';
import { findQuestion, stepBack } from '../state/page-transitions.ts';

/**
 * The page's keys: `/` and Ctrl-K search, `?` help, F the filter, E shows the selected actor's neighbours, Escape one step
 * back. Ctrl-Z takes the last change of the open case file back; where something else was done after it, or nothing is left of
 * it, the layout in the network, and the last change of the data among documents and changes; a review has a step of its own.
 */
export function useShortcuts(act: { readonly onHelp: () => void; readonly onFilter: () => void }): void {
  const services = useServices();
  const { store, canvas, changes } = services;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    let isCaseLatest = false;
    const unsubscribe = store.subscribe((state, before) => {
      if (state.caseFile.file !== before.caseFile.file) isCaseLatest = true;
      else if (isOtherwiseChanged(state, before)) isCaseLatest = false;
    });
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && target.closest('.network') !== null) isCaseLatest = false;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (isCommand && key === 'k') {
        event.preventDefault();
        focusSearch();
        return;
      }
      if (event.defaultPrevented || isTyping(event.target) || hasOverlay()) return;
      const { view, tab } = store.getState().page;
      const isExploring = view === 'explore';
      const hasLens = isExploring || findQuestion(store.getState().page) !== undefined;
      if (event.key === 'Escape') changePage(store, stepBack);
      else if (isCommand && key === 'z' && !event.shiftKey && isCaseLatest && canUndoCase(store.getState())) {
        event.preventDefault();
        store.setState(({ caseFile }) => ({ caseFile: withUndone(caseFile) }));
      } else if (isCommand && key === 'z' && !event.shiftKey && isExploring && tab === 'network') {
        event.preventDefault();
        if (canvas.current?.undo() !== true) changePage(store, withoutLastExpansion);
      } else if (isCommand && key === 'z' && !event.shiftKey && (view === 'documents' || view === 'ledger')) {
        event.preventDefault();
        if (store.getState().session?.canWrite === true) void changes.undo();
      } else if (isExploring && !isCommand && !event.altKey && key === 'e') {
        const { selection } = store.getState().page;
        if (selection.kind === 'actor') void expandActor(services, selection.actor).catch(() => undefined);
      } else if (hasLens && !isCommand && !event.altKey && key === 'f' && !isTypedAhead(event.target)) {
        event.preventDefault();
        latest.current.onFilter();
      } else if (!isCommand && event.key === '/') {
        event.preventDefault();
        focusSearch();
      } else if (!isCommand && event.key === '?') {
        event.preventDefault();
        latest.current.onHelp();
      }
    };
    addEventListener('pointerdown', onPointerDown);
    addEventListener('keydown', onKeyDown);
    return () => {
      unsubscribe();
      removeEventListener('pointerdown', onPointerDown);
      removeEventListener('keydown', onKeyDown);
    };
  }, [services, store, canvas, changes]);
}

/** Whether the case file's undo is on offer. */
function canUndoCase({ page, caseFile }: StoreState): boolean {
  return page.isCaseOpen && caseFile.past.length > 0;
}

/** Whether something else that Ctrl-Z takes back was changed: the neighbours shown, or the data. */
function isOtherwiseChanged({ page, network }: StoreState, before: StoreState): boolean {
  return (
    page.expansions !== before.page.expansions ||
    network.loaded?.meta.version !== before.network.loaded?.meta.version
  );
}

function focusSearch(): void {
  const input = document.getElementById('search');
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement)
    return !/^(?:checkbox|radio|range|button|submit)$/.test(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:textarea|select)$/i.test(target.tagName))
  );
}

/** True in lists where letters look for a row. */
function isTypedAhead(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=grid], [role=treegrid], [role=listbox]') !== null;
}
