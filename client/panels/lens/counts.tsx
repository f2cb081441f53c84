import { useLoaded, usePage } from '../page-context.ts';
import { toNumberWords } from '../words/count-words.ts';
import { toCutWords } from './shown-words.ts';

const WHAT = ['actors', 'relations', 'claims'] as const;

/** How much of how much there is, always in sight. */
export function Counts() {
  const loaded = useLoaded();
  const passing = usePage((state) => state.passing);
  if (loaded === null) return null;
  const { total, cutBy } = loaded.meta;
  const shown = passing ?? loaded.meta.shown;
  const why = toCutWords(cutBy);
  return (
    <p className="counts">
      {WHAT.map((what) => (
        <span key={what} className={shown[what] < total[what] ? 'counts-item counts-cut' : 'counts-item'}>
          {toNumberWords(shown[what])} of {toNumberWords(total[what])} {what}
        </span>
      ))}
      {why !== '' && <span className="counts-item">{why}</span>}
    </p>
  );
}
