import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import type { RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { KINDS, MODALITIES, STANCES } from '../../state/closed-values.ts';
import { toggleLensValue } from '../../state/lens-changes.ts';
import { withLens } from '../../state/page-transitions.ts';
import { CompareLegend } from '../compare/compare-legend.tsx';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Icon } from '../frame/icon.tsx';
import type { FacetName } from '../lens/use-facets.ts';
import { useFacets } from '../lens/use-facets.ts';
import { useChangePage, useLoaded, usePage } from '../page-context.ts';
import { AppearanceKey } from '../ranking/appearance-key.tsx';
import { KIND_WORDS, MODALITY_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';

interface LegendProps {
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
}

/** What the colours, signs and lines mean; each row shows only what it names. Folds where there is little room. */
export function Legend({ isFolded, onFold }: LegendProps) {
  const facets = useFacets(!isFolded).value;
  const countsOf = (facet: FacetName): ReadonlyMap<string, number> =>
    new Map(
      facets?.facets
        .find((entry) => entry.facet === facet)
        ?.values.map(({ value, claims }) => [value, claims] as const),
    );
  const [stances, modalities] = [countsOf('stance'), countsOf('modality')];
  const graph = useLoaded()?.graph;
  const kinds = useMemo(() => countKinds(graph), [graph]);
  const isCompared = useLoaded()?.compared != null;
  const colour = usePage((state) => (state.page.appearance.colour === 'kind' ? 'by-kind' : 'by-other'));
  return (
    <section className={`legend legend-${colour}`} aria-label="Legend and filters">
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
        <AppearanceKey />
        <LegendGroup title="Actors">
          {KINDS.map((kind) => (
            <LegendRow
              key={kind}
              list="kinds"
              value={kind}
              count={kinds.get(kind) ?? 0}
              of="actor"
              label={KIND_WORDS[kind].many}
            >
              <ActorMark kind={kind} />
            </LegendRow>
          ))}
        </LegendGroup>
        {isCompared && <CompareLegend />}
        {!isCompared && (
          <LegendGroup title="Stance">
            {STANCES.map((stance) => (
              <LegendRow
                key={stance}
                list="stances"
                value={stance}
                count={stances.get(stance)}
                of="claim"
                label={STANCE_WORDS[stance]}
              >
                <LineSample className={`stance-${stance}`} />
              </LegendRow>
            ))}
          </LegendGroup>
        )}
        <LegendGroup title={isCompared ? 'Marks' : 'How it is said'}>
          {!isCompared &&
            MODALITIES.map((modality) => (
              <LegendRow
                key={modality}
                list="modalities"
                value={modality}
                count={modalities.get(modality)}
                of="claim"
                label={MODALITY_WORDS[modality]}
              >
                <LineSample className={`modality-${modality}`} />
              </LegendRow>
            ))}
          <p className="legend-row" title="Claims that contradict one another">
            <span className="disputed-sign" aria-hidden="true" />
            Disputed
          </p>
        </LegendGroup>
        {facets && <LegendTypes facets={facets} />}
      </div>
    </section>
  );
}

/** How many actors of each kind are drawn. */
function countKinds(graph: LoadedNetwork['graph'] | undefined): ReadonlyMap<ActorKind, number> {
  const kinds = new Map<ActorKind, number>();
  graph?.forEachNode((_id, { kind }) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  return kinds;
}

function LegendGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="legend-group" role="group" aria-label={title}>
      <p className="legend-title">{title}</p>
      {children}
    </div>
  );
}

/** The relation types that leave a claim, most claims first, behind a button: they are many. */
function LegendTypes({ facets }: { readonly facets: FacetsAnswer }) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = usePage((state) => state.page.lens.types) as readonly string[];
  const types = facets.facets
    .find(({ facet }) => facet === 'type')
    ?.values.filter(({ value, claims }) => claims > 0 || chosen.includes(value));
  if (types === undefined || types.length === 0) return null;
  return (
    <div className="legend-types">
      <button
        type="button"
        className="legend-row"
        aria-expanded={isOpen}
        aria-controls="legend-types"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'down' : 'up'} />
        {toCountWords(types.length, 'relation type')}
      </button>
      <div
        id="legend-types"
        className="legend-type-list"
        role="group"
        aria-label="Relation types"
        hidden={!isOpen}
      >
        {types.map(({ value, label, claims }) => (
          <LegendRow
            key={value}
            list="types"
            value={value as RelationTypeId}
            label={label}
            count={claims}
            of="claim"
          />
        ))}
      </div>
    </div>
  );
}

interface LegendRowProps<K extends 'kinds' | 'stances' | 'modalities' | 'types'> {
  readonly list: K;
  readonly value: Lens[K][number];
  readonly label: string;
  /** Actors that are shown, or claims that it would leave alone; undefined until that is known. */
  readonly count: number | undefined;
  readonly of: 'actor' | 'claim';
  readonly children?: ReactNode;
}

/** A toggle: pressed shows only this, and what else of its group is pressed. */
function LegendRow<K extends 'kinds' | 'stances' | 'modalities' | 'types'>({
  list,
  value,
  label,
  count,
  of,
  children,
}: LegendRowProps<K>) {
  const change = useChangePage();
  const chosen = usePage((state) => state.page.lens[list]) as readonly string[];
  const isOut = chosen.length > 0 && !chosen.includes(value);
  // While time is played the counts are of another picture.
  const isPassing = usePage((state) => state.passing !== null);
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
      {count !== undefined && !isPassing && (
        <span className="legend-count">
          {toNumberWords(count)}
          <span className="visually-hidden"> {count === 1 ? of : `${of}s`}</span>
        </span>
      )}
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
