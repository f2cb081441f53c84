import { describe, expect, it } from 'vitest';
import { toMapPairs, withColumn } from '../../../client/panels/import/import-map.ts';

const COLUMNS = [
  { header: 'who', column: 'subject' as const },
  { header: 'what', column: null },
  { header: 'whom', column: 'object' as const },
];

describe('the choice of columns', () => {
  it('when a header is read as a column another had, then the other loses it', () => {
    expect(withColumn(COLUMNS, 1, 'subject').map(({ column }) => column)).toEqual([
      null,
      'subject',
      'object',
    ]);
    expect(withColumn(COLUMNS, 0, null).map(({ column }) => column)).toEqual([null, null, 'object']);
  });

  it('when it is sent, then every column is named, unread ones by an empty header', () => {
    const pairs = toMapPairs(COLUMNS);
    expect(pairs).toContain('subject=who');
    expect(pairs).toContain('object=whom');
    expect(pairs).toContain('label=');
    expect(pairs).toHaveLength(16);
  });
});
