import type { DocumentWish, FileFacts } from '../../api/changes.ts';
import { parseTypedDate } from '../../state/typed-date.ts';
import { toRefusal } from './report-files.ts';

/** The ways a report comes in. */
export const WAYS = ['paste', 'files', 'address'] as const;
export type Way = (typeof WAYS)[number];

/** What the form holds, as it was typed. */
export interface AddDraft {
  readonly way: Way;
  readonly text: string;
  readonly title: string;
  readonly files: readonly File[];
  /** Of the page to be fetched, or where a pasted text is from. */
  readonly url: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly licence: string;
  readonly engine: 'rules' | 'llm';
}

export const EMPTY_DRAFT: AddDraft = {
  way: 'paste',
  text: '',
  title: '',
  files: [],
  url: '',
  publisher: '',
  publishedAt: '',
  licence: '',
  engine: 'rules',
};

export type DraftFaults = Readonly<Partial<Record<'text' | 'files' | 'url' | 'publishedAt', string>>>;

/** What keeps the form from being sent, by field. */
export function findFaults(draft: AddDraft): DraftFaults {
  const { way, text, files, url, publishedAt } = draft;
  return {
    ...(way === 'paste' && text.trim() === '' && { text: 'Paste the text of a report.' }),
    ...(way === 'files' &&
      !files.some((file) => toRefusal(file) === undefined) && { files: 'Choose at least one file.' }),
    ...(way === 'address' && url.trim() === '' && { url: 'Type the address of a page.' }),
    ...(way !== 'files' &&
      url.trim() !== '' &&
      !isAddress(url) && { url: 'Expected an address such as https://example.org/report.' }),
    ...(parseTypedDate(publishedAt) === undefined && {
      publishedAt: 'Expected a date such as 13 March 2025, 2025-03 or 2025.',
    }),
  };
}

/** The form as the API takes it: what was left empty is left out. The text itself is not touched. */
export function toWish({ way, text, title, url, ...draft }: AddDraft): DocumentWish & Partial<FileFacts> {
  const publisher = draft.publisher.trim();
  const licence = draft.licence.trim();
  const publishedAt = parseTypedDate(draft.publishedAt) ?? null;
  return {
    ...(way === 'paste' && { text, ...(title.trim() !== '' && { title: title.trim() }) }),
    ...(way !== 'files' && url.trim() !== '' && { url: url.trim() }),
    ...(publisher !== '' && { publisher }),
    ...(publishedAt !== null && { publishedAt }),
    ...(licence !== '' && { licence }),
    engine: draft.engine,
  };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S/i.test(text.trim()) && URL.canParse(text.trim());
}
