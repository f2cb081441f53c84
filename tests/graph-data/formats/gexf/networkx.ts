import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { GexfVersion } from '../../../../graph-data/formats/gexf/gexf-writer.ts';

/** What NetworkX calls the versions. It reads 1.3 since 3.5. */
const VERSIONS: Readonly<Record<GexfVersion, string>> = { '1.3': '1.3', '1.2': '1.2draft' };

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

/** False where there is no Python, no NetworkX, or one that is too old for this version of GEXF. */
export function hasNetworkX(version: GexfVersion = '1.3'): boolean {
  try {
    execFileSync(
      'python3',
      ['-c', `import networkx; assert "${VERSIONS[version]}" in networkx.readwrite.gexf.GEXF.versions`],
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

/** Reads GEXF files of one version by NetworkX, all in one process. */
export async function readByNetworkX(
  files: readonly string[],
  version: GexfVersion = '1.3',
): Promise<NetworkXGraph[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-gexf-'));
  try {
    const paths = files.map((xml, at) => {
      const path = join(folder, `${at}.gexf`);
      writeFileSync(path, xml);
      return path;
    });
    const script = fileURLToPath(new URL('read-with-networkx.py', import.meta.url));
    const parameters = [script, VERSIONS[version], ...paths];
    const { stdout } = await promisify(execFile)('python3', parameters, { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as NetworkXGraph[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
