import type { CaseItem } from '../../../graph-data/formats/case-file/case-file.ts';
import { toCaseKey, withPinned, withoutPinned } from '../../state/case-file-state.ts';
import { Icon } from '../frame/icon.tsx';
import { usePage, useServices, useVocabulary } from '../page-context.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import type { PinnedUnder } from './to-case-item.ts';
import { toPinnedUnder, useChangeCase } from './use-case-file.ts';

interface PinButtonProps {
  readonly kind: CaseItem['kind'];
  readonly id: string;
  /** For those who do not see what it stands by. */
  readonly name: string;
  /** Called when it is pinned. */
  readonly toItem: (vocabulary: Vocabulary, under: PinnedUnder) => CaseItem;
}

/** Puts something into the reader's case file, or takes it out again. */
export function PinButton({ kind, id, name, toItem }: PinButtonProps) {
  const { store } = useServices();
  const vocabulary = useVocabulary();
  const change = useChangeCase();
  const key = toCaseKey({ kind, id });
  const isPinned = usePage(({ caseFile }) => caseFile.file.items.some((item) => toCaseKey(item) === key));
  return (
    <button
      type="button"
      className="link-button"
      aria-pressed={isPinned}
      onClick={() =>
        change((state) =>
          isPinned
            ? withoutPinned(state, key)
            : withPinned(state, toItem(vocabulary, toPinnedUnder(store.getState()))),
        )
      }
    >
      <Icon name={isPinned ? 'check' : 'plus'} />
      {isPinned ? 'In the case file' : 'Add to case file'}
      <span className="visually-hidden">: {name}</span>
    </button>
  );
}
