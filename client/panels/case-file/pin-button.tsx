import type { CaseItem } from '../../../graph-data/formats/case-file/case-file.ts';
import { toCaseKey, withCompleted, withPinned, withoutPinned } from '../../state/case-file-state.ts';
import { Icon } from '../frame/icon.tsx';
import { usePage, useServices, useVocabulary } from '../page-context.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { findOtherwise } from './find-otherwise.ts';
import type { PinnedUnder } from './to-case-item.ts';
import { withOtherwise } from './to-case-item.ts';
import { toPinnedUnder, useChangeCase } from './use-case-file.ts';

interface PinButtonProps {
  readonly kind: CaseItem['kind'];
  readonly id: string;
  /** For those who do not see what it stands by. */
  readonly name: string;
  /** Of each step of the item its relation, in whose disputes the other side is looked for. */
  readonly relations: readonly string[];
  /** Called when it is pinned. */
  readonly toItem: (vocabulary: Vocabulary, under: PinnedUnder) => CaseItem;
}

/** Puts something into the reader's case file, or takes it out again. */
export function PinButton({ kind, id, name, relations, toItem }: PinButtonProps) {
  const { store, ask } = useServices();
  const vocabulary = useVocabulary();
  const change = useChangeCase();
  const key = toCaseKey({ kind, id });
  const isPinned = usePage(({ caseFile }) => caseFile.file.items.some((item) => toCaseKey(item) === key));
  const pin = async (): Promise<void> => {
    const item = toItem(vocabulary, toPinnedUnder(store.getState()));
    change((state) => withPinned(state, item));
    const others = await findOtherwise(item, relations, ask);
    if (others.some((claims) => claims.length > 0))
      change((state) => withCompleted(state, withOtherwise(item, others)));
  };
  return (
    <button
      type="button"
      className="link-button"
      aria-pressed={isPinned}
      onClick={() => {
        if (isPinned) change((state) => withoutPinned(state, key));
        else void pin();
      }}
    >
      <Icon name={isPinned ? 'check' : 'plus'} />
      {isPinned ? 'In the case file' : 'Add to case file'}
      <span className="visually-hidden">: {name}</span>
    </button>
  );
}
