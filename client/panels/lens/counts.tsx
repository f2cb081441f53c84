import { useLoaded } from '../page-context.ts';
import { isCutByLimit, isCutByRelations } from '../../state/network-state.ts';
import { toNumberWords } from '../words/count-words.ts';

const WHAT = ['actors', 'relations', 'claims'] as const;

/** How much of how much there is, always in sight. */
export function Counts() {
  const loaded = useLoaded();
  if (loaded === null) return null;
  const { shown, total, cutBy } = loaded.meta;
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
