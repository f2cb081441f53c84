import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { isSameLens, withLens } from '../../state/page-transitions.ts';
import { useChangePage, usePage } from '../page-context.ts';

/** Says that nothing is left, and offers to clear the lens where a lens is why. */
export function NothingLeft({ what }: { readonly what: string }) {
  const change = useChangePage();
  const isCut = usePage((state) => !isSameLens(state.page.lens, DEFAULT_LENS));
  return (
    <div className="nothing">
      <p>{isCut ? `${what} under the present lens.` : `${what}.`}</p>
      {isCut && (
        <button
          type="button"
          className="button"
          onClick={() => change((page) => withLens(page, DEFAULT_LENS))}
        >
          Clear the lens
        </button>
      )}
    </div>
  );
}
