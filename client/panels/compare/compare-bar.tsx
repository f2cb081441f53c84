import { withComparison, withSwappedViews } from '../../state/compare-transitions.ts';
import { isComplete } from '../../state/comparison.ts';
import { withView } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { toViewWords } from './view-words.ts';

/** Says which two views the network is of while two are compared, and leads to their differences, or out of it. */
export function CompareBar() {
  const change = useChangePage();
  const comparison = usePage((state) => state.page.comparison);
  const names = usePage((state) => state.names);
  if (!isComplete(comparison)) return null;
  const { by, a, b } = comparison;
  return (
    <section className="compare-bar" aria-label="Comparison">
      <span>
        <b>A</b> {toViewWords(by, a, names)}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label="Swap A and B"
        data-tip="Swap A and B"
        onClick={() => change(withSwappedViews)}
      >
        <Icon name="swap" />
      </button>
      <span>
        <b>B</b> {toViewWords(by, b, names)}
      </span>
      <button type="button" className="button" onClick={() => change((page) => withView(page, 'compare'))}>
        Differences
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Stop comparing"
        data-tip="Stop comparing"
        onClick={() => change((page) => withComparison(page, null))}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
