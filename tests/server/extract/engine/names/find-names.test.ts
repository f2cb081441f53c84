import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

const idsOf = (text: string): string[] => [...readReport(text).actors.keys()];

describe('names', () => {
  it('when an office is a president’s, then it is a body of its own, and its head is a person', () => {
    const ids = idsOf('She met Head of the Office of the President of Norway John Dale in Lima.');
    expect(ids).toEqual(expect.arrayContaining(['office-of-the-president-of-norway', 'john-dale']));
    expect(ids).not.toContain('office');
  });

  it('when a country follows the hyphen of a longer name, then it is found in both', () => {
    const ids = idsOf('They spoke of United States-Chile relations.');
    expect(ids).toEqual(expect.arrayContaining(['united-states', 'chile']));
    expect(ids).not.toContain('united-states-chile');
  });

  it('when a number stands in Roman letters, then it is no body', () => {
    expect(idsOf('They remembered World War II and the landing.')).not.toContain('ii');
  });
});
