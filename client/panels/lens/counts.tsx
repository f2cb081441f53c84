import { useLoaded, usePage } from '../page-context.ts';
import { isCutByLimit, isCutByRelations } from '../../state/network-state.ts';
import { toNumberWords } from '../words/count-words.ts';

const WHAT = ['actors', 'relations', 'claims'] as const;

/** How much of how much there is, always in sight. */
export function Counts() {
  const loaded = useLoaded();
  const passing = usePage((state) => state.passing);
  if (loaded === null) return null;
  const { total, cutBy } = loaded.meta;
  const shown = passing ?? loaded.meta.shown;
  return (
    <p className="counts">
      {WHAT.map((what) => (
        <span key={what} className={shown[what] < total[what] ? 'counts-item counts-cut' : 'counts-item'}>
          {toNumberWords(shown[what])} of {toNumberWords(total[what])} {what}
        </span>
      ))}
      {isCutByLimit(cutBy) ? (
        <span className="counts-item">those with most claims are drawn</span>
      ) : (
        isCutByRelations(cutBy) && <span className="counts-item">the strongest relations are drawn</span>
      )}
    </p>
  );
}
