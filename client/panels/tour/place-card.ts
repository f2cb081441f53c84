import type { Area } from './tour-steps.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it is about, and between the card and the window's edge; in CSS pixels. */
const GAP = 12;

/**
 * Where a card goes so that it covers nothing of what it is about and nothing of it is cut: below it, above, to its right or
 * left, whichever comes first; over it where there is no room round it, and at the lower left where it is about nothing in sight.
 */
export function placeCard(
  target: Area | null,
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const lastLeft = Math.max(GAP, window.width - card.width - GAP);
  const lastTop = Math.max(GAP, window.height - card.height - GAP);
  if (target === null) return { left: GAP, top: lastTop };
  const within = (value: number, last: number): number => Math.min(Math.max(value, GAP), last);
  const middleLeft = within(target.left + (target.width - card.width) / 2, lastLeft);
  const middleTop = within(target.top + (target.height - card.height) / 2, lastTop);
  const below = target.top + target.height + GAP;
  const above = target.top - GAP - card.height;
  const right = target.left + target.width + GAP;
  const left = target.left - GAP - card.width;
  if (below <= lastTop) return { left: middleLeft, top: Math.max(below, GAP) };
  if (above >= GAP) return { left: middleLeft, top: Math.min(above, lastTop) };
  if (right <= lastLeft) return { left: Math.max(right, GAP), top: middleTop };
  if (left >= GAP) return { left: Math.min(left, lastLeft), top: middleTop };
  return { left: middleLeft, top: lastTop };
}
