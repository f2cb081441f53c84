import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import type { DataColumn } from './data-table.tsx';

/** The column that names a row's actor, with the mark of its kind. */
export const ACTOR_COLUMN: DataColumn<{ readonly label: string; readonly kind: ActorKind }> = {
  id: 'label',
  title: 'Actor',
  valueOf: (row) => row.label,
  show: (row) => (
    <span className="cell-actor">
      <ActorMark kind={row.kind} />
      {row.label}
    </span>
  ),
};
