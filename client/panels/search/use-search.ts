import { useEffect, useState } from 'react';
import type { SearchAnswer } from '../../../graph-data/contract/answers.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { searchRequest } from '../../api/requests.ts';
import { useServices } from '../page-context.ts';

const MOST_SUGGESTIONS = 6;
/** The API's bound on a query. */
const LONGEST_QUERY = 200;

/** What a search came to. */
export interface Found {
  /** What was asked. */
  readonly words: string;
  readonly answer?: SearchAnswer;
  readonly problem?: PageProblem;
}

/** What the words find; each further word typed aborts the request before. Undefined until the first answer. */
export function useSearch(words: string): Found | undefined {
  const { ask } = useServices();
  const [found, setFound] = useState<Found>();
  const asked = words.trim().slice(0, LONGEST_QUERY);
  useEffect(() => {
    if (asked === '') return;
    const controller = new AbortController();
    ask(searchRequest(asked, MOST_SUGGESTIONS), controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) setFound({ words: asked, answer });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setFound({ words: asked, problem: toPageProblem(error) });
      },
    );
    return () => controller.abort();
  }, [ask, asked]);
  return asked === '' ? undefined : found;
}
