import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { withoutLensParameter } from '../../state/lens-changes.ts';
import { withLens } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage, useVocabulary } from '../page-context.ts';
import { toLensChips } from './lens-chips.ts';

/** The lens in force: each condition can be taken off, or all at once. Nothing where everything is shown. */
export function LensBar() {
  const change = useChangePage();
  const lens = usePage((state) => state.page.lens);
  const names = usePage((state) => state.names);
  const vocabulary = useVocabulary();
  const chips = toLensChips(lens, names, vocabulary);
  if (chips.length === 0) return null;
  return (
    <section className="lens-bar" aria-label="Lens">
      <ul>
        {chips.map(({ name, value, words }) => (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              className="chip"
              aria-label={`Remove: ${words}`}
              onClick={() => change((page) => withLens(page, withoutLensParameter(page.lens, name, value)))}
            >
              {words}
              <Icon name="close" />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="link-button"
            onClick={() => change((page) => withLens(page, DEFAULT_LENS))}
          >
            Clear all
          </button>
        </li>
      </ul>
    </section>
  );
}
