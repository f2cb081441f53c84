import {
  readFileSync,
  globSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  cpSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WINGS = ['graph-data', 'server', 'client'];
const rules = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};

async function cruiseHouse(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    WINGS,
    { ...rules.options, baseDir, ruleSet: { forbidden: rules.forbidden }, validate: true },
    undefined,
    { tsConfig: extractTSConfig(join(baseDir, 'tsconfig.json')) },
  );
  if (typeof output === 'string') throw new TypeError('expected the result as an object');
  return output;
}

function sources(baseDir: string): string[] {
  return globSync(
    WINGS.map((wing) => `${wing}/**/*.{ts,tsx}`),
    { cwd: baseDir },
  )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'))
    .sort();
}

describe('the layers of the house', () => {
  it('when every file of the three wings is cruised, then each import runs in the one direction', async () => {
    const result = await cruiseHouse(ROOT);
    const seen = new Set(result.modules.map((module) => module.source));

    expect(sources(ROOT).filter((path) => !seen.has(path))).toEqual([]);
    expect(sources(ROOT).length).toBeGreaterThan(50);
    expect(
      result.summary.violations.map((found) => `${found.rule.name}: ${found.from} → ${found.to}`),
    ).toEqual([]);
  });

  it('when a violation is planted for each rule, then it is caught', async () => {
    const house = mkdtempSync(join(tmpdir(), 'onrecord-house-'));
    try {
      symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
      cpSync(join(ROOT, 'tsconfig.json'), join(house, 'tsconfig.json'));
      writeFileSync(join(house, 'package.json'), readFileSync(join(ROOT, 'package.json')));
      for (const [path, text] of Object.entries(PLANTED)) {
        mkdirSync(dirname(join(house, path)), { recursive: true });
        writeFileSync(join(house, path), text);
      }
      const { summary } = await cruiseHouse(house);
      const caught = new Set(summary.violations.map((found) => found.rule.name));

      expect(rules.forbidden.map((rule) => rule.name).filter((name) => !caught.has(name ?? ''))).toEqual([]);
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });
});

/** One import against each rule, by file. */
const PLANTED: Readonly<Record<string, string>> = {
  'graph-data/model/a.ts': importOf(
    '../network/a.ts',
    'node:fs',
    '../../server/app/a.ts',
    './b.ts',
    './nowhere.ts',
  ),
  'graph-data/model/b.ts': importOf('./a.ts'),
  'graph-data/network/a.ts': importOf('../formats/a.ts'),
  'graph-data/formats/a.ts': importOf('../contract/a.ts'),
  'graph-data/contract/a.ts': importOf('../views/a.ts'),
  'graph-data/views/a.ts': importOf('../site/a.ts'),
  'graph-data/site/a.ts': 'export const a = 1;\n',
  'server/store/a.ts': importOf('../api/a.ts', '../../client/app/a.ts'),
  'server/extract/a.ts': importOf('../api/a.ts'),
  'server/api/a.ts': importOf('../app/a.ts'),
  'server/app/a.ts': 'export const a = 1;\n',
  'client/api/a.ts': importOf('../state/a.ts', '../../server/app/a.ts', 'node:fs'),
  'client/state/a.ts': importOf('../canvas/a.ts'),
  'client/canvas/a.ts': importOf('../panels/a.ts'),
  'client/panels/a.ts': importOf('../app/a.ts'),
  'client/app/a.ts': 'export const a = 1;\n',
};

function importOf(...paths: string[]): string {
  return `${paths.map((path, index) => `import * as m${index} from '${path}';`).join('\n')}\nexport const a = [${paths.map((_, index) => `m${index}`).join(', ')}];\n`;
}
