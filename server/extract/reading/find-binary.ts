/** What the first bytes of a file say it is, as Latin-1 text: the marks of the formats people keep reports in, or mistake for text. */
const MARKS: readonly (readonly [mark: string, offset: number, name: string])[] = [
  ['\x89PNG', 0, 'a PNG image'],
  ['\xFF\xD8\xFF', 0, 'a JPEG image'],
  ['GIF8', 0, 'a GIF image'],
  ['WEBP', 8, 'a WebP image'],
  ['II*\0', 0, 'a TIFF image'],
  ['MM\0*', 0, 'a TIFF image'],
  ['ftypavif', 4, 'an AVIF image'],
  ['ftypheic', 4, 'a HEIC image'],
  ['ftyp', 4, 'a video'],
  ['\x1AE\xDF\xA3', 0, 'a video'],
  ['ID3', 0, 'a sound file'],
  ['OggS', 0, 'a sound file'],
  ['WAVE', 8, 'a sound file'],
  ['PK\x03\x04', 0, 'a ZIP archive (Word, OpenDocument and EPUB files are such)'],
  ['\xD0\xCF\x11\xE0', 0, 'an old Office document (.doc, .xls)'],
  ['{\\rtf', 0, 'an RTF document'],
  ['%!PS', 0, 'a PostScript document'],
  ['bplist', 0, 'a web archive'],
  ['\x1F\x8B', 0, 'a gzip archive'],
  ['BZh', 0, 'a bzip2 archive'],
  ['\xFD7zXZ', 0, 'an xz archive'],
  ['\x28\xB5\x2F\xFD', 0, 'a Zstandard archive'],
  ['7z\xBC\xAF', 0, 'a 7-Zip archive'],
  ['Rar!', 0, 'a RAR archive'],
  ['\x7FELF', 0, 'a program'],
  ['MZ\x90', 0, 'a program'],
  ['\0asm', 0, 'a program'],
  ['SQLite format 3', 0, 'a database'],
];
const PDF_MARK = '%PDF-';
/** Readers of PDF look for its mark so far into the file (ISO 32000-1, Annex H). */
const PDF_REACH = 1024;

const CONTROL = /[\0-\x08\x0E-\x1A\x1C-\x1F\x7F-\x9F]/g;
/** One control character in so many is still a text: old word processors left some. */
const CHARACTERS_A_CONTROL = 200;

/** The name of the format whose mark the bytes bear ("a PDF document"), undefined where they bear none. */
export function findBinaryFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PDF_REACH)).toString('latin1');
  const pdf = head.indexOf(PDF_MARK);
  // Where text stands before it, a report may just speak of the mark.
  if (pdf === 0 || (pdf > 0 && !/[a-z]{3}/i.test(head.slice(0, pdf)))) return 'a PDF document';
  return MARKS.find(([mark, offset]) => head.startsWith(mark, offset))?.[2];
}

/** What a decoded text holds that no text has ("NUL characters"); undefined where it is a text. */
export function findBinaryCharacters(text: string): string | undefined {
  if (text.includes('\0')) return 'binary data (it holds NUL characters)';
  const controls = text.match(CONTROL)?.length ?? 0;
  return controls * CHARACTERS_A_CONTROL > text.length
    ? 'binary data (it is full of control characters)'
    : undefined;
}
