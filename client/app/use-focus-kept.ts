import { useEffect } from 'react';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled], [tabindex="-1"]), select:not([disabled]), [tabindex="0"]';

/** Not a frame: where drawing is slow, frames are too. */
const GRACE_MS = 40;

interface Place {
  readonly element: HTMLElement;
  /** What it stands in, innermost first, each with the element's place among what can take the focus there. */
  readonly within: readonly { readonly region: Element; readonly place: number }[];
}

/**
 * The focus is never lost: when what has it goes away (a condition taken off, a row a lens leaves out), its nearest
 * neighbour takes it. Waits a moment, so that whoever takes the element away may say better where to.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Place | undefined;
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement) last = toPlace(event.target);
    };
    const observer = new MutationObserver(() => {
      if (last === undefined || last.element.isConnected) return;
      const { within } = last;
      last = undefined;
      setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body)
          findNeighbour(within)?.focus({ preventScroll: true });
      }, GRACE_MS);
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
}

function toPlace(element: HTMLElement): Place {
  const within: { region: Element; place: number }[] = [];
  for (
    let region = element.parentElement;
    region && region !== document.body;
    region = region.parentElement
  ) {
    if (region.matches('ul, fieldset, section, aside, .context, .view, main, dialog'))
      within.push({ region, place: [...region.querySelectorAll(FOCUSABLE)].indexOf(element) });
  }
  return { element, within };
}

function findNeighbour(within: Place['within']): HTMLElement | undefined {
  for (const { region, place } of within) {
    if (!region.isConnected) continue;
    const choices = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((choice) =>
      choice.checkVisibility(),
    );
    const choice = choices[Math.min(Math.max(0, place), choices.length - 1)];
    if (choice !== undefined) return choice;
  }
  return undefined;
}
