import type { ActorChoice, ClaimBody, ClaimPatch } from '../../graph-data/contract/writes.ts';
import { toFreeId } from '../../graph-data/formats/csv/free-id.ts';
import type { Actor } from '../../graph-data/model/actor.ts';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { FaultDetail } from '../../graph-data/model/errors.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../../graph-data/model/ids.ts';
import { toSlug } from '../../graph-data/model/ids.ts';
import { foldText, toEvidence } from '../../graph-data/model/text.ts';
import type { ImportBasis } from '../../graph-data/formats/csv/import-plan.ts';
import type { Change, ClaimValues } from '../store/dataset-changes.ts';
import { sha256Hex } from '../store/sha256-hex.ts';
import type { LedgerStamp } from '../store/ledger-stamp.ts';
import type { StoreTransactor } from '../store/store.ts';

type ChangedClaim = Change & { readonly claim: Claim };

/** The fields of a claim that a person states, some of them. */
type Stated = Partial<ClaimPatch>;

/**
 * Adds a claim that a person states on a stretch of a document's text. Throws OnrecordError `unknown-value` naming every
 * actor, type or document that is not here, and a quote that is not the text's words at its place.
 */
export async function addStatedClaim(
  transactor: StoreTransactor,
  body: ClaimBody,
  stamp: LedgerStamp,
): Promise<ChangedClaim> {
  const resolver = new Resolver(await transactor.readImportBasis());
  const { document: id, start, end, quote, ...stated } = body;
  const values = resolver.resolve(stated);
  const document = await transactor.findDocument(id as DocumentId);
  if (document === undefined) resolver.fault('document', `no document ${show(id)}`);
  else if (document.text === null) resolver.fault('document', `the text of ${show(id)} is not here`);
  else if (end > document.text.length) resolver.fault('end', `the text ends at ${document.text.length}`);
  else if (start >= end || document.text.slice(start, end) !== quote)
    resolver.fault(
      'quote',
      `the words at ${start} to ${end} are ${show(document.text.slice(start, Math.min(end, start + 200)))}`,
    );
  resolver.throwFaults();
  const claim = {
    ...(values as ClaimValues),
    document: id as DocumentId,
    evidence: toEvidence(document?.text ?? '', start, end),
    method: 'curated',
    certainty: 1,
    reason: `marked by ${stamp.author}`,
  };
  return transactor.addClaim({ actors: resolver.added, claim }, stamp);
}

/** Changes what a claim says. Throws OnrecordError `not-found`, `unknown-value` or `conflict`. */
export async function editStatedClaim(
  transactor: StoreTransactor,
  id: ClaimId,
  { patch, readAt }: { readonly patch: ClaimPatch; readonly readAt: number | undefined },
  stamp: LedgerStamp,
): Promise<ChangedClaim> {
  const resolver = new Resolver(await transactor.readImportBasis());
  const values = resolver.resolve(patch);
  const [claim] = await transactor.getClaims([id]);
  if (claim === undefined) {
    const detail = `no claim ${show(id)}`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
  }
  const { subject, object } = { ...claim, ...values };
  if (subject === object) resolver.fault('object', 'expected another actor than the subject');
  resolver.throwFaults();
  return transactor.editClaim(id, { actors: resolver.added, values, ifVersion: readAt }, stamp);
}

/** Finds the actors and types that a person names, adds actors by name and kind, and gathers what is not here. */
class Resolver {
  /** Actors that are new. */
  readonly added: Actor[] = [];
  readonly #faults: FaultDetail[] = [];
  readonly #known: ReadonlyMap<string, Actor>;
  readonly #basis: ImportBasis;

  constructor(basis: ImportBasis) {
    this.#basis = basis;
    this.#known = new Map(basis.actors.map((actor) => [actor.id, actor]));
  }

  fault(field: string, detail: string): void {
    this.#faults.push({ pointer: `/body/${field}`, detail });
  }

  throwFaults(): void {
    if (this.#faults.length === 0) return;
    throw new OnrecordError(
      'unknown-value',
      this.#faults.map(({ detail }) => detail).join('; '),
      this.#faults,
    );
  }

  resolve({ subject, object, speaker, via, type, ...plain }: Stated): Partial<ClaimValues> {
    if (type !== undefined && !this.#basis.vocabulary.byId.has(type as RelationTypeId))
      this.fault('type', `no type ${show(type)}`);
    const [from, to] = [this.#find('subject', subject), this.#find('object', object)];
    if (from !== undefined && from === to) this.fault('object', 'expected another actor than the subject');
    const values: Record<keyof ClaimValues, unknown> = {
      subject: from,
      object: to,
      type,
      speaker: speaker === null ? null : this.#find('speaker', speaker),
      via: via?.map((choice, at) => this.#find(`via/${at}`, choice)),
      label: plain.label,
      stance: plain.stance,
      modality: plain.modality,
      saidOn: plain.saidOn,
      happenedOn: plain.happenedOn,
      status: plain.status,
    };
    // What is not said stays as it is.
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  }

  #find(field: string, choice: ActorChoice | undefined): ActorId | undefined {
    if (choice === undefined) return undefined;
    if ('name' in choice) return this.#add(choice);
    if (this.#known.has(choice.id)) return choice.id as ActorId;
    this.fault(field, `no actor ${show(choice.id)}`);
    return undefined;
  }

  /** One named twice is one. */
  #add({ name, kind }: Extract<ActorChoice, { name: string }>): ActorId {
    const same = this.added.find((actor) => actor.name === name && actor.kind === kind);
    if (same !== undefined) return same.id;
    const slug = toSlug(name) || `actor-${sha256Hex(foldText(name)).slice(0, 8)}`;
    const taken = { has: (id: string) => this.#known.has(id) || this.added.some((actor) => actor.id === id) };
    const actor: Actor = { id: toFreeId(slug, taken) as ActorId, name, kind, aliases: [] };
    this.added.push(actor);
    return actor.id;
  }
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}
