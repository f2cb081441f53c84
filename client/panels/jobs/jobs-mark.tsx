import { isUnderWay, toProgress } from '../../state/jobs-state.ts';
import { withView } from '../../state/page-transitions.ts';
import { useChangePage, usePage } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';

const ROUND = 2 * Math.PI * 7;

/** In the bar while reports are being read: how far that is, and the way to them. */
export function JobsMark() {
  const change = useChangePage();
  const jobs = usePage((state) => state.jobs);
  const count = jobs.filter(isUnderWay).length;
  if (count === 0) return null;
  const progress = toProgress(jobs);
  const words = `${toCountWords(count, 'report')} being read, ${Math.round(100 * progress)} %`;
  return (
    <button
      type="button"
      className="icon-button jobs-mark"
      aria-label={words}
      data-tip={words}
      onClick={() => change((page) => withView(page, 'documents'))}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <circle className="jobs-ring" cx="10" cy="10" r="7" />
        <circle
          className="jobs-part"
          cx="10"
          cy="10"
          r="7"
          strokeDasharray={`${Math.max(0.06, progress) * ROUND} ${ROUND}`}
          transform="rotate(-90 10 10)"
        />
      </svg>
    </button>
  );
}
