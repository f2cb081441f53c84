import { useEffect } from 'react';
import type { StoreState } from '../../state/page-store.ts';
import { usePage } from '../page-context.ts';

/** Names the window, and so each entry of the browser's history, after what is selected. */
export function useDocumentTitle(): void {
  const title = usePage(toTitle);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function toTitle({ page: { selection }, names }: StoreState): string {
  const nameOf = (id: string): string => names.get(id) ?? id.replaceAll('-', ' ');
  if (selection.kind === 'none') return 'Onrecord';
  if (selection.kind === 'actor') return `${nameOf(selection.actor)} · Onrecord`;
  return `${nameOf(selection.a)} and ${nameOf(selection.b)} · Onrecord`;
}
