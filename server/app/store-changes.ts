import type { Changes } from '../api/changes.ts';
import type { ChangeAnswer, ClaimChange } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { ActorId, ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import { viewClaim } from '../../graph-data/views/claims-view.ts';
import { viewMerge } from '../../graph-data/views/merge-view.ts';
import { toActorRef } from '../../graph-data/views/answer-parts.ts';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import { getActorIndex } from '../../graph-data/views/view-context.ts';
import { importTable } from '../extract/import-table.ts';
import type { Change } from '../store/dataset-changes.ts';
import type { LedgerStamp } from '../store/ledger-stamp.ts';
import type { Store, StoreTransactor } from '../store/store.ts';
import { addStatedClaim, editStatedClaim } from './claim-changes.ts';
import type { ContextHolder } from './context-holder.ts';

/** Changes to a store that is being served: each is answered once its version is. */
export function createStoreChanges(
  store: Store,
  contexts: Pick<ContextHolder, 'find' | 'serve'>,
  now: () => Date,
): Changes {
  const stamp = (author: string): LedgerStamp => ({ author, at: now().toISOString() });
  const context = (): ViewContext => {
    const found = contexts.find('all');
    if (found === undefined) throw new OnrecordError('not-ready', 'the server stops');
    return found;
  };
  async function change<T extends Change>(make: (transactor: StoreTransactor) => Promise<T>): Promise<T> {
    const made = await store.transact(make);
    await contexts.serve(made.version);
    return made;
  }
  const toAnswer = ({ counts: changed, seq, version }: Change): ChangeAnswer => ({ changed, seq, version });
  const toClaimChange = async (
    made: Change & { readonly claim: { readonly id: ClaimId } },
  ): Promise<ClaimChange> => ({
    claim: await viewClaim(context(), made.claim.id),
    seq: made.seq,
    version: made.version,
  });
  return {
    async importTable(bytes, request, author) {
      const report = await importTable(store, bytes, { ...request, stamp: stamp(author) });
      if (report.seq !== null) await contexts.serve(report.version);
      return report;
    },
    addClaim: async (body, author) =>
      toClaimChange(await change((transactor) => addStatedClaim(transactor, body, stamp(author)))),
    editClaim: async (id, patch, readAt, author) =>
      toClaimChange(
        await change((transactor) =>
          editStatedClaim(transactor, id as ClaimId, { patch, readAt }, stamp(author)),
        ),
      ),
    async decide({ decisions }, author) {
      const wanted = decisions.map(({ claim, status }) => ({ claim: claim as ClaimId, status }));
      const made = await change((transactor) => transactor.decide(wanted, stamp(author)));
      const { unchanged, seq, version } = made;
      return { changed: made.counts.claims, unchanged, seq, version };
    },
    retractDocument: async (id, author) =>
      toAnswer(await change((transactor) => transactor.retractDocument(id as DocumentId, stamp(author)))),
    editActor: async (id, patch, author) =>
      toAnswer(await change((transactor) => transactor.editActor(id as ActorId, patch, stamp(author)))),
    async mergeActor(id, { into, dryRun }, author) {
      const before = context();
      const from = getActorIndex(before.network, id);
      const target = before.network.actorIndex.get(into as ActorId);
      if (target === undefined) throw noActor(into);
      if (from === target || before.network.actors[from]?.id !== id) throw alreadyOne(id, into);
      const preview = viewMerge(before, from, target);
      if (dryRun) return { ...preview, seq: null, version: before.network.version };
      const made = await change((transactor) =>
        transactor.mergeActor(id as ActorId, into as ActorId, stamp(author)),
      );
      const { network } = context();
      const actor = toActorRef(network, network.actorIndex.get(made.into) ?? target);
      return { ...preview, actor, seq: made.seq, version: made.version };
    },
    splitActor: async (id, author) =>
      toAnswer(await change((transactor) => transactor.splitActor(id as ActorId, stamp(author)))),
    markDistinct: async (id, from, author) =>
      toAnswer(
        await change((transactor) => transactor.markDistinct(id as ActorId, from as ActorId, stamp(author))),
      ),
    async undo({ seq, withDependents }, author) {
      const made = await store.transact((transactor) =>
        transactor.undo({ seq, withDependents }, stamp(author)),
      );
      await contexts.serve(made.version);
      return { undone: [...made.undone], seq: made.seq, changed: made.counts, version: made.version };
    },
    readLedger: (limit, before) => store.reader.readLedger(limit, before),
    readReviewLog: () => store.reader.readReviewLog(),
    async readLikenesses(document) {
      const { network } = context();
      if (document !== undefined && !network.documentIndex.has(document as DocumentId))
        throw noDocument(document);
      const found = await store.reader.readLikenesses(document as DocumentId | undefined);
      const known = contexts.find('all')?.network ?? network;
      return {
        items: found.flatMap(({ actor, other, document: of, reason }) => {
          const [a, b] = [known.actorIndex.get(actor), known.actorIndex.get(other)];
          // A document may have come or gone since the network was loaded.
          if (a === undefined || b === undefined) return [];
          return [{ actor: toActorRef(known, a), other: toActorRef(known, b), document: of, reason }];
        }),
      };
    },
  };
}

function noActor(id: string): OnrecordError {
  const detail = `no actor ${show(id)}`;
  return new OnrecordError('unknown-value', detail, [{ pointer: '/body/into', detail }]);
}

function alreadyOne(id: string, into: string): OnrecordError {
  const detail = `${show(id)} and ${show(into)} are read as one already, or ${show(id)} as another: split it first`;
  return new OnrecordError('conflict', detail, [{ pointer: '/body/into', detail }]);
}

function noDocument(id: string): OnrecordError {
  const detail = `no document ${show(id)}`;
  return new OnrecordError('unknown-value', detail, [{ pointer: '/query/document', detail }]);
}

function show(id: string): string {
  return JSON.stringify(id.slice(0, 80));
}
