import type { DatabaseSync } from 'node:sqlite';
import type { DocumentId } from '../../graph-data/model/ids.ts';
import type { Likeness } from './store.ts';

/** Questions not answered yet, by actor, then other. One about an actor that is merged has its answer. */
export function readLikenesses(database: DatabaseSync, document?: DocumentId): Likeness[] {
  return database
    .prepare(
      `select likeness.actor, likeness.other, likeness.document, likeness.reason
      from actor_likenesses as likeness
        join actors as one on one.id = likeness.actor
        join actors as two on two.id = likeness.other
      where likeness.verdict = 'open' and one.merged_into is null and two.merged_into is null
        and (?1 is null or likeness.document = ?1)
      order by likeness.actor, likeness.other`,
    )
    .all(document ?? null) as unknown as Likeness[];
}
