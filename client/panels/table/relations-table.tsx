import { useMemo } from 'react';
import type { ActorId, RelationId } from '../../../graph-data/model/ids.ts';
import type { EdgeAttributes } from '../../../graph-data/network/graph.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { NO_COMPARISON } from '../../state/comparison.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { NOTHING, toPairSelection } from '../../state/selection.ts';
import { SideSample } from '../compare/side-sample.tsx';
import { toSideWords, toViewWords } from '../compare/view-words.ts';
import { DisputedMark, StanceWord } from '../evidence/stance-word.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { toDateWords } from '../words/date-words.ts';
import { toSpeakersWords, toTypeWords } from '../words/relation-words.ts';
import type { DataColumn } from './data-table.tsx';
import { DataTable } from './data-table.tsx';

interface RelationRow extends EdgeAttributes {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly typeWords: string;
  readonly speakerWords: string;
  /** Whose it is, while two views are compared. */
  readonly sideWords: string;
}

const COLUMNS: readonly DataColumn<RelationRow>[] = [
  { id: 'from', title: 'From', valueOf: (row) => row.from, isName: true },
  {
    id: 'type',
    title: 'Relation',
    valueOf: (row) => row.typeWords,
    show: (row) => (
      <>
        <span aria-hidden="true">{row.direction === 'both' ? '↔\u00a0' : '→\u00a0'}</span>
        {row.typeWords}
      </>
    ),
    isName: true,
  },
  { id: 'to', title: 'To', valueOf: (row) => row.to, isName: true },
  { id: 'labels', title: 'Labels', valueOf: (row) => row.labels.join(', ') },
  { id: 'claims', title: 'Claims', valueOf: (row) => row.claims, isNumber: true },
  { id: 'origins', title: 'Origins', valueOf: (row) => row.origins, isNumber: true },
  { id: 'speakers', title: 'Speakers', valueOf: (row) => row.speakerWords },
  {
    id: 'stance',
    title: 'Stance',
    valueOf: (row) => row.stance,
    show: (row) => <StanceWord stance={row.stance} />,
  },
  {
    id: 'disputed',
    title: 'Disputed',
    valueOf: (row) => row.disputed,
    show: (row) => row.disputed && <DisputedMark />,
  },
  {
    id: 'first',
    title: 'First',
    valueOf: (row) => row.firstOn,
    show: (row) => row.firstOn !== null && toDateWords(row.firstOn),
  },
  {
    id: 'last',
    title: 'Last',
    valueOf: (row) => row.lastOn,
    show: (row) => row.lastOn !== null && toDateWords(row.lastOn),
  },
];

const SIDE_COLUMN: DataColumn<RelationRow> = {
  id: 'side',
  title: 'Whose',
  valueOf: (row) => row.sideWords,
  show: (row) => (
    <span className="side-words">
      {row.side && <SideSample side={row.side} />}
      {row.sideWords}
    </span>
  ),
};
const COMPARED_COLUMNS = [...COLUMNS.slice(0, 3), SIDE_COLUMN, ...COLUMNS.slice(3)];

/** The edges of the network as a table; choosing a row selects its pair with the relation in front. */
export function RelationsTable({ loaded }: { readonly loaded: LoadedNetwork }) {
  const change = useChangePage();
  const selection = usePage((state) => state.page.selection);
  const names = usePage((state) => state.names);
  const { graph, vocabulary, compared } = loaded;
  const rows = useMemo(() => {
    const { by, a, b } = compared?.comparison ?? NO_COMPARISON;
    const [one, other] = [toViewWords(by, a, names), toViewWords(by, b, names)];
    return graph.mapEdges((id, edge, source, target): RelationRow => ({
      ...edge,
      id,
      source,
      target,
      from: names.get(source) ?? source,
      to: names.get(target) ?? target,
      typeWords: toTypeWords(vocabulary, edge.type, 'out'),
      speakerWords: toSpeakersWords(
        edge.speakers.map((speaker) => (speaker === null ? null : (names.get(speaker) ?? speaker))),
      ),
      sideWords: edge.side === undefined ? '' : toSideWords(edge.side, one, other),
    }));
  }, [graph, vocabulary, compared, names]);
  const selected = new Set(
    selection.kind !== 'pair'
      ? []
      : selection.relation !== null
        ? [selection.relation]
        : rows
            .filter(
              ({ source, target }) => [source, target].sort().join() === [selection.a, selection.b].join(),
            )
            .map(({ id }) => id),
  );
  const onChoose = (row: RelationRow | null): void =>
    change((page) =>
      withSelection(
        page,
        row === null
          ? NOTHING
          : toPairSelection(row.source as ActorId, row.target as ActorId, row.id as RelationId),
      ),
    );
  return (
    <DataTable
      label="Relations"
      columns={compared === null ? COLUMNS : COMPARED_COLUMNS}
      rows={rows}
      selected={selected}
      onChoose={onChoose}
    />
  );
}
