const KEY = 'onrecord-timeline';

/** Whether the reader left the timeline open; undefined where nothing was chosen or the browser keeps nothing. */
export function readTimelineOpen(storage: Pick<Storage, 'getItem'> | undefined): boolean | undefined {
  try {
    const kept = storage?.getItem(KEY);
    return kept === 'open' || kept === 'closed' ? kept === 'open' : undefined;
  } catch {
    return undefined; // storage may be forbidden
  }
}

export function writeTimelineOpen(storage: Pick<Storage, 'setItem'> | undefined, isOpen: boolean): void {
  try {
    storage?.setItem(KEY, isOpen ? 'open' : 'closed');
  } catch {
    // the choice then holds for this visit only
  }
}
