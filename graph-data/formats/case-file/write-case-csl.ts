import type { CaseDocument, CaseFile } from './case-file.ts';
import { CASE_DIGEST_WORDS, findWebAddress, toCaseSources } from './case-words.ts';
import { findDateParts } from './edtf-parts.ts';

/**
 * The documents of a case file as CSL-JSON (https://docs.citationstyles.org), which Zotero and pandoc read; in the order of
 * the numbers in the other exports. A digest says in its note that it is one, and what it retells by `original-…`.
 */
export function writeCaseCsl(file: CaseFile): string {
  return `${JSON.stringify(toCaseSources(file).map(toEntry), null, 2)}\n`;
}

function toEntry({ id, kind, title, publisher, url, publishedAt, derivedFrom }: CaseDocument): object {
  const address = findWebAddress(url) ?? findWebAddress(derivedFrom?.url ?? null);
  return {
    id,
    type: kind === 'digest' ? 'document' : 'article-newspaper',
    title,
    ...(kind === 'digest' ? { publisher } : { 'container-title': publisher }),
    ...toDate('issued', publishedAt),
    ...(address === undefined ? {} : { URL: address }),
    ...(kind === 'digest' ? { note: CASE_DIGEST_WORDS } : {}),
    ...(derivedFrom === null
      ? {}
      : {
          'original-title': derivedFrom.title,
          ...(derivedFrom.publisher === null ? {} : { 'original-publisher': derivedFrom.publisher }),
          ...toDate('original-date', derivedFrom.publishedAt),
        }),
  };
}

function toDate(name: string, edtf: string | null): object {
  const date = findDateParts(edtf);
  if (date === undefined) return {};
  return { [name]: { 'date-parts': [date.parts], ...(date.isAbout ? { circa: true } : {}) } };
}
