import { useMemo } from 'react';
import type { ComparedSide } from '../../../graph-data/network/compare/compared.ts';
import { useLoaded, usePage } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { SideSample } from './side-sample.tsx';
import { SIDES_IN_ORDER, toSideWords, toViewWords } from './view-words.ts';

/** What the four kinds of lines mean while two views are compared, each with how many relations the network shows of it. */
export function CompareLegend() {
  const loaded = useLoaded();
  const names = usePage((state) => state.names);
  const sides = loaded?.compared?.sides;
  const counts = useMemo(() => countSides(sides), [sides]);
  if (loaded === null || loaded.compared === null) return null;
  const { by, a, b } = loaded.compared.comparison;
  return (
    <div className="legend-group" role="group" aria-label="Whose relations">
      <p className="legend-title">Whose view</p>
      {SIDES_IN_ORDER.map((side) => (
        <p key={side} className="legend-row">
          <SideSample side={side} />
          {toSideWords(side, toViewWords(by, a, names), toViewWords(by, b, names))}
          <span className="legend-count">
            {counts.get(side) ?? 0}
            <span className="visually-hidden"> of {toCountWords(sides?.size ?? 0, 'relation')}</span>
          </span>
        </p>
      ))}
    </div>
  );
}

function countSides(sides: ReadonlyMap<string, ComparedSide> | undefined): ReadonlyMap<ComparedSide, number> {
  const counts = new Map<ComparedSide, number>();
  for (const side of sides?.values() ?? []) counts.set(side, (counts.get(side) ?? 0) + 1);
  return counts;
}
