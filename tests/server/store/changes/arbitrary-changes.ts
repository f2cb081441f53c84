import fc from 'fast-check';
import type { Actor } from '../../../../graph-data/model/actor.ts';
import type { Claim } from '../../../../graph-data/model/claim.ts';
import type { ActorId, ClaimId, DocumentId } from '../../../../graph-data/model/ids.ts';
import { claimIdOf } from '../../../../graph-data/model/ids.ts';
import { toEvidence, toLooseEvidence } from '../../../../graph-data/model/text.ts';
import type { ClaimValues, NewClaim } from '../../../../server/store/dataset-changes.ts';
import { sha256Hex } from '../../../../server/store/sha256-hex.ts';
import type { StoreTransactor } from '../../../../server/store/store.ts';

/** Something to do to a store: numbers and words that are made to fit what is there when it is done. */
export interface AnyChange {
  readonly kind: (typeof KINDS)[number];
  readonly picks: readonly number[];
}

const KINDS = [
  ...(['ingest', 'ingest', 'add-claim', 'edit-claim', 'edit-claim', 'decide', 'retract', 'merge'] as const),
  ...(['split', 'edit-actor', 'distinct', 'import', 'import', 'undo', 'undo', 'undo-named', 'redo'] as const),
] as const;

export const anyChange: fc.Arbitrary<AnyChange> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
});

const TYPES = ['trusts', 'doubts', 'meets'];
const POOL = ['ana-weiss', 'bo', 'cy-corp', 'the-bo', 'new-dee', 'new-eve', 'new-fay'];
const TEXTS = [
  'Dee met Eve. Fay doubts all of them, and Bo trusts Dee for what she said in the hall of the old town.',
  'Ana says that Bo trusts Dee for what she said in the hall of the old town. Cy met nobody.',
];

/** Does a change, or throws OnrecordError where it does not fit what is there. */
export async function doChange(
  transactor: StoreTransactor,
  { kind, picks }: AnyChange,
  at: string,
): Promise<void> {
  const stamp = { author: 'someone', at };
  let next = 0;
  const pick = <T>(from: readonly T[]): T | undefined =>
    from[(picks[next++ % picks.length] ?? 0) % from.length];
  const actor = (): ActorId => (pick(POOL) ?? 'bo') as ActorId;
  const isHere = new Set((await transactor.readImportBasis()).actors.map(({ id }) => id));
  const toActors = (ids: readonly (ActorId | null)[]): Actor[] =>
    [...new Set(ids)].flatMap((id) => (id === null || isHere.has(id) ? [] : [toActor(id, picks[0] ?? 0)]));
  const documents = (await transactor.readImportBasis()).documents.map(({ id }) => id);
  const claims = async (): Promise<Claim[]> =>
    (await Promise.all(documents.map((id) => transactor.findClaimsOfDocument(id)))).flat();
  const values = (): Pick<ClaimValues, 'subject' | 'type' | 'object' | 'speaker' | 'via'> => ({
    subject: actor(),
    type: pick(TYPES) as Claim['type'],
    object: actor(),
    speaker: pick([null, null, actor()]) ?? null,
    via: pick([[], [], [actor()]]) ?? [],
  });
  const claimIn = (document: DocumentId, text: string): NewClaim => {
    const start = (pick([0, 4, 13, 20]) ?? 0) % (text.length - 3);
    return {
      ...values(),
      document,
      label: pick(['met', 'trusts', 'odd words']) ?? '',
      ...({
        stance: 'neutral',
        modality: 'asserted',
        method: 'rules@1',
        certainty: 0.3,
        reason: 'r',
      } as const),
      evidence: toEvidence(text, start, start + 3),
      ...{ saidOn: null, happenedOn: null, status: pick(['proposed', 'accepted'] as const) ?? 'proposed' },
      ...{ reviewedBy: null, reviewedAt: null },
    };
  };
  const named = (claim: Pick<Claim, 'subject' | 'object' | 'speaker' | 'via'>): (ActorId | null)[] => [
    ...[claim.subject, claim.object, claim.speaker, ...claim.via],
  ];

  switch (kind) {
    case 'ingest': {
      const number = (picks[11] ?? 0) % 3;
      const id = `report-${number}` as DocumentId;
      const text = TEXTS[number % 2] ?? '';
      const added = Array.from({ length: 3 }, () => claimIn(id, text));
      const likeness = { actor: actor(), other: actor(), reason: 'alike' };
      const actors = toActors([...added.flatMap(named), likeness.actor, likeness.other]);
      const document = {
        id,
        kind: 'report',
        title: `Report ${number}`,
        publisher: 'P',
        language: 'en',
      } as const;
      await transactor.addDocument(
        { actors, document: { ...document, licence: 'free', text }, claims: added, likenesses: [likeness] },
        stamp,
      );
      return;
    }
    case 'add-claim': {
      const document = pick(documents) ?? ('' as DocumentId);
      const text = (await transactor.findDocument(document))?.text ?? 'No text is here at all.';
      const { reviewedBy: _by, reviewedAt: _at, ...claim } = claimIn(document, text);
      await transactor.addClaim({ actors: toActors(named(claim)), claim }, stamp);
      return;
    }
    case 'edit-claim': {
      const claim = pick(await claims());
      if (claim === undefined) return;
      const edit = pick<Partial<ClaimValues>>([
        { ...values(), via: claim.via },
        { label: 'other words' },
        { status: 'rejected', speaker: actor() },
        { via: [actor()] },
      ]);
      const edited = { ...claim, ...edit };
      await transactor.editClaim(claim.id, { actors: toActors(named(edited)), values: edit ?? {} }, stamp);
      return;
    }
    case 'decide': {
      const all = await claims();
      const decisions = Array.from({ length: 3 }, () => ({
        claim: pick(all)?.id ?? ('' as ClaimId),
        status: pick(['proposed', 'accepted', 'rejected'] as const) ?? 'proposed',
      }));
      await transactor.decide(decisions, stamp);
      return;
    }
    case 'retract':
      await transactor.retractDocument(pick(documents) ?? ('' as DocumentId), stamp);
      return;
    case 'merge':
      await transactor.mergeActor(actor(), actor(), stamp);
      return;
    case 'split':
      await transactor.splitActor(actor(), stamp);
      return;
    case 'edit-actor':
      await transactor.editActor(
        actor(),
        { name: pick(['One', 'Two', 'Three']), aliases: pick([[], ['Two', 'One'], ['Uno']]) },
        stamp,
      );
      return;
    case 'distinct':
      await transactor.markDistinct(actor(), actor(), stamp);
      return;
    case 'import': {
      const number = (picks[10] ?? 0) % 2;
      const id = `table-${number}` as DocumentId;
      const rows = Array.from({ length: 2 }, () =>
        toRow(values(), id, pick(['a b c d e f', 'a b c d e f g', 'x']) ?? ''),
      );
      const document = {
        id,
        kind: 'report',
        title: `Table ${number}`,
        publisher: 'P',
        language: 'en',
      } as const;
      await transactor.addImport(
        {
          actors: toActors(rows.flatMap(named)),
          documents: documents.includes(id) ? [] : [{ ...document, licence: 'free', text: null }],
          claims: rows,
        },
        { ...stamp, file: 'table.csv' },
      );
      return;
    }
    case 'undo':
      await transactor.undo({ withDependents: (picks[1] ?? 0) % 2 === 0 }, stamp);
      return;
    case 'undo-named':
    case 'redo': {
      const entries = (await transactor.readLedger(100)).filter(
        (entry) => entry.undoable && (kind === 'undo-named' || entry.kind === 'undo'),
      );
      await transactor.undo(
        { seq: pick(entries)?.seq ?? 0, withDependents: (picks[1] ?? 0) % 2 === 0 },
        stamp,
      );
    }
  }
}

function toActor(id: ActorId, number: number): Actor {
  return { id, name: `${id} ${number % 2}`, kind: 'person', aliases: number % 3 === 0 ? [`Old ${id}`] : [] };
}

function toRow(
  values: Pick<ClaimValues, 'subject' | 'type' | 'object' | 'speaker' | 'via'>,
  document: DocumentId,
  quote: string,
): NewClaim & { readonly id: ClaimId } {
  return {
    ...values,
    id: claimIdOf({ ...values, document, start: null, end: null, quote }, sha256Hex),
    ...{ document, label: 'said', stance: 'neutral', modality: 'asserted', method: 'import', certainty: 1 },
    ...{ reason: '', evidence: toLooseEvidence('quote', quote), saidOn: null, happenedOn: null },
    ...{ status: 'accepted', reviewedBy: null, reviewedAt: null },
  };
}
