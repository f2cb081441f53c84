import { useLayoutEffect, useRef } from 'react';
import type { ReviewAct } from './review-keys.ts';
import { toReviewAct } from './review-keys.ts';

/**
 * Single keys on this screen: wherever the focus is on the page, except in a field, in a list with keys of its own, under a
 * dialog, and while a form is open. They come before the page's own keys. Where they are turned off, Ctrl Z alone is left:
 * the page’s own would take back what others did. Listening begins with the picture: a key right after a form is gone counts.
 */
export function useReviewKeys(isOn: boolean, areSingleOn: boolean, onAct: (act: ReviewAct) => void): void {
  const latest = useRef(onAct);
  useLayoutEffect(() => {
    latest.current = onAct;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return;
      const act = toReviewAct(event);
      if (act === undefined || (!areSingleOn && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener('keydown', onKeyDown); // the page's own listen on the window, which comes later
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn, areSingleOn]);
}

function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return true;
  if (!(target instanceof Element)) return false;
  const field = target.closest('input, textarea, select, [contenteditable]');
  if (field instanceof HTMLInputElement && /^(?:radio|checkbox|range)$/.test(field.type))
    return key.startsWith('Arrow');
  if (field !== null) return true;
  return key.startsWith('Arrow') && target.closest('[role=tablist], .review-document') !== null;
}
