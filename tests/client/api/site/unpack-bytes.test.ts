import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackBytes } from '../../../../client/api/site/unpack-bytes.ts';

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

describe('unpackBytes', () => {
  it('when the bytes are packed, then they are unpacked; when a web server has done so already, then they stay', async () => {
    const bytes = new TextEncoder().encode('ORC1 and more');

    expect(await unpackBytes(toBuffer(gzipSync(bytes)))).toEqual(bytes);
    expect(await unpackBytes(toBuffer(bytes))).toEqual(bytes);
    expect(await unpackBytes(new ArrayBuffer(0))).toHaveLength(0);
  });

  it('when packed bytes are cut off or changed on the way, then they are refused', async () => {
    const packed = gzipSync(new TextEncoder().encode('x'.repeat(5000)));
    const changed = Uint8Array.from(packed);
    const last = changed.length - 6;
    changed[last] = (changed[last] ?? 0) ^ 1; // of the checksum

    await expect(unpackBytes(toBuffer(packed.subarray(0, 20)))).rejects.toThrow();
    await expect(unpackBytes(toBuffer(changed))).rejects.toThrow();
  });
});
