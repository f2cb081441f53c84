import type { ClaimAnswer, RelationDetail } from '../../../graph-data/contract/answers.ts';
import type { PathAnswer } from '../../../graph-data/contract/questions-paths.ts';
import type {
  CaseActor,
  CaseClaim,
  CaseItem,
  CaseStep,
} from '../../../graph-data/formats/case-file/case-file.ts';
import { toCountWords } from '../words/count-words.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toTypeWords } from '../words/relation-words.ts';

/** What was looked at when something was pinned: the data's version and the lens in words. */
export interface PinnedUnder {
  readonly version: number;
  readonly lens: string;
}

/** A claim as something pinned. */
export function toClaimItem(claim: ClaimAnswer, vocabulary: Vocabulary, under: PinnedUnder): CaseItem {
  const words = toTypeWords(vocabulary, claim.type, 'out');
  const step = {
    ...toEnds(claim),
    words,
    modality: claim.modality,
    isDisputed: false,
    claims: [0],
    otherwise: [],
  };
  return {
    kind: 'claim',
    id: claim.id,
    note: '',
    facts: '',
    ...under,
    steps: [step],
    claims: [toCaseClaim(claim)],
  };
}

/** A relation with those of its claims that are shown. */
export function toRelationItem(
  relation: RelationDetail,
  claims: readonly ClaimAnswer[],
  vocabulary: Vocabulary,
  under: PinnedUnder,
): CaseItem {
  const counts = `${toCountWords(relation.claims, 'claim')}, ${toCountWords(relation.origins, 'origin')}`;
  const cut = claims.length < relation.claims ? `; ${claims.length} of them here` : '';
  const step: CaseStep = {
    ...toEnds(relation),
    words: toTypeWords(vocabulary, relation.type, 'out'),
    modality:
      claims.length > 0 && claims.every(({ modality }) => modality === 'denied') ? 'denied' : 'asserted',
    isDisputed: relation.disputed,
    claims: claims.map((_claim, place) => place),
    otherwise: [],
  };
  return {
    kind: 'relation',
    id: relation.id,
    note: '',
    facts: `${counts}${cut}; labelled ${relation.labels.join(', ')}`.slice(0, 500),
    ...under,
    steps: [step],
    claims: claims.map(toCaseClaim),
  };
}

/** A path with the sentences that stand for its steps. */
export function toPathItem(path: PathAnswer, all: readonly ClaimAnswer[], under: PinnedUnder): CaseItem {
  const claims: ClaimAnswer[] = [];
  const steps = path.reading.map((reading): CaseStep => {
    const own = reading.notes.map((note) => all[note - 1]).filter((claim) => claim !== undefined);
    const first = claims.length;
    claims.push(...own);
    return {
      ...toEnds(reading),
      words: reading.words,
      modality: reading.modality,
      isDisputed: reading.disputed,
      claims: own.map((_claim, place) => first + place),
      otherwise: [],
    };
  });
  return {
    kind: 'path',
    id: toPathId(path),
    note: '',
    facts: `${toCountWords(path.length, 'step')}, weakest step: ${toCountWords(path.strength, 'origin')}`,
    ...under,
    steps,
    claims: claims.map(toCaseClaim),
  };
}

/** Something pinned with what others say instead of each of its steps, see `findOtherwise`. */
export function withOtherwise(item: CaseItem, others: readonly (readonly ClaimAnswer[])[]): CaseItem {
  const claims = [...item.claims];
  const placeOf = (claim: ClaimAnswer): number => {
    const known = claims.findIndex(({ id }) => id === claim.id);
    return known >= 0 ? known : claims.push(toCaseClaim(claim)) - 1;
  };
  const steps = item.steps.map((step, place) => {
    const otherwise = (others[place] ?? []).map(placeOf).filter((at) => !step.claims.includes(at));
    return { ...step, isDisputed: step.isDisputed || otherwise.length > 0, otherwise };
  });
  return { ...item, steps, claims };
}

/** The same for every path over the same actors. */
export function toPathId({ actors }: Pick<PathAnswer, 'actors'>): string {
  return actors.map(({ id }) => id).join('..');
}

function toEnds(of: { readonly subject: CaseActor; readonly object: CaseActor }): {
  readonly subject: CaseActor;
  readonly object: CaseActor;
} {
  return { subject: toActor(of.subject), object: toActor(of.object) };
}

function toActor({ id, label }: CaseActor): CaseActor {
  return { id, label };
}

/** A claim of the API as a case file keeps it, without what it does not need. */
export function toCaseClaim(claim: ClaimAnswer): CaseClaim {
  const { id, relation, speaker, via, label, stance, modality, saidOn, happenedOn, status } = claim;
  const { exact, sentence, basis } = claim.evidence;
  const { kind, title, publisher, url, publishedAt, derivedFrom } = claim.document;
  return {
    id,
    relation,
    ...toEnds(claim),
    speaker: speaker && toActor(speaker),
    via: via.map(toActor),
    label,
    stance,
    modality,
    saidOn,
    happenedOn,
    status,
    basis,
    exact,
    sentence,
    document: {
      id: claim.document.id,
      kind,
      title,
      publisher,
      url,
      publishedAt,
      derivedFrom: derivedFrom && {
        title: derivedFrom.title,
        publisher: derivedFrom.publisher,
        url: derivedFrom.url,
        publishedAt: derivedFrom.publishedAt,
      },
    },
  };
}
