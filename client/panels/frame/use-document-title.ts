import { useEffect } from 'react';
import type { View } from '../../state/page-state.ts';
import type { StoreState } from '../../state/page-store.ts';
import { usePage } from '../page-context.ts';

/** Names the window, and so each entry of the browser's history, after what is selected, or else the view. */
export function useDocumentTitle(): void {
  const title = usePage(toTitle);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

const VIEW_TITLES: Readonly<Record<View, string>> = {
  explore: 'Onrecord',
  compare: 'Compare · Onrecord',
  disputes: 'Disputes · Onrecord',
  speakers: 'Speakers · Onrecord',
  publishers: 'Publishers · Onrecord',
  documents: 'Documents · Onrecord',
  ledger: 'Changes · Onrecord',
  review: 'Review · Onrecord',
};

function toTitle({ page: { selection, view }, names }: StoreState): string {
  const nameOf = (id: string): string => names.get(id) ?? id.replaceAll('-', ' ');
  if (selection.kind === 'none' || view === 'review') return VIEW_TITLES[view];
  if (selection.kind === 'actor') return `${nameOf(selection.actor)} · Onrecord`;
  return `${nameOf(selection.a)} and ${nameOf(selection.b)} · Onrecord`;
}
