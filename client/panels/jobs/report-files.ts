import { toNumberWords } from '../words/count-words.ts';

/** In bytes; the server takes no more. */
export const LARGEST_REPORT = 5 * 1024 * 1024;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
};

/** Endings as a file input takes them. */
export const REPORT_ENDINGS = Object.keys(MEDIA_TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** What a file is sent as, by the ending of its name; undefined for what is not read as a report. */
export function toMediaType(name: string): string | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : MEDIA_TYPES[ending];
}

/** Why a file cannot be added, with what to do; undefined where it can. */
export function toRefusal({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (/\.(?:csv|tsv|gz)$/i.test(name)) return 'It is a table: bring it in by Import, in the bar above.';
  if (toMediaType(name) === undefined)
    return 'Only text, Markdown and web pages are read (.txt, .md, .html). Save it as one, or paste its text.';
  if (size === 0) return 'It is empty.';
  if (size > LARGEST_REPORT)
    return `It has ${toNumberWords(Math.ceil(size / 1024 / 1024))} MB; at most ${LARGEST_REPORT / 1024 / 1024} MB are read at once. Divide it.`;
  return undefined;
}

/** The files with more of them; the same file again stands once. */
export function withFiles(files: readonly File[], more: readonly File[]): readonly File[] {
  const toKey = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;
  const all = new Map([...files, ...more].map((file) => [toKey(file), file]));
  return [...all.values()];
}
