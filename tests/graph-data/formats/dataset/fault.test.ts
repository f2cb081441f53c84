import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { editedFiles, faultsOf, smallFiles } from './small-dataset.ts';

describe('a fault in one line', () => {
  it('when it is a claim’s, then names file, line, claim, field, expected and found', () => {
    const [fault] = faultsOf(editedFiles('documents/first.yaml', 'stance: negative', 'stance: bad'));
    expect(fault === undefined ? '' : formatFault(fault)).toBe(
      'documents/first.yaml:39: claim 3 (cy-corp doubts bo), stance: ' +
        'expected one of positive, neutral, negative, found "bad"',
    );
  });

  it('when values are long, then shows their ends', () => {
    const [fault] = faultsOf(editedFiles('actors.yaml', 'name: Bo', `name: Bo ${'long '.repeat(1000)}end`));
    expect(fault?.found).toMatch(/^5,006: "Bo long .*….* long end"$/);
    expect(fault?.found.length).toBeLessThan(200);
  });

  it('when a name would steer a terminal, then it is written as escapes', () => {
    const nasty = '\\e[31m\\u202Egnp\\x9B2J\\n';
    const [fault] = faultsOf(editedFiles('actors.yaml', 'kind: organisation', `kind: "${nasty}"`));
    expect(fault === undefined ? '' : formatFault(fault)).toContain(
      'found "\\u{1b}[31m\\u{202e}gnp\\u{9b}2J\\n"',
    );
  });

  it('when anything at all stands in a file, then the line holds no control character and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), (text, key) => {
        const files = [
          ...smallFiles(),
          { path: `documents/${text.replaceAll('/', '')}.yaml`, text },
          {
            path: 'documents/x.yaml',
            text: `claims: [{ subject: ${JSON.stringify(text)}, ${JSON.stringify(key)}: 1 }]`,
          },
        ];
        for (const line of faultsOf(files).map(formatFault))
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
