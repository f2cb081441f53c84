import { HelpFrame } from '../help/help-frame.tsx';
import { REVIEW_KEYS } from './review-keys.ts';

interface ReviewHelpProps {
  readonly areKeysOn: boolean;
  readonly onKeys: (areOn: boolean) => void;
  readonly onClose: () => void;
}

const KEY_SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The keys of this screen, and the way to turn them off. */
export function ReviewHelp({ areKeysOn, onKeys, onClose }: ReviewHelpProps) {
  return (
    <HelpFrame title="Keys of the review" onClose={onClose}>
      <dl>
        {REVIEW_KEYS.map(({ act, keys, words }) => (
          <div key={act}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{KEY_SIGNS[key] ?? (/^[A-Z]$/.test(key) ? `Shift ${key}` : key)}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>Leave a form as it was</dd>
        </div>
      </dl>
      <label className="review-keys-on">
        <input type="checkbox" checked={areKeysOn} onChange={(event) => onKeys(event.target.checked)} />
        Single keys work on this screen
      </label>
      <p className="quiet">
        In the text, a claim that waits is marked by dots, an accepted one by a line; names of actors are
        underlined. Certainty says how many of such proposals are right: of those at 0.80 about eight in ten.
      </p>
    </HelpFrame>
  );
}
