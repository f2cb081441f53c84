import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

describe('findProtagonists', () => {
  it('when a report is of a call, then it is a readout of the two, who acts first', () => {
    const report = readReport(
      'Telephone conversation with King of Bahrain Adam Berg\n\nThomas Weber had a telephone conversation with King of Bahrain Adam Berg.',
    );
    expect(report.isReadout).toBe(true);
    expect(report.protagonists).toEqual(['thomas-weber', 'adam-berg']);
    expect(report.voice).toBeNull();
  });

  it('when a spokesperson tells of a meeting, then the two who met are meant, not the spokesperson', () => {
    const report = readReport(
      'Statement by Spokesperson Laura Stone on Adviser Peter Vale’s Meeting with Minister Maria Lund of Norway\n\nAdviser Peter Vale met today with Minister Maria Lund of Norway.',
    );
    expect(report.protagonists).toEqual(['peter-vale', 'maria-lund']);
  });

  it('when countries make a joint statement, then it is their word', () => {
    const report = readReport(
      'Joint Statement from Norway, Kenya, and Japan\n\nOur officials met on Friday. We ask for calm.',
    );
    expect(report.protagonists).toEqual(['norway', 'kenya', 'japan']);
    expect(report.voice).toBe('norway');
  });

  it('when it is news, then it is no readout and has no voice', () => {
    const report = readReport('Floods hit Kenya\n\nAnna Berg said that Kenya needs help.');
    expect(report.isReadout).toBe(false);
    expect(report.voice).toBeNull();
  });
});
