import { useEffect, useMemo, useState } from 'react';
import type { ApiRequest } from '../api/api-request.ts';
import type { PageProblem } from '../api/problem-error.ts';
import { toPageProblem } from '../api/problem-error.ts';
import { toNextPage } from '../api/requests.ts';
import { useServices } from './page-context.ts';
import type { Answer } from './use-answer.ts';
import { useAnswer } from './use-answer.ts';

interface ListAnswer<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A list of the API as far as it was turned over. */
export interface Pages<T> extends Answer<ListAnswer<T>> {
  readonly items: readonly T[];
  /** Undefined when everything is here. */
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

interface More<T> {
  readonly address: string;
  /** The page they follow: when it has come anew, they are of before. */
  readonly first: ListAnswer<T> | undefined;
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  /** The cursor of the page on its way. */
  readonly wanted: string | null;
  readonly problem: PageProblem | null;
}

/** The first page of a list, and the next ones as they are asked for. */
export function usePages<T>(request: ApiRequest<ListAnswer<T>> | null): Pages<T> {
  const { ask } = useServices();
  const first = useAnswer(request);
  const address = request?.address;
  const [more, setMore] = useState<More<T>>();
  const isOwn = more !== undefined && more.address === address && more.first === first.value;
  const own = isOwn ? more : undefined;
  const wanted = own?.wanted ?? null;
  useEffect(() => {
    if (address === undefined || wanted === null) return;
    const controller = new AbortController();
    ask<ListAnswer<T>>(toNextPage({ address }, wanted), controller.signal).then(
      (page) => {
        if (controller.signal.aborted) return;
        setMore(
          (before) =>
            before && {
              ...before,
              items: [...before.items, ...page.items],
              nextCursor: page.nextCursor,
              wanted: null,
            },
        );
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setMore((before) => before && { ...before, wanted: null, problem: toPageProblem(error) });
      },
    );
    return () => controller.abort();
  }, [ask, address, wanted]);
  const [firstItems, ownItems] = [first.value?.items, own?.items];
  const items = useMemo(() => [...(firstItems ?? []), ...(ownItems ?? [])], [firstItems, ownItems]);
  const nextCursor = own === undefined ? (first.value?.nextCursor ?? null) : own.nextCursor;
  return {
    ...first,
    problem: first.problem ?? own?.problem ?? undefined,
    items,
    isLoadingMore: wanted !== null,
    loadMore:
      nextCursor === null || address === undefined
        ? undefined
        : () =>
            setMore({
              address,
              first: first.value,
              items: own?.items ?? [],
              nextCursor,
              wanted: nextCursor,
              problem: null,
            }),
  };
}
