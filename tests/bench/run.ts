import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import type { Bench } from './bench.ts';
import { isMet, toVerdict } from './bench.ts';
import type { SavedResult } from './render-page.ts';
import { renderPage, renderRatio } from './render-page.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const RESULTS = join(ROOT, 'bench/results');
const SIGNS = { yes: '✓', no: '✗', '–': '·' };
const PAGE = join(ROOT, 'docs/benchmarks.md');

/**
 * `npm run bench` runs every `*.bench.ts` beside this file, `npm run bench -- NAME…` those named; each leaves
 * `bench/results/NAME.json`, and `docs/benchmarks.md` is written anew from all that are there. Exits 1 when a ratio is not
 * what it is to be.
 */
async function main(wanted: readonly string[]): Promise<number> {
  const known = globSync('*.bench.ts', { cwd: HERE })
    .map((file) => basename(file, '.bench.ts'))
    .sort();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`no bench ${unknown.join(', ')}: there are ${known.join(', ')}`);
    return 2;
  }
  let isAllMet = true;
  for (const name of wanted.length > 0 ? wanted : known) {
    const { bench } = (await import(`./${name}.bench.ts`)) as { readonly bench: Bench };
    console.log(`\n${name}: ${bench.title}`);
    const { figures, notes } = await bench.run((line) => console.log(`  … ${line}`));
    for (const figure of figures) {
      console.log(`  ${SIGNS[toVerdict(figure)]} ${figure.what}: ${renderRatio(figure)}; ${figure.sides}`);
      isAllMet &&= isMet(figure);
    }
    save({ name, title: bench.title, method: bench.method, figures, notes, machine: describeMachine() });
  }
  writeFileSync(PAGE, renderPage(readResults()));
  return isAllMet ? 0 : 1;
}

function save(result: SavedResult): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${result.name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}

function readResults(): SavedResult[] {
  return globSync('*.json', { cwd: RESULTS })
    .sort()
    .map((file) => JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as SavedResult);
}

function describeMachine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** The names among the arguments; `--option value` is for the bench itself. */
const toNames = (args: readonly string[]): string[] =>
  args.filter((word, k) => !word.startsWith('--') && args[k - 1]?.startsWith('--') !== true);

process.exitCode = await main(toNames(process.argv.slice(2)));
