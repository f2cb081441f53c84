import type {
  CaseClaim,
  CaseFile,
  CaseItem,
  CaseMade,
} from '../../../../graph-data/formats/case-file/case-file.ts';

export const MADE: CaseMade = { at: '2026-01-31T10:00:00Z', version: 81, lens: '' };

/** A pinned claim, with what a test cares about. */
export function toCaseClaim(more: Partial<CaseClaim> = {}): CaseClaim {
  return {
    id: 'c1',
    relation: 'a.befriends.b',
    subject: { id: 'a', label: 'Ada' },
    object: { id: 'b', label: 'Ben' },
    speaker: { id: 'w', label: 'Wim' },
    via: [{ id: 'v', label: 'Vera' }],
    label: 'friend',
    stance: 'positive',
    modality: 'asserted',
    saidOn: '2025-03',
    happenedOn: null,
    status: 'accepted',
    basis: 'text',
    exact: 'is my friend',
    sentence: 'Ben is my friend.',
    document: {
      id: 'd1',
      kind: 'report',
      title: 'Of friends',
      publisher: 'The Paper',
      url: 'https://paper.example/1',
      publishedAt: '2025-03-13',
      derivedFrom: null,
    },
    ...more,
  };
}

/** The item of one claim. */
export function toCaseItem(claim: CaseClaim, more: Partial<CaseItem> = {}): CaseItem {
  const { subject, object, modality } = claim;
  return {
    kind: 'claim',
    id: claim.id,
    note: '',
    facts: '',
    version: 81,
    lens: '',
    steps: [{ subject, words: 'befriends', object, modality, isDisputed: false, claims: [0], otherwise: [] }],
    claims: [claim],
    ...more,
  };
}

/** A case file of these claims, each pinned by itself. */
export function toCase(claims: readonly CaseClaim[], title = 'My case'): CaseFile {
  return { title, items: claims.map((claim) => toCaseItem(claim)) };
}
