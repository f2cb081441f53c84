import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What NetworkX reads from a file: nodes in file order, edges in its own. */
export interface NetworkXGraph {
  readonly mode: string;
  readonly nodes: readonly [id: string, data: Readonly<Record<string, unknown>>][];
  readonly edges: readonly [
    source: string,
    target: string,
    key: string,
    data: Readonly<Record<string, unknown>>,
  ][];
}

/** False where there is no Python, no NetworkX, or one that is too old for GEXF 1.3. */
export function hasNetworkX(): boolean {
  try {
    execFileSync(
      'python3',
      ['-c', 'import networkx; assert "1.3" in networkx.readwrite.gexf.GEXF.versions'],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

/** Reads GEXF 1.3 files by NetworkX, all in one process. */
export async function readByNetworkX(files: readonly string[]): Promise<NetworkXGraph[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-gexf-'));
  try {
    const paths = files.map((xml, at) => {
      const path = join(folder, `${at}.gexf`);
      writeFileSync(path, xml);
      return path;
    });
    const script = fileURLToPath(new URL('read-with-networkx.py', import.meta.url));
    const { stdout } = await promisify(execFile)('python3', [script, ...paths], { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as NetworkXGraph[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
