import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

describe('findRoles', () => {
  it('when two of the same office have no name, then they are two persons, each by whose office it is', () => {
    const report = readReport(
      'Anna Berg met the President of Chile on Monday and the President of Peru later.',
    );
    expect([...report.actors.keys()]).toEqual(
      expect.arrayContaining(['president-of-chile', 'president-of-peru']),
    );
    expect(report.actors.get('president-of-chile')?.ties).toEqual([{ to: 'chile', title: 'president' }]);
  });
});
