import type { Insertable, Selectable } from 'kysely';
import type { Actor } from '../../graph-data/model/actor.ts';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { DerivedFrom, DocumentSummary, StoredDocument } from '../../graph-data/model/document.ts';
import type { ActorId, RelationTypeId } from '../../graph-data/model/ids.ts';
import type { RelationType } from '../../graph-data/model/vocabulary.ts';
import type { Tables } from './tables.ts';

type ClaimRow = Omit<Selectable<Tables['claims']>, 'number'>;
type DocumentRow = Omit<Selectable<Tables['documents']>, 'number'>;

/** A claim as the store keeps it: via as JSON, the evidence in columns of their own. */
export function toClaimRow(claim: Claim): ClaimRow {
  const { evidence } = claim;
  return {
    id: claim.id,
    subject: claim.subject,
    type: claim.type,
    object: claim.object,
    label: claim.label,
    stance: claim.stance,
    modality: claim.modality,
    speaker: claim.speaker,
    via: JSON.stringify(claim.via),
    document: claim.document,
    start: evidence.start,
    end: evidence.end,
    quote: evidence.exact,
    prefix: evidence.prefix,
    suffix: evidence.suffix,
    sentence: evidence.sentence,
    sentence_start: evidence.sentenceStart,
    basis: evidence.basis,
    said_on: claim.saidOn,
    happened_on: claim.happenedOn,
    status: claim.status,
    method: claim.method,
    certainty: claim.certainty,
    reason: claim.reason,
    reviewed_by: claim.reviewedBy,
    reviewed_at: claim.reviewedAt,
    origin: claim.origin,
  };
}

/** The inverse of {@link toClaimRow}. */
export function toClaim(row: ClaimRow): Claim {
  return {
    id: row.id,
    subject: row.subject,
    type: row.type,
    object: row.object,
    label: row.label,
    stance: row.stance,
    modality: row.modality,
    speaker: row.speaker,
    via: JSON.parse(row.via) as ActorId[],
    document: row.document,
    evidence: {
      basis: row.basis,
      start: row.start,
      end: row.end,
      exact: row.quote,
      prefix: row.prefix,
      suffix: row.suffix,
      sentence: row.sentence,
      sentenceStart: row.sentence_start,
    },
    saidOn: row.said_on,
    happenedOn: row.happened_on,
    status: row.status,
    method: row.method,
    certainty: row.certainty,
    reason: row.reason,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    origin: row.origin,
  };
}

/** @param sha256 of the document's text; null where that is not here */
export function toDocumentRow(document: StoredDocument, sha256: string | null): DocumentRow {
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    publisher: document.publisher,
    author: document.author ?? null,
    url: document.url ?? null,
    language: document.language,
    published_at: document.publishedAt ?? null,
    licence: document.licence,
    derived_from: document.derivedFrom === undefined ? null : JSON.stringify(document.derivedFrom),
    text: document.text,
    sha256,
  };
}

/** The inverse of {@link toDocumentRow}, the text aside. */
export function toDocumentSummary(row: Omit<DocumentRow, 'text' | 'sha256'>): DocumentSummary {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    publisher: row.publisher,
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.url === null ? {} : { url: row.url }),
    language: row.language,
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    licence: row.licence,
    ...(row.derived_from === null ? {} : { derivedFrom: JSON.parse(row.derived_from) as DerivedFrom }),
  };
}

/** An actor without its aliases, which have a table of their own. */
export function toActorRow(actor: Actor): Insertable<Tables['actors']> {
  const { id, name, kind, wikidata = null, mergedInto = null } = actor;
  return { id, name, kind, wikidata, merged_into: mergedInto };
}

/** A row for each alias, numbered from 0. */
export function toAliasRows({ id, aliases }: Actor): Insertable<Tables['aliases']>[] {
  return aliases.map((name, position) => ({ actor: id, position, name }));
}

/** @param aliases in the order the actor has them */
export function toActor(row: Selectable<Tables['actors']>, aliases: string[]): Actor {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases,
    ...(row.wikidata === null ? {} : { wikidata: row.wikidata }),
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
  };
}

/** @param position the type's place in the vocabulary, from 0 */
export function toRelationTypeRow(
  type: RelationType,
  position: number,
): Insertable<Tables['relation_types']> {
  return {
    position,
    id: type.id,
    group: type.group,
    label: type.label,
    inverse: type.inverse,
    stance: type.stance,
    mutual: type.mutual ? 1 : 0,
    opposites: JSON.stringify(type.opposites),
    plover: type.plover ?? null,
  };
}

/** The inverse of {@link toRelationTypeRow}. */
export function toRelationType(row: Selectable<Tables['relation_types']>): RelationType {
  return {
    id: row.id,
    group: row.group,
    label: row.label,
    inverse: row.inverse,
    stance: row.stance,
    mutual: row.mutual === 1,
    opposites: JSON.parse(row.opposites) as RelationTypeId[],
    ...(row.plover === null ? {} : { plover: row.plover }),
  };
}
