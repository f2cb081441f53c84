import type { PageState } from './page-state.ts';
import { withSelection, withoutReading } from './page-transitions.ts';
import { NOTHING } from './selection.ts';

/** True when the panel shows something that was chosen, and not what it shows of itself. */
export function hasPanel(page: PageState): boolean {
  return page.selection.kind !== 'none' || page.reading !== null || page.paths !== null || page.isCaseOpen;
}

/** Closes what the panel shows; a question or the case file that was open before a selection comes back. */
export function withoutPanel(page: PageState): PageState {
  if (page.reading !== null || page.selection.kind !== 'none')
    return withSelection(withoutReading(page), NOTHING);
  if (page.isCaseOpen) return { ...page, isCaseOpen: false };
  return page.paths === null ? page : { ...page, paths: null };
}

/** Opens the case file in place of a selection, or closes it. */
export function withCaseFile(page: PageState, isOpen: boolean): PageState {
  if (!isOpen) return page.isCaseOpen ? { ...page, isCaseOpen: false } : page;
  return { ...withSelection(page, NOTHING), isCaseOpen: true };
}
