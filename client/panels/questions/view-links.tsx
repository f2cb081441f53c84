import type { Comparison } from '../../state/comparison.ts';
import { toLensOf } from '../../state/comparison.ts';
import { withCompareWith } from '../../state/compare-transitions.ts';
import { withLens, withTab } from '../../state/page-transitions.ts';
import { useChangePage, usePage } from '../page-context.ts';

interface ViewLinksProps {
  readonly by: Exclude<Comparison['by'], 'date'>;
  readonly value: string;
  readonly name: string;
  /** In lists: a line of links. */
  readonly isSmall?: boolean;
}

/** The network as this one alone tells it, and a way to put another beside it. */
export function ViewLinks({ by, value, name, isSmall = false }: ViewLinksProps) {
  const change = useChangePage();
  const list = ({ speaker: 'speakers', publisher: 'publishers', document: 'documents' } as const)[by];
  const isAlone = usePage(({ page }) => page.lens[list].length === 1 && page.lens[list][0] === value);
  const isCompared = usePage(({ page }) => page.comparison !== null);
  const isPressed = isAlone && !isCompared;
  return (
    <p className="view-links">
      <button
        type="button"
        className={isSmall ? 'link-button' : 'button'}
        aria-pressed={isPressed}
        onClick={() =>
          change((page) => {
            if (isPressed) return withLens(page, { ...page.lens, [list]: [] });
            const own = withLens({ ...page, comparison: null }, toLensOf(page.lens, by, value));
            return page.view === 'explore' ? own : withTab(own, 'network');
          })
        }
      >
        {isSmall ? (
          <>
            Its world<span className="visually-hidden"> according to {name}</span>
          </>
        ) : (
          `The world according to ${name}`
        )}
      </button>
      <button
        type="button"
        className={isSmall ? 'link-button' : 'button'}
        onClick={() => change((page) => withCompareWith(page, by, value))}
      >
        Compare with…<span className="visually-hidden"> {name}</span>
      </button>
    </p>
  );
}
