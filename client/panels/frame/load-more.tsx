import { toNumberWords } from '../words/count-words.ts';

interface LoadMoreProps {
  readonly pages: {
    readonly items: readonly unknown[];
    readonly loadMore: (() => void) | undefined;
    readonly isLoadingMore: boolean;
  };
  readonly what: string;
}

/** A way to the next page of a list, while there is one; says how much is here. */
export function LoadMore({ pages, what }: LoadMoreProps) {
  if (pages.loadMore === undefined) return null;
  return (
    <p className="load-more">
      {toNumberWords(pages.items.length)} {what} shown.{' '}
      <button
        type="button"
        className="button"
        aria-disabled={pages.isLoadingMore}
        onClick={pages.isLoadingMore ? undefined : pages.loadMore}
      >
        {pages.isLoadingMore ? 'Loading…' : 'Show more'}
      </button>
    </p>
  );
}
