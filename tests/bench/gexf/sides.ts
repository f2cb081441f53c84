import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
/** What server/app/launch.js sets. */
const AS_LAUNCHED = ['--no-allocation-site-pretenuring'];

/** What writing took: processor time, user and system of all threads, and the time that passed. */
export interface Side {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly characters: number;
}

export interface OurSide extends Side {
  /** Most resident memory while writing, above what it was before. */
  readonly bytesAbove: number;
}

/** Our claim level out of a store, written to the null device; in a process of its own. */
export function measureOurs(dataDir: string): OurSide {
  return JSON.parse(runProgram('our-side.ts', AS_LAUNCHED, [dataDir])) as OurSide;
}

/** graphology-gexf's writer on the same nodes, edges and attributes, the graph built before; in a process of its own. */
export function measureGraphology(dataDir: string): Side {
  return JSON.parse(runProgram('graphology-side.ts', ['--max-old-space-size=9000'], [dataDir])) as Side;
}

/** Processor seconds NetworkX takes for all nodes alone, and with some edges; undefined where python3 has none. */
export function measureNetworkX(
  dataDir: string,
  edges: number,
): { readonly nodes: number; readonly all: number } | undefined {
  try {
    execFileSync(
      'python3',
      ['-c', 'import networkx; assert "1.3" in networkx.readwrite.gexf.GEXF.versions'],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    const lines = join(folder, 'graph.jsonl');
    runProgram('write-graph-lines.ts', [], [dataDir, lines, String(edges)]);
    const script = join(HERE, 'networkx-side.py');
    return JSON.parse(execFileSync('python3', [script, lines], { encoding: 'utf8' })) as {
      nodes: number;
      all: number;
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runProgram(program: string, flags: readonly string[], parameters: readonly string[]): string {
  return execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--expose-gc', ...flags, join(HERE, program), ...parameters],
    { encoding: 'utf8' },
  );
}
