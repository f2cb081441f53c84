import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { faultsOf, parseSmallDataset } from './small-dataset.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../../docs/formats-dataset.md'), 'utf8');
const examples = [...PAGE.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(([, path = '', text = '']) => ({
  path,
  text: `# ${path}\n${text}`,
}));

describe('the page on dataset folders', () => {
  it('when its examples are put into a folder, then they are a dataset', () => {
    expect(examples.map(({ path }) => path)).toEqual([
      'actors.yaml',
      'documents/harbour.yaml',
      'vocabulary.yaml',
    ]);
    expect(parseSmallDataset(examples).claims).toHaveLength(2);
  });

  it('when it shows a fault, then that is what the check says', () => {
    const broken = examples.map(({ path, text }) => ({ path, text: text.replace('start: 0', 'start: 1') }));
    const [line, ...others] = faultsOf(broken).map(formatFault);
    expect(others).toEqual([]);
    const shown = PAGE.split('\n').filter((each) => each.startsWith('documents/harbour.yaml:'));
    expect(shown).toEqual([line]);
  });
});
