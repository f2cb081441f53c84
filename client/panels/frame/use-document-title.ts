import { useEffect } from 'react';
import type { View } from '../../state/page-state.ts';
import type { StoreState } from '../../state/page-store.ts';
import { usePage, useServices } from '../page-context.ts';

/**
 * Names the window, and so each entry of the browser's history, after what is selected, or else the view; and after the site,
 * where a published one has a name of its own.
 */
export function useDocumentTitle(): void {
  const place = usePage(toPlace);
  const program = useServices().site?.manifest.title ?? 'Onrecord';
  useEffect(() => {
    document.title = place === null ? program : `${place} · ${program}`;
  }, [place, program]);
}

const VIEW_TITLES: Readonly<Record<View, string | null>> = {
  explore: null,
  compare: 'Compare',
  disputes: 'Disputes',
  speakers: 'Speakers',
  publishers: 'Publishers',
  documents: 'Documents',
  ledger: 'Changes',
  review: 'Review',
};

function toPlace({ page: { selection, view }, names }: StoreState): string | null {
  const nameOf = (id: string): string => names.get(id) ?? id.replaceAll('-', ' ');
  if (selection.kind === 'none' || view === 'review') return VIEW_TITLES[view];
  if (selection.kind === 'actor') return nameOf(selection.actor);
  return `${nameOf(selection.a)} and ${nameOf(selection.b)}`;
}
