import type {
  ActorSummary,
  ClaimAnswer,
  DocumentSummaryAnswer,
  SearchAnswer,
} from '../../../graph-data/contract/answers.ts';

/** Something a search found. Keys are unique over all kinds. */
export type Suggestion =
  | { readonly key: string; readonly kind: 'actor'; readonly actor: ActorSummary }
  | { readonly key: string; readonly kind: 'claim'; readonly claim: ClaimAnswer }
  | { readonly key: string; readonly kind: 'document'; readonly document: DocumentSummaryAnswer };

export interface SuggestionGroup {
  readonly key: Suggestion['kind'];
  readonly title: string;
  readonly items: readonly Suggestion[];
}

/** What was found in groups, actors first; empty groups are left out. Order within a group is the answer's. */
export function toSuggestionGroups(answer: SearchAnswer): SuggestionGroup[] {
  const groups: SuggestionGroup[] = [
    {
      key: 'actor',
      title: 'Actors',
      items: answer.actors.map((actor) => ({ key: `actor ${actor.id}`, kind: 'actor', actor })),
    },
    {
      key: 'claim',
      title: 'Sentences',
      items: answer.claims.map((claim) => ({ key: `claim ${claim.id}`, kind: 'claim', claim })),
    },
    {
      key: 'document',
      title: 'Documents',
      items: answer.documents.map((document) => ({
        key: `document ${document.id}`,
        kind: 'document',
        document,
      })),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}
