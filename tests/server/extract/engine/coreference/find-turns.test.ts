import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

const MEETING = `Meeting with President of Kenya Grace Otieno

Thomas Weber met with President of Kenya Grace Otieno.

Thomas Weber: Good afternoon! I am glad to see you.

President of Kenya Grace Otieno: Thank you, Mr President. We value your help.

It was a long flight.`;

describe('findTurns', () => {
  it('when paragraphs open with a name and a colon, then they are that person’s word, to the other', () => {
    const { sentences, text, turns } = readReport(MEETING);
    const of = (words: string) =>
      turns[sentences.findIndex((s) => text.slice(s.start, s.end).includes(words))];
    expect(of('glad')).toEqual({ speaker: 'thomas-weber', to: 'grace-otieno', isTurn: true });
    expect(of('long flight')).toEqual({ speaker: 'grace-otieno', to: 'thomas-weber', isTurn: true });
  });

  it('when there is no turn, then nobody speaks', () => {
    const { turns } = readReport('Anna Berg said: peace is near. Others doubted it.');
    expect(turns.every((t) => !t.isTurn && t.speaker === null)).toBe(true);
  });
});
