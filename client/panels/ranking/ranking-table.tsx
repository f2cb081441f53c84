import { useMemo } from 'react';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { SizeBy } from '../../state/appearance.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { NOTHING, toActorSelection } from '../../state/selection.ts';
import { useChangePage, usePage } from '../page-context.ts';
import { ACTOR_COLUMN } from '../table/actor-column.tsx';
import type { DataColumn } from '../table/data-table.tsx';
import { DataTable } from '../table/data-table.tsx';
import { toShareWords } from '../words/count-words.ts';
import { METRIC_WORDS, toMetricText } from './appearance-words.ts';
import { CommunityMark } from './community-mark.tsx';
import { MetricsProgress } from './metrics-progress.tsx';

interface RankedActor extends Readonly<Record<Exclude<SizeBy, 'betweenness'>, number>> {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly betweenness: number | null;
  readonly community: number;
}

const toMetricColumn = (metric: SizeBy): DataColumn<RankedActor> => ({
  id: metric,
  title: METRIC_WORDS[metric],
  valueOf: (row) => row[metric],
  show: (row) => (row[metric] === null ? '' : toMetricText(metric, row[metric])),
  isNumber: true,
});

const COLUMNS: readonly DataColumn<RankedActor>[] = [
  ACTOR_COLUMN,
  toMetricColumn('pagerank'),
  toMetricColumn('betweenness'),
  toMetricColumn('degree'),
  toMetricColumn('claims'),
  {
    id: 'community',
    title: 'Community',
    valueOf: (row) => (row.community === 0 ? null : row.community),
    show: (row) => (row.community === 0 ? 'none' : <CommunityMark community={row.community} />),
    isNumber: true,
  },
];

/** Who matters in what is shown: every actor with its numbers, highest PageRank first; choosing a row selects its actor. */
export function RankingTable({ loaded }: { readonly loaded: LoadedNetwork }) {
  const change = useChangePage();
  const selection = usePage((state) => state.page.selection);
  const { graph, meta } = loaded;
  const values = usePage((state) => (state.metrics.graph === graph ? state.metrics.values : null));
  const rows = useMemo(() => {
    const ranked = (values?.ids ?? []).map((id, index): RankedActor => {
      const { label, kind } = graph.getNodeAttributes(id);
      return {
        id,
        label,
        kind,
        pagerank: values?.pagerank[index] ?? 0,
        betweenness: values?.betweenness?.[index] ?? null,
        degree: values?.degree[index] ?? 0,
        claims: values?.claims[index] ?? 0,
        community: values?.community[index] ?? 0,
      };
    });
    return ranked.sort((one, other) => other.pagerank - one.pagerank);
  }, [graph, values]);
  const selected = new Set<string>(selection.kind === 'actor' ? [selection.actor] : []);
  return (
    <>
      <div className="ranking-head">
        <p className="quiet">
          Reckoned on what is shown: {toShareWords(graph.order, meta.total.actors, 'actors')}. Betweenness: of
          the shortest ways between two others, the share through the actor. PageRank: where following claims
          from subject to object leads, in ten thousandths.
        </p>
        <MetricsProgress />
      </div>
      <DataTable
        label="Ranking"
        columns={COLUMNS}
        rows={rows}
        selected={selected}
        onChoose={(row) =>
          change((page) => withSelection(page, row === null ? NOTHING : toActorSelection(row.id as ActorId)))
        }
      />
    </>
  );
}
