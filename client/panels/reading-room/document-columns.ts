import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import type { SortValue } from '../table/sort-rows.ts';
import { toLanguageWords } from '../words/language-words.ts';

export interface DocumentColumn {
  readonly id: 'title' | 'publisher' | 'published' | 'licence' | 'language' | 'claims' | 'waiting';
  readonly title: string;
  readonly valueOf: (document: DocumentSummaryAnswer) => SortValue;
  /** Numbers and dates begin with the largest. */
  readonly isLargestFirst?: true;
}

export const DOCUMENT_COLUMNS: readonly DocumentColumn[] = [
  { id: 'title', title: 'Document', valueOf: ({ title }) => title },
  { id: 'publisher', title: 'Source', valueOf: ({ publisher }) => publisher },
  {
    id: 'published',
    title: 'Published',
    valueOf: ({ publishedAt }) => publishedAt,
    isLargestFirst: true,
  },
  { id: 'licence', title: 'Licence', valueOf: ({ licence }) => licence },
  { id: 'language', title: 'Language', valueOf: ({ language }) => toLanguageWords(language) },
  { id: 'claims', title: 'Claims', valueOf: ({ claims }) => claims, isLargestFirst: true },
  { id: 'waiting', title: 'Waiting', valueOf: ({ proposals }) => proposals, isLargestFirst: true },
];

export interface DocumentSort {
  readonly column: DocumentColumn['id'];
  readonly direction: 'ascending' | 'descending';
}

/** What most wait for comes first. */
export const FIRST_SORT: DocumentSort = { column: 'waiting', direction: 'descending' };

/** The sort after a column was chosen: it, and chosen again, its other direction. */
export function toNextSort(sort: DocumentSort, { id, isLargestFirst }: DocumentColumn): DocumentSort {
  if (sort.column === id)
    return { column: id, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { column: id, direction: isLargestFirst === true ? 'descending' : 'ascending' };
}
