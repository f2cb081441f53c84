import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AnswerBodies } from '../../../server/api/answer-bodies.ts';
import { sha256Hex } from '../../../server/store/sha256-hex.ts';

const bytes = (length: number): Buffer => Buffer.alloc(length, 'onrecord ');

describe('AnswerBodies', () => {
  it('when more is kept than there is room for, then the one unused longest goes', () => {
    const bodies = new AnswerBodies(16_000);
    for (const address of ['/a', '/b', '/c', '/d', '/e', '/f']) bodies.add(address, bytes(1400));
    expect(bodies.find('/a')?.plain).toEqual(bytes(1400));
    for (const address of ['/g', '/h', '/i']) bodies.add(address, bytes(1400));
    expect(['/a', '/b', '/i'].map((address) => bodies.find(address) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('when a body would take more than an eighth of the room, then it is given and not kept', () => {
    const bodies = new AnswerBodies(16_000);
    expect(bodies.add('/large', bytes(2000)).plain).toHaveLength(2000);
    expect(bodies.find('/large')).toBeUndefined();
  });

  it('when asked for in an encoding, then it is compressed once and reads back the same', async () => {
    const bodies = new AnswerBodies();
    const body = bodies.add('/a', bytes(5000));
    const [br, gzip] = await Promise.all([
      bodies.encode('/a', body, 'br'),
      bodies.encode('/a', body, 'gzip'),
    ]);
    expect(brotliDecompressSync(br ?? '')).toEqual(body.plain);
    expect(gunzipSync(gzip ?? '')).toEqual(body.plain);
    expect(await bodies.encode('/a', body, 'br')).toBe(br);
    expect(await bodies.encode('/b', bodies.add('/b', bytes(100)), 'br')).toBeUndefined();
  });

  it('when a body is no JSON, then it is kept with its type and sent as it is', async () => {
    const bodies = new AnswerBodies();
    const body = bodies.add('/network.columns', bytes(5000), 'application/vnd.onrecord.columns');
    expect(bodies.find('/network.columns')?.mediaType).toBe('application/vnd.onrecord.columns');
    expect(await bodies.encode('/network.columns', body, 'br')).toBeUndefined();
  });

  it('when compressed forms fill the room, then they count too', async () => {
    const bodies = new AnswerBodies(16_000);
    const hashes = Array.from({ length: 40 }, (_, at) => sha256Hex(String(at)));
    const noise = Buffer.from(hashes.join(''), 'hex'); // which no compression makes smaller
    for (const address of ['/a', '/b', '/c', '/d', '/e', '/f', '/g'])
      await bodies.encode(address, bodies.add(address, noise), 'gzip');
    expect(bodies.find('/a')).toBeUndefined();
    expect(bodies.find('/g')).toBeDefined();
  });
});
