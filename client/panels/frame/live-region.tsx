import type { StoreState } from '../../state/page-store.ts';
import { usePage } from '../page-context.ts';
import { toShareWords } from '../words/count-words.ts';

/** Tells screen readers what was selected and how much is shown. */
export function LiveRegion() {
  const selection = usePage(toSelectionWords);
  const counts = usePage(({ network }) => {
    if (network.status === 'loading') return '';
    const meta = network.loaded?.meta;
    return meta
      ? `${toShareWords(meta.shown.actors, meta.total.actors, 'actors')}, ${toShareWords(meta.shown.claims, meta.total.claims, 'claims')}${meta.cutBy.length > 0 ? ' under this lens' : ''}`
      : '';
  });
  return (
    <div className="visually-hidden">
      <p role="status">{selection}</p>
      <p role="status">{counts}</p>
    </div>
  );
}

function toSelectionWords({ page: { selection }, names }: StoreState): string {
  const nameOf = (id: string): string => names.get(id) ?? id.replaceAll('-', ' ');
  if (selection.kind === 'none') return '';
  return selection.kind === 'actor'
    ? `Selected: ${nameOf(selection.actor)}`
    : `Selected: ${nameOf(selection.a)} and ${nameOf(selection.b)}`;
}
