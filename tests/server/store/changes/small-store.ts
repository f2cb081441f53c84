import type { Actor } from '../../../../graph-data/model/actor.ts';
import type { StoredDocument } from '../../../../graph-data/model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../../../../graph-data/model/ids.ts';
import { toEvidence } from '../../../../graph-data/model/text.ts';
import type { NewClaim, NewDocument } from '../../../../server/store/dataset-changes.ts';
import type { Store, StoreTransactor } from '../../../../server/store/store.ts';
import { parseSmallDataset } from '../../../graph-data/formats/dataset/small-dataset.ts';
import { hashStoreState } from '../store-state.ts';
import { makeTemporaryFolder, openTemporaryStore } from '../temporary-store.ts';

export const BY_ADA = { author: 'ada', at: '2026-01-02T03:04:05.000Z' } as const;

export interface SmallStore {
  readonly store: Store;
  readonly dataDir: string;
  /** One change, as Ada makes it. */
  readonly change: <T>(make: (transactor: StoreTransactor) => Promise<T>) => Promise<T>;
  /** What {@link hashStoreState} gives at the moment. */
  readonly state: () => string;
}

/** A store of the small dataset. */
export async function openSmallStore(): Promise<SmallStore> {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  await store.transact((transactor) =>
    transactor.loadDataset(parseSmallDataset(), { ...BY_ADA, source: 'own' }),
  );
  return { store, dataDir, change: (make) => store.transact(make), state: () => hashStoreState(dataDir) };
}

export const REPORT_TEXT =
  'Zenobia Quill met Bo on the quay. Bo trusts Zenobia Quill, said nobody but her own sister.';
export const REPORT: StoredDocument = {
  id: 'quay-report' as DocumentId,
  kind: 'report',
  title: 'The quay affair',
  publisher: 'Harbour Post',
  url: 'https://example.org/quay',
  language: 'en',
  licence: 'all rights reserved',
  text: REPORT_TEXT,
};
export const ZENOBIA: Actor = {
  id: 'zenobia-quill' as ActorId,
  name: 'Zenobia Quill',
  kind: 'person',
  aliases: ['Quill'],
};

/** A claim that stands on a quote of the report, proposed unless said. */
export function claimOf(
  quote: string,
  [subject, type, object]: readonly [string, string, string],
  more: Partial<NewClaim> = {},
): NewClaim {
  const start = REPORT_TEXT.indexOf(quote);
  return {
    subject: subject as ActorId,
    type: type as RelationTypeId,
    object: object as ActorId,
    ...{ label: 'met', stance: 'neutral', modality: 'asserted', speaker: null, via: [] },
    ...{ document: REPORT.id, evidence: toEvidence(REPORT_TEXT, start, start + quote.length) },
    ...{ saidOn: null, happenedOn: null, status: 'proposed', method: 'rules@1', certainty: 0.7 },
    ...{ reason: 'met', reviewedBy: null, reviewedAt: null },
    ...more,
  };
}

/** The report, with its two claims, its new actor, and the question whether she is Ana. */
export const ADDITION: NewDocument = {
  actors: [ZENOBIA],
  document: REPORT,
  claims: [
    claimOf('Zenobia Quill met Bo', ['zenobia-quill', 'meets', 'bo']),
    claimOf('Bo trusts Zenobia Quill', ['bo', 'trusts', 'zenobia-quill'], { label: 'trusts' }),
  ],
  likenesses: [{ actor: ZENOBIA.id, other: 'ana-weiss' as ActorId, reason: 'both met Bo' }],
};

/** The small store with the report added. */
export async function openWithReport(): Promise<SmallStore & { readonly claims: readonly ClaimId[] }> {
  const small = await openSmallStore();
  const { claims } = await small.change((transactor) => transactor.addDocument(ADDITION, BY_ADA));
  return { ...small, claims };
}
