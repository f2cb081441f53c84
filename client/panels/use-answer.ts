import { useEffect, useState } from 'react';
import type { ApiRequest } from '../api/api-request.ts';
import type { PageProblem } from '../api/problem-error.ts';
import { toPageProblem } from '../api/problem-error.ts';
import { afterPicture } from './after-picture.ts';
import { usePage, useServices } from './page-context.ts';

/** An answer of the API on its way, here, or failed. */
export interface Answer<T> {
  readonly value: T | undefined;
  readonly problem: PageProblem | undefined;
  readonly isWaiting: boolean;
  readonly retry: () => void;
}

/**
 * Asks the API for what a panel shows. Another request, or leaving, aborts the one before; null asks nothing.
 * @param isPatient asks only when the picture is drawn, which it must not hold up
 */
export function useAnswer<T>(request: ApiRequest<T> | null, isPatient = false): Answer<T> {
  const answer = useAnswers(request === null ? [] : [request], isPatient);
  return { ...answer, value: answer.value?.[0], isWaiting: request !== null && answer.isWaiting };
}

interface Outcome {
  readonly key: string;
  readonly problem: PageProblem | undefined;
}

/** Several at once: their answers in order when all are here; the first failure fails all. */
export function useAnswers<T>(requests: readonly ApiRequest<T>[], isPatient = false): Answer<readonly T[]> {
  const { ask, answers, store } = useServices();
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const addresses = requests.map(({ address }) => address).join('\n');
  const key = `${attempt}\n${addresses}`;
  const values = requests.map(({ address }) => answers.get(address) as T | undefined);
  const isHere = values.every((value) => value !== undefined);
  usePage(({ network }) => network.loaded?.meta.version); // of another version nothing is kept: it is asked for again
  useEffect(() => {
    const missing = addresses
      .split('\n')
      .filter((address) => address !== '' && answers.get(address) === undefined);
    if (missing.length === 0) return;
    const controller = new AbortController();
    const { signal } = controller;
    Promise.all(
      missing.map(async (address) => {
        if (isPatient) await afterPicture(store);
        signal.throwIfAborted();
        answers.set(address, await ask<T>({ address }, signal));
      }),
    ).then(
      () => {
        if (!signal.aborted) setOutcome({ key, problem: undefined });
      },
      (error: unknown) => {
        if (!signal.aborted) setOutcome({ key, problem: toPageProblem(error) });
      },
    );
    return () => controller.abort();
  }, [ask, answers, store, addresses, key, isHere, isPatient]);
  const problem = !isHere && outcome?.key === key ? outcome.problem : undefined;
  return {
    value: isHere ? values : undefined,
    problem,
    isWaiting: !isHere && problem === undefined,
    retry: () => setAttempt(attempt + 1),
  };
}
