import type { DocumentId } from '../../graph-data/model/ids.ts';

/** What a notice offers to do. */
export type NoticeAction =
  | { readonly kind: 'reload'; readonly words: string }
  | { readonly kind: 'documents'; readonly words: string }
  | { readonly kind: 'review'; readonly words: string; readonly document: DocumentId }
  /** Takes an entry of the ledger back, or an undo of one; `did` says what the entry did. */
  | { readonly kind: 'undo'; readonly words: string; readonly seq: number; readonly did: string };

/** A plain sentence the reader may dismiss. */
export interface Notice {
  /** Equal ids replace each other. */
  readonly id: string;
  readonly text: string;
  readonly action?: NoticeAction;
}

/** The notices with this one last; one of the same id gives way. */
export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...withoutNotice(notices, notice.id), notice];
}

export function withoutNotice(notices: readonly Notice[], id: string): readonly Notice[] {
  return notices.some((notice) => notice.id === id) ? notices.filter((notice) => notice.id !== id) : notices;
}

/** So many parts of a link are named one by one. */
const MOST_NAMED = 8;

/** Names the parts of a link that were left out; undefined when it was understood in full. */
export function toFaultNotice(faults: readonly string[], id = 'link'): Notice | undefined {
  if (faults.length === 0) return undefined;
  const named = faults.slice(0, MOST_NAMED).join(', ');
  const more = faults.length > MOST_NAMED ? ` and ${faults.length - MOST_NAMED} more` : '';
  return {
    id,
    text: `This link asks for something the page does not know; left out: ${named}${more}.`,
  };
}

/** Says that the data is not what the link's sender saw; undefined when it is, or the link does not say. */
export function toVersionNotice(linkVersion: number | null, version: number): Notice | undefined {
  if (linkVersion === null || linkVersion === version) return undefined;
  return {
    id: 'version',
    text: `The data has changed since this link was made (version ${linkVersion} then, ${version} now): what you see may differ from what its sender saw.`,
  };
}

/** Says what was changed, with the way back where there is an entry to take back. */
export function toChangeNotice(did: string, seq: number | null): Notice {
  if (seq === null) return { id: 'change', text: `${did}: nothing had to change.` };
  return { id: 'change', text: `${did}.`, action: { kind: 'undo', words: 'Undo', seq, did } };
}

/** Says that something is taken back, with the way to have it again. */
export function toUndoneNotice(did: string, seq: number): Notice {
  return { id: 'change', text: `Taken back: ${did}.`, action: { kind: 'undo', words: 'Redo', seq, did } };
}

/** Says that others have changed the data while something is being read here. */
export const FRESH_NOTICE: Notice = {
  id: 'fresh',
  text: 'The data has changed.',
  action: { kind: 'reload', words: 'Show it' },
};
