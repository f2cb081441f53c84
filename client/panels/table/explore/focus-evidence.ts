/** Frames to wait for the panel. */
const MOST_FRAMES = 30;

/** Puts the focus on the heading of the evidence, once it is there. */
export function focusEvidence(frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('aside[aria-label="Evidence"] h2');
    if (heading !== null) heading.focus({ preventScroll: true });
    else if (frames > 0) focusEvidence(frames - 1);
  });
}
