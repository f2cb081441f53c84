import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCaseFile } from '../../../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseJson } from '../../../../graph-data/formats/case-file/write-case-json.ts';
import '../../../fixtures/seeded-properties.ts';
import { hostileText } from '../hostile-text.ts';
import { MADE, toCase, toCaseClaim, toCaseItem } from './sample-case.ts';

describe('a case file read back', () => {
  it('when it was written as JSON, then it is the same, whatever its texts hold', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const cut = words.slice(0, 100);
        const file = { title: cut, items: [toCaseItem(toCaseClaim({ label: cut }), { note: cut })] };

        expect(parseCaseFile(writeCaseJson(file, MADE))).toEqual({ file });
        expect(parseCaseFile(writeCaseJson(file, null))).toEqual({ file });
      }),
    );
  });

  it('when it is anything else, then it says what is wrong and where, and throws nothing', () => {
    const good = JSON.parse(writeCaseJson(toCase([toCaseClaim()]), null)) as {
      items: { claims: object[]; steps: object[] }[];
    };
    const faultOf = (value: unknown) => parseCaseFile(JSON.stringify(value));

    expect(parseCaseFile('{')).toEqual({ fault: 'This is no JSON.' });
    expect(faultOf({})).toEqual({
      fault: 'This is no case file of Onrecord: its format is not “onrecord-case-file”.',
    });
    expect(faultOf({ a: 1 })).toEqual(faultOf({}));
    expect(faultOf({ ...good, format: 'x' })).toMatchObject({
      fault: expect.stringMatching(/no case file/) as unknown,
    });
    expect(faultOf({ ...good, formatVersion: 2 })).toMatchObject({
      fault: expect.stringMatching(/form 2/) as unknown,
    });
    expect(faultOf({ ...good, items: [good.items[0], good.items[0]] })).toMatchObject({
      fault: expect.stringMatching(/twice/) as unknown,
    });
    expect(faultOf({ ...good, items: [{ ...good.items[0], kind: 'poem' }] })).toMatchObject({
      fault: expect.stringMatching(/\/items\/0\/kind is none of/) as unknown,
    });
    expect(faultOf({ ...good, items: [{ ...good.items[0], claims: [] }] })).toMatchObject({
      fault: expect.stringMatching(/names a claim that is not there/) as unknown,
    });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(faultOf(value)).toHaveProperty('fault');
      }),
    );
  });
});
