import type { CaseState } from '../../state/case-file-state.ts';
import type { StoreState } from '../../state/page-store.ts';
import { toLensWords } from '../lens/lens-words.ts';
import { useServices } from '../page-context.ts';
import type { PinnedUnder } from './to-case-item.ts';

/** Applies pure transitions of `client/state/case-file-state.ts`. */
export function useChangeCase(): (transition: (state: CaseState) => CaseState) => void {
  const { store } = useServices();
  return (transition) => {
    const { caseFile } = store.getState();
    const next = transition(caseFile);
    if (next !== caseFile) store.setState({ caseFile: next });
  };
}

/** What is looked at now, as what is pinned or exported says it. */
export function toPinnedUnder({ page, network, names }: StoreState): PinnedUnder {
  const vocabulary = network.loaded?.vocabulary ?? new Map();
  return { version: network.loaded?.meta.version ?? 0, lens: toLensWords(page.lens, names, vocabulary) };
}
