/** The first bytes of what gzip has packed (RFC 1952). */
const GZIP = [0x1f, 0x8b] as const;

/** The bytes unpacked where they are packed: some web servers unpack a file for the browser, some do not. */
export async function unpackBytes(bytes: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const read = new Uint8Array(bytes);
  if (GZIP.some((byte, at) => read[at] !== byte)) return read;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
