import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../graph-data/formats/csv/decode-text.ts';
import { DELIMITERS, detectDelimiter } from '../../../../graph-data/formats/csv/detect-delimiter.ts';
import type { ImportColumn } from '../../../../graph-data/formats/csv/import-columns.ts';
import {
  chooseColumns,
  COLUMN_NAMES,
  IMPORT_TEMPLATE,
  parseColumnMap,
} from '../../../../graph-data/formats/csv/import-columns.ts';
import { formatImportFault } from '../../../../graph-data/formats/csv/import-fault.ts';
import { createRowReader } from '../../../../graph-data/formats/csv/read-row.ts';

function toUtf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

describe('decodeText', () => {
  const text = 'Zoë – 北京, “quoted”';
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with BOM', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE', toUtf16(text, true)],
    ['UTF-16 BE', toUtf16(text, false)],
  ])(
    'when the bytes are %s, then the text comes without its mark and the encoding is said',
    (encoding, bytes) => {
      expect(decodeText(bytes)).toEqual({ text, encoding });
    },
  );

  it('when the bytes are no valid UTF-8, then they are Windows-1252', () => {
    const bytes = Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x93, 0x80, 0x94);
    expect(decodeText(bytes)).toEqual({ text: 'Zoë “€”', encoding: 'Windows-1252' });
  });

  it('when the bytes are any, then there is a text', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes).text === 'string'));
  });
});

describe('detectDelimiter', () => {
  it.each(DELIMITERS)(
    'when known columns are parted by %j, then it is found, whatever else the names hold',
    (delimiter) => {
      const header = ['subject', '"a, b; c | d"', 'object', 'type'].join(delimiter);
      expect(detectDelimiter(`${header}\r\nx`)).toBe(delimiter);
    },
  );

  it('when no column is known, then the one that parts most, or that makes the wanted headers', () => {
    expect(detectDelimiter('a;b;c,d')).toBe(';');
    expect(detectDelimiter('a,b,c;who', ['who'])).toBe(';');
    expect(detectDelimiter('alone')).toBe(',');
  });
});

describe('chooseColumns', () => {
  it('when names are written loosely or otherwise, then they are known, the own name first', () => {
    const headers = ['Source', 'SUBJECT', ' happened_on ', 'Published At', 'relation', 'target', 'x'];
    expect(chooseColumns(headers).columns).toEqual([
      null, 'subject', 'happenedOn', 'publishedAt', 'label', 'object', null,
    ]); // prettier-ignore
  });

  it('when a map is given, then it decides; an empty header leaves the column out', () => {
    const headers = ['subject', 'who', 'label', 'object'];
    const choice = chooseColumns(headers, { subject: 'WHO', label: '' });
    expect(choice.columns).toEqual([null, 'subject', null, 'object']);
    expect(choice.missing).toEqual(['type or label']);
    expect(chooseColumns(headers, { type: 'nowhere' }).faults).toEqual([expect.stringContaining('nowhere')]);
  });

  it('when the template is read, then all its columns are known and nothing is missing', () => {
    const [header = ''] = IMPORT_TEMPLATE.replace('\uFEFF', '').split('\r\n');
    const { columns, missing } = chooseColumns(header.split(','));
    expect(columns).not.toContain(null);
    expect(missing).toEqual([]);
  });
});

describe('parseColumnMap', () => {
  it('when pairs are right, then each column has its header, which may hold anything', () => {
    expect(parseColumnMap(['subject=who', 'Happened On = day=1 ', 'label='])).toEqual({
      subject: 'who',
      happenedOn: 'day=1',
      label: '',
    });
  });
  it.each(['subject', '=x', 'robot=x', '__proto__=x'])('when a pair is %j, then it is refused', (pair) => {
    expect(() => parseColumnMap([pair])).toThrow(RangeError);
  });
});

describe('createRowReader', () => {
  const columns: (ImportColumn | null)[] = ['subject', 'type', 'object', 'quote', 'saidOn', 'stance', 'url'];
  const read = createRowReader(columns);
  it('when every cell is right, then the row has it tidied, absent ones empty', () => {
    const row = read(2, [' Ada ', 'befriends', 'Bob', 'a\r\nb', '2025-03', 'Positive', '']);
    expect(row).toMatchObject({
      subject: 'Ada',
      quote: 'a\nb',
      saidOn: '2025-03',
      stance: 'positive',
      speaker: '',
    });
  });

  it('when several cells are wrong, then each is named', () => {
    const faults = read(7, [
      '',
      '',
      'x'.repeat(201),
      '',
      'yesterday',
      'angry',
      'javascript:alert(1)',
      'more',
    ]);
    if ('statement' in faults) throw new Error('expected faults');
    expect(faults.every(({ line }) => line === 7)).toBe(true);
    expect(new Set(faults.map(({ column }) => column))).toEqual(
      new Set([null, 'subject', 'object', 'quote', 'saidOn', 'stance', 'type', 'url']),
    );
  });

  it('when cells are any, then it answers a row or faults with columns of its own', () => {
    const known = new Set<unknown>([null, ...COLUMN_NAMES]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), (cells) => {
        const result = read(1, cells);
        if ('statement' in result) return result.subject !== '' && result.quote !== '';
        return result.length > 0 && result.every(({ column }) => known.has(column));
      }),
    );
  });
});

describe('formatImportFault', () => {
  it('when the reason quotes control characters, then they are escaped', () => {
    const line = formatImportFault({ line: 3, column: 'saidOn', reason: 'found "\u001B[31m\n"' });
    expect(line).toBe('line 3, saidOn: found "\\u{1b}[31m\\u{a}"');
  });
});
