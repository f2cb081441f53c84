import type { Generated } from 'kysely';
import type { ActorKind } from '../../graph-data/model/actor.ts';
import type { EvidenceBasis, Status } from '../../graph-data/model/claim.ts';
import type { DocumentKind } from '../../graph-data/model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../../graph-data/model/ids.ts';
import type { Modality, RelationType, Stance } from '../../graph-data/model/vocabulary.ts';

/** The tables as SQLite keeps them: truth values are 0 and 1, lists and maps JSON. Their rules are in the migrations. What the
 * program itself wrote is taken at its word: checks and foreign keys keep it right. */
export interface Tables {
  ledger: {
    /** The dataset's version. */
    seq: Generated<number>;
    at: string;
    author: string;
    kind: string;
    payload: string;
  };
  relation_types: {
    /** The order types are shown in. */
    position: number;
    id: RelationTypeId;
    group: RelationType['group'];
    label: string;
    inverse: string;
    stance: Stance;
    mutual: number;
    opposites: string;
    plover: string | null;
  };
  actors: {
    id: ActorId;
    name: string;
    kind: ActorKind;
    wikidata: string | null;
    merged_into: ActorId | null;
  };
  aliases: { actor: ActorId; position: number; name: string };
  documents: {
    number: Generated<number>;
    id: DocumentId;
    kind: DocumentKind;
    title: string;
    publisher: string;
    author: string | null;
    url: string | null;
    language: string;
    published_at: string | null;
    licence: string;
    derived_from: string | null;
    /** Null where only quotes of it are here; its hash likewise. */
    text: string | null;
    sha256: string | null;
  };
  claims: {
    number: Generated<number>;
    id: ClaimId;
    subject: ActorId;
    type: RelationTypeId;
    object: ActorId;
    label: string;
    stance: Stance;
    modality: Modality;
    speaker: ActorId | null;
    via: string;
    document: DocumentId;
    /** These two and `sentence_start` are null unless the basis is `text`. */
    start: number | null;
    end: number | null;
    quote: string;
    prefix: string;
    suffix: string;
    sentence: string;
    sentence_start: number | null;
    basis: EvidenceBasis;
    said_on: string | null;
    happened_on: string | null;
    status: Status;
    method: string;
    certainty: number;
    reason: string;
    origin: ClaimId;
    reviewed_by: string | null;
    reviewed_at: string | null;
  };
  /** "Are these one?" `verdict` is open until someone says `distinct`. */
  actor_likenesses: {
    actor: ActorId;
    other: ActorId;
    document: DocumentId | null;
    reason: string;
    verdict: 'open' | 'distinct';
  };
  /** Rows before and after each change but loads: JSON, null where a row was not there or is not there. */
  ledger_changes: {
    seq: number;
    position: number;
    table: string;
    key: string;
    before: string | null;
    after: string | null;
  };
  /** The highest number that rows of a table ever had. */
  last_numbers: { table: 'documents' | 'claims'; number: number };
  layouts: { version: number; actor: ActorId; x: number; y: number };
  /** Full-text indexes over the tables of the same name; `rowid` is their `number`. */
  claims_text: { rowid: number; rank: number };
  documents_text: { rowid: number; rank: number };
}
