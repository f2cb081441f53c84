import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import {
  withClaim,
  withReading,
  withSelection,
  withTab,
  withoutReading,
} from '../../state/page-transitions.ts';
import { toActorSelection } from '../../state/selection.ts';
import { useChangePage, useServices } from '../page-context.ts';
import type { Suggestion } from './suggestions.ts';

/** Flies to what a suggestion names, selects it and opens the evidence. */
export function useOpenSuggestion(): (suggestion: Suggestion) => void {
  const { store, canvas } = useServices();
  const change = useChangePage();
  return (suggestion) => {
    change((before) => {
      const page = before.view === 'review' ? withTab(before, before.tab) : before; // a review shows no selection
      if (suggestion.kind === 'actor')
        return withSelection(page, toActorSelection(suggestion.actor.id as ActorId));
      if (suggestion.kind === 'claim') return withClaim(withoutReading(page), suggestion.claim);
      return withReading(page, suggestion.document.id as DocumentId);
    });
    if (suggestion.kind !== 'document') canvas.current?.flyTo(store.getState().page.selection);
  };
}
