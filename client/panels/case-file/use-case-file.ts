import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import type { CaseState } from '../../state/case-file-state.ts';
import { isSameLens } from '../../state/page-transitions.ts';
import type { StoreState } from '../../state/page-store.ts';
import { toLensChips } from '../lens/lens-chips.ts';
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
  const version = network.loaded?.meta.version ?? 0;
  if (isSameLens(page.lens, DEFAULT_LENS)) return { version, lens: '' };
  const chips = toLensChips(page.lens, names, network.loaded?.vocabulary ?? new Map());
  return { version, lens: chips.map(({ words }) => words).join(' · ') };
}
