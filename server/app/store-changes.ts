import type { Changes } from '../api/change-router.ts';
import { importTable } from '../extract/import-table.ts';
import type { Store } from '../store/store.ts';
import type { ContextHolder } from './context-holder.ts';

/** Changes to a store that is being served. On a loopback address whoever asks is the operator. */
export function createStoreChanges(
  store: Store,
  context: Pick<ContextHolder, 'reload'>,
  now: () => Date,
): Changes {
  const stamp = () => ({ author: 'operator', at: now().toISOString() });
  return {
    async importTable(bytes, request) {
      const report = await importTable(store, bytes, { ...request, stamp: stamp() });
      if (report.seq !== null) await context.reload();
      return report;
    },
    async undo(seq) {
      const { undone, counts: removed, ...rest } = await store.transact((transactor) =>
        transactor.undo({ seq }, stamp()),
      );
      await context.reload();
      return { ...rest, undone: undone[0] ?? 0, removed };
    },
    readLedger: (limit, before) => store.reader.readLedger(limit, before),
  };
}
