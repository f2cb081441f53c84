import { useState } from 'react';
import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import type { Clock } from '../../../graph-data/model/lens.ts';
import { timelineRequest, timelineTableRequest } from '../../api/timeline-requests.ts';
import type { ApiRequest } from '../../api/api-request.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { withLens } from '../../state/page-transitions.ts';
import { useChangePage, usePage } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { useLast } from '../use-last.ts';

interface TimelineOfPage {
  readonly answer: TimelineAnswer | undefined;
  readonly problem: PageProblem | undefined;
  readonly retry: () => void;
  readonly clock: Clock;
  readonly setClock: (clock: Clock) => void;
  /** The part that is cut finer; null is everything. */
  readonly within: string | null;
  readonly setWithin: (within: string | null) => void;
  /** All of it as a file. */
  readonly table: ApiRequest<never>;
}

/** The claims over time of the page's lens, on its clock. */
export function useTimeline(): TimelineOfPage {
  const lens = usePage((state) => state.page.lens);
  const change = useChangePage();
  const [within, setWithin] = useState<string | null>(null);
  const { clock } = lens;
  const { value, problem, retry } = useAnswer(timelineRequest(lens, clock, within), true);
  const last = useLast(value);
  return {
    answer: last,
    problem,
    retry,
    clock,
    setClock: (next) => {
      setWithin(null);
      change((page) => withLens(page, { ...page.lens, clock: next }));
    },
    within,
    setWithin,
    table: timelineTableRequest(lens, clock, within),
  };
}
