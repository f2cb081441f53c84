import { useId } from 'react';
import { withLens } from '../../state/page-transitions.ts';
import { useChangePage, usePage } from '../page-context.ts';
import type { Hand } from './hearsay.ts';
import { HANDS, findHand, withHand } from './hearsay.ts';

const WORDS: Readonly<Record<Hand, string>> = {
  all: 'First hand and handed on',
  first: 'First hand only',
  on: 'Handed on only',
};

/** Whether the lens takes hearsay, such as “Witkoff, quoting Putin”, leaves it out, or takes nothing else. */
export function HearsayChoice() {
  const change = useChangePage();
  const chosen = usePage((state) => findHand(state.page.lens));
  const name = useId();
  return (
    <fieldset className="facet hearsay-choice">
      <legend>Hearsay</legend>
      <ul>
        {HANDS.map((hand) => (
          <li key={hand}>
            <label className="facet-value">
              <input
                type="radio"
                name={name}
                checked={hand === chosen}
                onChange={() => change((page) => withLens(page, withHand(page.lens, hand)))}
              />
              <span className="facet-words">{WORDS[hand]}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
