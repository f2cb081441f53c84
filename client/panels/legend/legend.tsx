import type { ReactNode } from 'react';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { KINDS, MODALITIES, STANCES } from '../../state/closed-values.ts';
import { toggleLensValue } from '../../state/lens-changes.ts';
import { withLens } from '../../state/page-transitions.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { KIND_WORDS, MODALITY_WORDS, STANCE_WORDS } from '../words/closed-words.ts';

interface LegendProps {
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
}

/** What the colours, signs and lines mean; each row shows only what it names. Folds where there is little room. */
export function Legend({ isFolded, onFold }: LegendProps) {
  return (
    <section className="legend" aria-label="Legend and filters">
      <button
        type="button"
        className="legend-head"
        aria-expanded={!isFolded}
        aria-controls="legend-body"
        onClick={() => onFold(!isFolded)}
      >
        Legend
        <Icon name={isFolded ? 'up' : 'down'} />
      </button>
      <div id="legend-body" className="legend-body" hidden={isFolded}>
        <LegendGroup title="Actors">
          {KINDS.map((kind) => (
            <LegendRow key={kind} list="kinds" value={kind} label={KIND_WORDS[kind].many}>
              <ActorMark kind={kind} />
            </LegendRow>
          ))}
        </LegendGroup>
        <LegendGroup title="Stance">
          {STANCES.map((stance) => (
            <LegendRow key={stance} list="stances" value={stance} label={STANCE_WORDS[stance]}>
              <LineSample className={`stance-${stance}`} />
            </LegendRow>
          ))}
        </LegendGroup>
        <LegendGroup title="How it is said">
          {MODALITIES.map((modality) => (
            <LegendRow key={modality} list="modalities" value={modality} label={MODALITY_WORDS[modality]}>
              <LineSample className={`modality-${modality}`} />
            </LegendRow>
          ))}
          <p className="legend-row" title="Claims that contradict one another">
            <span className="disputed-sign" aria-hidden="true" />
            Disputed
          </p>
        </LegendGroup>
      </div>
    </section>
  );
}

function LegendGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="legend-group" role="group" aria-label={title}>
      <p className="legend-title">{title}</p>
      {children}
    </div>
  );
}

interface LegendRowProps<K extends 'kinds' | 'stances' | 'modalities'> {
  readonly list: K;
  readonly value: Lens[K][number];
  readonly label: string;
  readonly children: ReactNode;
}

/** A toggle: pressed shows only this, and what else of its group is pressed. */
function LegendRow<K extends 'kinds' | 'stances' | 'modalities'>({
  list,
  value,
  label,
  children,
}: LegendRowProps<K>) {
  const change = useChangePage();
  const chosen = usePage((state) => state.page.lens[list]) as readonly string[];
  const isOut = chosen.length > 0 && !chosen.includes(value);
  return (
    <button
      type="button"
      className={isOut ? 'legend-row legend-row-out' : 'legend-row'}
      aria-pressed={chosen.includes(value)}
      title={`Show only: ${label}`}
      onClick={() => change((page) => withLens(page, toggleLensValue(page.lens, list, value)))}
    >
      {children}
      {label}
    </button>
  );
}

function LineSample({ className }: { readonly className: string }) {
  return (
    <svg className={`line-sample ${className}`} viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
      <path className="line-sample-line" d="M1 5h18" />
      <path className="line-sample-head" d="M18 1.5 25 5l-7 3.5z" />
      {className === 'modality-denied' && (
        <path className="line-sample-mark" d="M6.5 1.5l7 7M13.5 1.5l-7 7" />
      )}
    </svg>
  );
}
