import { useMemo } from 'react';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { NOTHING, toActorSelection } from '../../state/selection.ts';
import { useChangePage, usePage } from '../page-context.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { ACTOR_COLUMN } from './actor-column.tsx';
import type { DataColumn } from './data-table.tsx';
import { DataTable } from './data-table.tsx';

interface ActorRow {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly claims: number;
  readonly spoken: number;
  readonly relations: number;
}

const COLUMNS: readonly DataColumn<ActorRow>[] = [
  ACTOR_COLUMN,
  { id: 'kind', title: 'Kind', valueOf: (row) => KIND_WORDS[row.kind].one },
  { id: 'claims', title: 'Claims about it', valueOf: (row) => row.claims, isNumber: true },
  { id: 'spoken', title: 'Claims said by it', valueOf: (row) => row.spoken, isNumber: true },
  { id: 'relations', title: 'Relations', valueOf: (row) => row.relations, isNumber: true },
];

/** The nodes of the network as a table; choosing a row selects its actor. */
export function ActorsTable({ loaded }: { readonly loaded: LoadedNetwork }) {
  const change = useChangePage();
  const selection = usePage((state) => state.page.selection);
  const { graph } = loaded;
  const rows = useMemo(
    () =>
      graph.mapNodes((id, { label, kind, claims, spoken }): ActorRow => ({
        id,
        label,
        kind,
        claims,
        spoken,
        relations: graph.degree(id),
      })),
    [graph],
  );
  const selected = new Set<string>(selection.kind === 'actor' ? [selection.actor] : []);
  return (
    <DataTable
      label="Actors"
      columns={COLUMNS}
      rows={rows}
      selected={selected}
      onChoose={(row) =>
        change((page) => withSelection(page, row === null ? NOTHING : toActorSelection(row.id as ActorId)))
      }
    />
  );
}
