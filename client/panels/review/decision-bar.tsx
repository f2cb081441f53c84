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
  return (
    <div className="decision-bar" role="group" aria-label="Decide">
      <div className="decision-main">
        {button('accept', 'Accept', 'a', 'check', ' decide-accept')}
        {button('reject', 'Reject', 'r', 'close', ' decide-reject')}
      </div>
      <div className="decision-more">
        {button('edit', 'Edit', 'e')}
        {button('flip', 'Flip', 'f')}
        {button('same', 'Same as…', 's')}
        {ofSentence > 1 && button('acceptSentence', `Accept ${ofSentence} of this sentence`, 'A')}
        {canAdd && button('add', 'Add missed', 'm')}
        {canUndo && button('undo', 'Undo', 'z', 'undo')}
      </div>
      <div className="decision-steps">
        <button
          type="button"
          className="icon-button"
          aria-label="Previous claim"
          data-tip="Previous (k)"
          onClick={() => onAct('previous')}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Next claim"
          data-tip="Next (j)"
          onClick={() => onAct('next')}
        >
          <Icon name="down" />
        </button>
      </div>
    </div>
  );
}
