import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePage } from '../../../server/app/build-page.ts';
import { SHIPPED_DATASET } from '../../../server/app/dataset-folder.ts';
import { makeTemporaryFolder } from '../../fixtures/serve-dataset.ts';

const LAUNCH = join(import.meta.dirname, '../../../server/app/launch.js');
let folder: string;
beforeAll(async () => {
  folder = makeTemporaryFolder();
  await ensurePage(() => undefined);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function launch(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = launch(args, environment);
  if (child.stdout === null || child.stderr === null) throw new Error('expected pipes');
  const [out, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { status, out, errors };
}

/** Starts a server and waits for its line. */
async function start(environment: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const child = launch(['serve', ...args], environment);
  let out = '';
  const closed = once(child, 'close') as Promise<[number | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (/http:\S+\n/.test(out)) resolve(); // a line on building the page may come before it
    });
    void closed.then(() => reject(new Error(`ended before it was ready: ${out}`)));
  });
  return { child, closed, line: out.trim(), address: /http:\S+/.exec(out)?.[0] ?? '' };
}

function copyOfShipped(name: string): string {
  const copy = join(folder, name);
  cpSync(SHIPPED_DATASET, copy, { recursive: true });
  return copy;
}

describe('asking without a server', () => {
  it('when a network is exported to a file beside a running server, then it is what that server answers', async () => {
    const environment = { DATA_DIR: join(folder, 'asked') };
    const { child, closed, address } = await start(environment);
    const file = join(folder, 'network.gexf');
    const lens = 'stance=negative&from=2025-03';
    const done = await run(['export', file, '--level', 'claims', '--lens', lens], environment);
    const served = await (await fetch(`${address}/api/v1/network.gexf?level=claims&${lens}`)).text();
    const printed = await run(['export', '--format', 'csv'], environment);
    const table = await (await fetch(`${address}/api/v1/network.csv`)).text();
    child.kill();
    await closed;

    expect([done.status, done.out, done.errors]).toEqual([0, '', `Written to ${file}.\n`]);
    expect(readFileSync(file, 'utf8')).toBe(served);
    expect(printed).toEqual({ status: 0, out: table, errors: '' });
  });

  it('when there is no store, then it is of the dataset that comes with the program, and says so aside', async () => {
    const { status, out, errors } = await run(['neighbours', 'vladimir-putin'], {
      DATA_DIR: join(folder, 'none'),
    });

    expect(status).toBe(0);
    expect(errors).toContain('the dataset that comes with the program');
    expect(out).toMatch(/^Donald Trump \[donald-trump\] 26 claims: .*→ friend \(6\)/);
    expect(out).toMatch(/7 neighbours of Vladimir Putin; 25 of 81 claims/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('when a path is asked for, then it is read in words with its sources, or as the API answers it', async () => {
    const args = ['path', 'donald-trump', 'vladimir-putin', '--lens', 'k=1'];
    const { out } = await run(args);
    const json = JSON.parse((await run([...args, '--json'])).out) as { connections: [{ paths: unknown[] }] };

    expect(out).toContain('Donald Trump – Vladimir Putin: 1 path, and more');
    expect(out).toMatch(/Donald Trump consults Vladimir Putin \(“plans to meet”\), say .*\[1\]\[2\]\[3\]/);
    expect(out).toMatch(
      /\n\[1\] “The possible meeting of Trump and Putin .*” the document’s own voice; The envoy’s interview/,
    );
    expect(json.connections[0].paths).toHaveLength(1);
  });

  it.each([
    [['neighbours', 'nobody'], 1, 'no actor "nobody"'],
    [['neighbours'], 2, 'neighbours takes the id of one actor'],
    [['path', 'donald-trump'], 2, 'path takes the ids of two actors or more'],
    [['path', 'donald-trump', 'nato', '--lens', 'bogus=1'], 1, 'bogus: this call has no such parameter'],
    [['export', 'network.pdf'], 2, '--format takes gexf, graphml, csv, json, not "pdf"'],
    [['export', '--level', 'words'], 1, 'level: '],
    [['export', join('/no-such-folder', 'x.gexf')], 1, 'cannot be written (ENOENT)'],
  ])('when asked %j, then it ends with %i and says what was expected', async (args, status, words) => {
    const ended = await run(args);

    expect(ended.status).toBe(status);
    expect(ended.errors).toContain(words);
    expect(ended.errors).not.toMatch(/\n\s+at /);
    expect(ended.out).toBe('');
  });
});

describe('serve', () => {
  it('when started, then it prints one line with the address, answers there, and ends at SIGTERM', async () => {
    const { child, closed, line, address } = await start({ DATA_DIR: join(folder, 'one') });

    expect(line).toMatch(/^Onrecord is ready at http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const page = await fetch(`${address}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<title>Onrecord');
    child.kill('SIGTERM');
    const [status] = await closed;
    if (process.platform !== 'win32') expect(status).toBe(0);
  });

  it('when another process holds the data folder, then it says so and ends with 1', async () => {
    const environment = { DATA_DIR: join(folder, 'two') };
    const first = await start(environment);
    try {
      const second = await run(['serve'], environment);

      expect(second.status).toBe(1);
      expect(second.errors).toContain(String(first.child.pid));
      expect(second.errors).not.toMatch(/\n\s+at /);
    } finally {
      first.child.kill();
      await first.closed;
    }
  });

  it('when started again on the same data, then positions and version are the same', async () => {
    const environment = { DATA_DIR: join(folder, 'three') };
    const answers: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { child, closed, address } = await start(environment);
      answers.push(await (await fetch(`${address}/api/v1/network`)).text());
      child.kill();
      await closed;
    }
    expect(answers[1]).toBe(answers[0]);
  });

  it('when an own dataset is given, then it is what is served; a second one into the same store is refused', async () => {
    const own = join(folder, 'own');
    mkdirSync(join(own, 'documents'), { recursive: true });
    writeFileSync(
      join(own, 'actors.yaml'),
      '- { id: ada, name: Ada, kind: person }\n- { id: bob, name: Bob, kind: person }\n',
    );
    writeFileSync(
      join(own, 'documents/note.yaml'),
      'id: note\nkind: report\ntitle: A note\npublisher: The Paper\ntext: Ada trusts Bob.\nclaims:\n' +
        '  - { subject: ada, type: befriends, object: bob, label: trusts, stance: positive, quote: trusts, start: 4, end: 10 }\n',
    );
    const environment = { DATA_DIR: join(folder, 'four') };
    const { child, closed, address } = await start(environment, ['--dataset', own]);
    const network = (await (await fetch(`${address}/api/v1/network`)).json()) as { nodes: { key: string }[] };
    child.kill();
    await closed;

    expect(network.nodes.map(({ key }) => key).sort()).toEqual(['ada', 'bob']);
    const refused = await run(['serve', '--dataset', SHIPPED_DATASET], environment);
    expect(refused.status).toBe(1);
    expect(refused.errors).toContain('empty');
  });

  it('when the dataset has faults, then it does not start and names every one', async () => {
    const broken = copyOfShipped('broken');
    const path = join(broken, 'documents/portrait-gift.yaml');
    const lines = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      lines.replace(/type: leads/, 'type: loves').replace(/object: donald-trump/, 'object: donald-duck'),
    );
    const result = await run(['serve', '--dataset', broken], { DATA_DIR: join(folder, 'five') });

    expect(result.status).toBe(1);
    expect(result.out).toBe('');
    expect(result.errors).toMatch(/documents\/portrait-gift\.yaml:\d+: claim \d+ .*loves/);
    expect(result.errors).toMatch(/documents\/portrait-gift\.yaml:\d+: claim \d+ .*donald-duck/);
    expect(result.errors).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'five'))).toBe(false);
  });

  it('when variables are at fault, then each is named and it ends with 1', async () => {
    const { status, errors } = await run(['serve'], { PORT: 'high', LOG_LEVEL: 'loud' });

    expect(status).toBe(1);
    expect(errors).toContain('PORT:');
    expect(errors).toContain('LOG_LEVEL:');
  });
});

describe('check', () => {
  it('when the shipped dataset is checked, then it counts what is there', async () => {
    const { status, out } = await run(['check']);

    expect(status).toBe(0);
    expect(out).toContain('35 actors, 2 documents, 81 claims: no fault');
  });

  it('when a folder has faults, then each is a line with file, line, claim, expected and found, and it ends with 1', async () => {
    const broken = copyOfShipped('broken-too');
    const path = join(broken, 'documents/envoy-interview.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/start: (\d+)/g, (_, start) => `start: ${Number(start) + 1}`),
    );
    const { status, out } = await run(['check', broken]);

    expect(status).toBe(1);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(31);
    for (const line of lines) {
      expect(line).toMatch(/^documents\/envoy-interview\.yaml:\d+: claim \d+ \(.+\).*expected .+, found .+/);
    }
  });

  it.each([
    ['a folder that is not there', ['check', '/nowhere/at/all'], 1, /no such folder/],
    ['two folders', ['check', 'a', 'b'], 2, /one folder/],
    ['an unknown command', ['explode'], 2, /explode/],
    ['an unknown option', ['serve', '--port', '1'], 2, /--port/],
  ])('when it is given %s, then it says so without a stack', async (_what, args, status, message) => {
    const result = await run(args);

    expect(result.status).toBe(status);
    expect(result.out + result.errors).toMatch(message);
    expect(result.errors).not.toMatch(/\n\s+at /);
  });
});

describe('import', () => {
  const table = 'subject,type,object,quote\nAda,befriends,Bob,a friend\n,befriends,Bob,q\n';

  it('when rows are at fault, then each is printed and nothing is imported, unless the valid rest is asked for', async () => {
    const file = join(folder, 'claims.csv');
    writeFileSync(file, table);
    const environment = { DATA_DIR: join(folder, 'imports') };

    const refused = await run(['import', file], environment);
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('line 3, subject: expected, but empty');
    const tried = await run(['import', file, '--dry-run', '--valid-only'], environment);
    expect(tried.out).toMatch(/Dry run, nothing changed. It would add 1 claim /);
    const done = await run(['import', file, '--valid-only'], environment);
    expect(done.status).toBe(0);
    expect(done.out).toMatch(/Added 1 claim .*entry 2 of the ledger/);
    const again = await run(['import', file, '--valid-only'], environment);
    expect(again.out).toContain('Nothing to add');
    expect([refused, tried, done, again].map(({ errors }) => errors)).toEqual(['', '', '', '']);

    const { child, closed, address } = await start(environment);
    const actors = (await (await fetch(`${address}/api/v1/actors`)).json()) as { items: { label: string }[] };
    child.kill();
    await closed;
    expect(actors.items.map(({ label }) => label)).toEqual(['Ada', 'Bob']);
  });

  it.each([
    [['import'], 2, /one file/],
    [['import', 'a.csv', '--map', 'robot=x'], 2, /column=header/],
    [['import', 'no-such.csv'], 1, /cannot be read/],
    [['import', LAUNCH], 1, /columns are missing/i],
  ] as const)(
    'when it is asked for as %j, then it ends with %i and says why',
    async (args, status, words) => {
      const result = await run(args, { DATA_DIR: join(folder, 'imports-faulty') });
      expect(result.status).toBe(status);
      expect(result.errors).toMatch(words);
      expect(result.errors).not.toMatch(/\n\s+at /);
    },
  );
});

describe('extract', () => {
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('when a report is given, then each relation comes with its sentence, and as JSON with offsets that hold', async () => {
    const report = 'President of Norway Anna Berg condemned Chile on Monday.\n';
    const path = write('report.txt', report);

    expect((await run(['extract', path])).out).toContain('Anna Berg – president of [leads');
    const { claims } = JSON.parse((await run(['extract', path, '--json'])).out) as {
      readonly claims: readonly { readonly type: string; readonly start: number; readonly end: number }[];
    };
    const leads = claims.find(({ type }) => type === 'leads');
    expect(report.slice(leads?.start, leads?.end)).toContain('President of Norway Anna Berg');
  });

  it('when the file is a page, then its words are read and not its scripts', async () => {
    const path = write(
      'page.html',
      '<title>Talks</title><script>Norway attacked Chile</script><p>Anna Berg thanked Chile.</p>',
    );

    const { out } = await run(['extract', path]);
    expect(out).toContain('Anna Berg thanked Chile');
    expect(out).not.toContain('attacked');
  });

  it('when the report is not in English, then it says so and proposes nothing', async () => {
    const path = write(
      'bericht.txt',
      'Der Bundeskanzler traf am Montag den Präsidenten von Frankreich und dankte ihm für die Hilfe seines Landes.\n',
    );

    const { status, out, errors } = await run(['extract', path]);
    expect({ status, out }).toEqual({ status: 0, out: '0 proposals\n' });
    expect(errors).toContain('another language than English (de)');
  });

  it.each([
    ['nothing', '', 'found none'],
    ['a PDF by another name', '%PDF-1.7\n', 'found a PDF'],
    ['bytes that are no text', Uint8Array.of(0, 1, 2, 3, 0, 0, 27, 91), 'expected text'],
  ])('when the file holds %s, then it is refused by name and it ends with 1', async (_, content, reason) => {
    const path = write('wrong.txt', content);

    const { status, out, errors } = await run(['extract', path]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toContain(`${path}: `);
    expect(errors).toContain(reason);
  });
});
