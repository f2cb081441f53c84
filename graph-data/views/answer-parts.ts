import type {
  ActorRef,
  ActorSummary,
  ClaimAnswer,
  DocumentRef,
  DocumentSummaryAnswer,
  Meta,
  RelationTypeRow,
} from '../contract/answers.ts';
import type { Pair } from '../contract/questions.ts';
import type { Claim, Status } from '../model/claim.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { ActorId } from '../model/ids.ts';
import type { RelationType } from '../model/vocabulary.ts';
import { relationIdOf } from '../model/ids.ts';
import { OWN_VOICE } from '../network/claim-table.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { getActor, getDocument, getRelationId, getRelationType } from '../network/network.ts';
import { summariseRelation } from '../network/relation-summary.ts';

/** An actor as every answer names it. */
export function toActorRef(network: Network, index: number): ActorRef {
  const { id, name, kind } = getActor(network, index);
  return { id, label: name, kind };
}

/** The actor an id is read as: itself, or the one it was merged into. */
function refOf(network: Network, id: ActorId): ActorRef {
  return toActorRef(network, network.actorIndex.get(id) ?? -1);
}

export function toActorSummary(network: Network, selection: Selection, index: number): ActorSummary {
  return {
    ...toActorRef(network, index),
    aliases: getActor(network, index).aliases,
    claims: selection.actorClaims[index] ?? 0,
    spoken: selection.actorSpoken[index] ?? 0,
  };
}

export function toDocumentRef(document: DocumentSummary): DocumentRef {
  const { derivedFrom } = document;
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    publisher: document.publisher,
    url: document.url ?? null,
    publishedAt: document.publishedAt ?? null,
    derivedFrom:
      derivedFrom === undefined
        ? null
        : {
            title: derivedFrom.title,
            publisher: derivedFrom.publisher ?? null,
            url: derivedFrom.url ?? null,
            publishedAt: derivedFrom.publishedAt ?? null,
            sha256: derivedFrom.sha256 ?? null,
          },
  };
}

/** @param counts claims of it, by status */
export function toDocumentSummary(
  document: DocumentSummary,
  counts: Readonly<Record<Status, number>>,
): DocumentSummaryAnswer {
  return {
    ...toDocumentRef(document),
    author: document.author ?? null,
    language: document.language,
    licence: document.licence,
    claims: counts.accepted,
    proposals: counts.proposed,
    rejected: counts.rejected,
  };
}

/** A claim on the wire; actors are read through what they were merged into. */
export function toClaimAnswer(network: Network, claim: Claim): ClaimAnswer {
  const subject = refOf(network, claim.subject);
  const object = refOf(network, claim.object);
  const isMutual = network.vocabulary.byId.get(claim.type)?.mutual === true;
  return {
    id: claim.id,
    relation: relationIdOf(subject.id as ActorId, claim.type, object.id as ActorId, isMutual),
    subject,
    object,
    speaker: claim.speaker === null ? null : refOf(network, claim.speaker),
    via: claim.via.map((id) => refOf(network, id)),
    type: claim.type,
    label: claim.label,
    stance: claim.stance,
    modality: claim.modality,
    saidOn: claim.saidOn,
    happenedOn: claim.happenedOn,
    status: claim.status,
    method: claim.method,
    certainty: claim.certainty,
    reason: claim.reason,
    reviewedBy: claim.reviewedBy,
    reviewedAt: claim.reviewedAt,
    origin: claim.origin,
    document: toDocumentRef(getDocument(network, network.documentIndex.get(claim.document) ?? -1)),
    evidence: claim.evidence,
  };
}

/** What a relation's claims say together, as every answer that names a relation writes it. */
export function toRelationFields(network: Network, selection: Selection, relation: number) {
  const { isDisputed, speakers, ...summary } = summariseRelation(network, selection, relation);
  const type = getRelationType(network, relation);
  return {
    id: getRelationId(network, relation),
    type: type.id,
    typeLabel: type.label,
    labels: [...summary.labels],
    claims: summary.claims,
    origins: summary.origins,
    speakers: speakers.map((speaker) => (speaker === OWN_VOICE ? null : toActorRef(network, speaker))),
    stance: summary.stance,
    stances: summary.stances,
    modalities: summary.modalities,
    firstOn: summary.firstOn,
    lastOn: summary.lastOn,
    disputed: isDisputed,
  };
}

export function toRelationTypeRow(type: RelationType): RelationTypeRow {
  return { ...type, plover: type.plover ?? null };
}

/** Two actors that claims are about; @param isMutual whether none of them has a direction, or they have both */
export function toPair(network: Network, subject: number, object: number, isMutual: boolean): Pair {
  return {
    subject: toActorRef(network, subject),
    object: toActorRef(network, object),
    direction: isMutual ? 'both' : 'out',
  };
}

/** "N of M, cut by …" for an answer that shows `shown` of what the lens leaves. */
export function toMeta(
  network: Network,
  selection: Selection,
  shown: Counts,
  cuts: readonly string[] = [],
): Meta {
  return {
    version: network.version,
    shown,
    total: selection.total,
    cutBy: [...selection.cutBy, ...cuts],
  };
}

/** {@link toMeta} of an answer in which every actor can be found, also one that only claims with other statuses name. */
export function toMetaOfAllActors(
  network: Network,
  selection: Selection,
  shown: Counts,
  cuts: readonly string[],
): Meta {
  const meta = toMeta(network, selection, shown, cuts);
  const actors = network.actors.filter(({ mergedInto }) => mergedInto === undefined).length;
  return { ...meta, total: { ...meta.total, actors } };
}
