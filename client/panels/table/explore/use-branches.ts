import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiRequest } from '../../../api/api-request.ts';
import { toPageProblem } from '../../../api/problem-error.ts';
import { toNextPage } from '../../../api/requests.ts';
import { useServices } from '../../page-context.ts';
import type { Branch } from './explore-rows.ts';

interface ListAnswer {
  readonly items: Branch['items'];
  readonly nextCursor: string | null;
}

/** Branches as far as they are here, and the ways to more of them. */
export interface Branches {
  readonly branches: ReadonlyMap<string, Branch>;
  /** Asks for a branch unless it is here, or on its way. */
  readonly ensure: (key: string, request: ApiRequest<ListAnswer>) => void;
  /** Asks for the next page; also again for one that failed. */
  readonly loadMore: (key: string) => void;
}

/** Loads the branches of a tree when they are wanted. @param onLoaded told of each branch that has come, in full or in part */
export function useBranches(onLoaded: (key: string, branch: Branch) => void): Branches {
  const { ask } = useServices();
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const running = useRef(
    new Map<string, { readonly address: string; readonly controller: AbortController }>(),
  );
  const latest = useRef({ branches, onLoaded });
  useEffect(() => {
    latest.current = { branches, onLoaded };
  });
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { controller } of all.values()) controller.abort();
      all.clear();
    };
  }, []);
  const load = useCallback(
    (key: string, address: string, page: ApiRequest<ListAnswer>, before: Branch['items']): void => {
      running.current.get(key)?.controller.abort();
      const controller = new AbortController();
      running.current.set(key, { address: page.address, controller });
      const put = (branch: Branch): void => {
        if (controller.signal.aborted) return;
        running.current.delete(key);
        setBranches((all) => new Map([...all, [key, branch]]));
        latest.current.onLoaded(key, branch);
      };
      ask(page, controller.signal).then(
        ({ items, nextCursor }) => put({ address, items: [...before, ...items], nextCursor, problem: null }),
        (error: unknown) => put({ address, items: before, nextCursor: null, problem: toPageProblem(error) }),
      );
    },
    [ask],
  );
  const ensure = useCallback(
    (key: string, request: ApiRequest<ListAnswer>): void => {
      const { address } = request;
      if (latest.current.branches.get(key)?.address === address) return;
      if (running.current.get(key)?.address === address) return;
      load(key, address, request, []);
    },
    [load],
  );
  const loadMore = useCallback(
    (key: string): void => {
      const branch = latest.current.branches.get(key);
      if (branch === undefined || running.current.has(key)) return;
      const { address, nextCursor, items, problem } = branch;
      if (problem !== null) load(key, address, { address }, []);
      else if (nextCursor !== null) load(key, address, toNextPage({ address }, nextCursor), items);
    },
    [load],
  );
  return { branches, ensure, loadMore };
}
