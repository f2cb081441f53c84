import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';

export interface DocumentFilter {
  readonly words: string;
  /** Only those with proposals that wait for a decision. */
  readonly isWaitingOnly: boolean;
}

export const NO_FILTER: DocumentFilter = { words: '', isWaitingOnly: false };

/** The documents that hold every word in title, publisher, author, date or licence; case and accents are no matter. */
export function filterDocuments(
  documents: readonly DocumentSummaryAnswer[],
  { words, isWaitingOnly }: DocumentFilter,
): readonly DocumentSummaryAnswer[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && !isWaitingOnly) return documents;
  return documents.filter((document) => {
    if (isWaitingOnly && document.proposals === 0) return false;
    const { title, publisher, author, publishedAt, licence, derivedFrom } = document;
    const parts = [
      title,
      publisher,
      author,
      publishedAt,
      licence,
      derivedFrom?.title,
      derivedFrom?.publisher,
    ];
    const text = fold(parts.join('\n'));
    return wanted.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
