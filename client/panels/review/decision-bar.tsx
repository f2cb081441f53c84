import type { IconName } from '../frame/icon.tsx';
import { Icon } from '../frame/icon.tsx';
import type { ReviewAct } from './review-keys.ts';

interface DecisionBarProps {
  /** Of the sentence, those that wait. */
  readonly ofSentence: number;
  readonly canUndo: boolean;
  readonly canAdd: boolean;
  readonly onAct: (act: ReviewAct) => void;
}

/** What can be done with the claim in front, each with its key. */
export function DecisionBar({ ofSentence, canUndo, canAdd, onAct }: DecisionBarProps) {
  const button = (act: ReviewAct, words: string, key: string, icon?: IconName, className = '') => (
    <button
      type="button"
      className={`button${className}`}
      aria-keyshortcuts={key === 'A' ? 'Shift+A' : key}
      onClick={() => onAct(act)}
    >
      {icon && <Icon name={icon} />}
      {words}
      <kbd aria-hidden="true">{key}</kbd>
    </button>
  );
  const step = (act: ReviewAct, words: string, key: string, icon: IconName) => (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      aria-keyshortcuts={key}
      data-tip={`${words} (${key})`}
      onClick={() => onAct(act)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="decision-bar" role="group" aria-label="Decide">
      <div className="decision-main">
        {button('accept', 'Accept', 'a', 'check', ' decide-accept')}
        {button('reject', 'Reject', 'r', 'close', ' decide-reject')}
        <span className="decision-steps">
          {step('previous', 'Previous claim', 'k', 'up')}
          {step('next', 'Next claim', 'j', 'down')}
        </span>
      </div>
      <div className="decision-more">
        {button('edit', 'Edit', 'e')}
        {button('flip', 'Flip', 'f')}
        {button('same', 'Same as…', 's')}
        {canAdd && button('add', 'Add missed', 'm')}
        {ofSentence > 1 && button('acceptSentence', `Accept all ${ofSentence} of the sentence`, 'A')}
        {canUndo && button('undo', 'Undo', 'z')}
      </div>
    </div>
  );
}
