import { useId } from 'react';
import { FacetCount } from './facet-section.tsx';

interface Choice {
  readonly value: string;
  readonly words: string;
  readonly claims: number;
}

interface ChoiceSectionProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  /** What the bars measure the claims against. */
  readonly of: number;
  readonly onChoose: (value: string) => void;
}

/** One of a few, each with the claims it would leave. */
export function ChoiceSection({ title, choices, chosen, of, onChoose }: ChoiceSectionProps) {
  const name = useId();
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      <ul>
        {choices.map(({ value, words, claims }) => (
          <li key={value}>
            <label className={claims === 0 ? 'facet-value facet-empty' : 'facet-value'}>
              <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
              <span className="facet-words">{words}</span>
              <FacetCount claims={claims} of={of} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
