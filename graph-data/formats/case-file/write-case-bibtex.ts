import type { CaseDocument, CaseFile } from './case-file.ts';
import { CASE_DIGEST_WORDS, findWebAddress, toCaseSources, toOriginalWords } from './case-words.ts';
import { findDateParts } from './edtf-parts.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The documents of a case file as BibTeX, in the order of the numbers in the other exports; UTF-8, as Biber reads it. What
 * titles hold is text: braces and TeX's own signs come out as letters.
 */
export function writeCaseBibtex(file: CaseFile): string {
  const keys = new Set<string>();
  return toCaseSources(file)
    .map((document) => writeEntry(document, toKey(document.id, keys)))
    .join('\n');
}

/** The id in letters that BibTeX takes for a key, unlike all before it. */
function toKey(id: string, taken: Set<string>): string {
  const plain = id.replace(/[^\w.-]+/g, '-') || 'document';
  let key = plain;
  for (let number = 2; taken.has(key.toLowerCase()); number += 1) key = `${plain}-${number}`;
  taken.add(key.toLowerCase());
  return key;
}

function writeEntry(document: CaseDocument, key: string): string {
  const { kind, title, publisher, url, publishedAt, derivedFrom } = document;
  const date = findDateParts(publishedAt);
  const [year, month, day] = date?.parts ?? [];
  const address = findWebAddress(url) ?? findWebAddress(derivedFrom?.url ?? null);
  const original = toOriginalWords(document);
  const digest = original === '' ? CASE_DIGEST_WORDS : `${CASE_DIGEST_WORDS}: ${original}`;
  const note = [kind === 'digest' ? digest : '', date?.isAbout === true ? `dated ${publishedAt ?? ''}` : '']
    .filter((words) => words !== '')
    .join('; ');
  const fields: (readonly [string, string] | undefined)[] = [
    ['title', `{{${escapeTex(title)}}}`],
    ['howpublished', `{${escapeTex(publisher)}}`],
    year === undefined ? undefined : ['year', `{${String(year).padStart(4, '0')}}`],
    month === undefined ? undefined : ['month', MONTHS[month - 1] ?? `{${month}}`],
    day === undefined ? undefined : ['day', `{${day}}`],
    address === undefined ? undefined : ['url', `{${toTexAddress(address)}}`],
    note === '' ? undefined : ['note', `{${escapeTex(note)}}`],
  ];
  const lines = fields.filter((field) => field !== undefined).map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** One line of plain letters. Braces are named, not escaped: BibTeX counts those that have a backslash too. */
function escapeTex(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}$&#%_^~]/g, (char) => SIGNS[char] ?? `\\${char}`);
}

/** Percent signs stay: `url` is read as it is. Braces and backslashes would end it. */
function toTexAddress(address: string): string {
  return address.replace(/[{}\\]/g, encodeURIComponent);
}
