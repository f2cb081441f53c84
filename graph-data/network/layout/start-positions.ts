/**
 * Where nodes start: a place in the square from −1 to 1 hashed from the id (FNV-1a), never (0, 0). Where two ids hash to one
 * place, the later one moves on to another: nodes that start together would stay together.
 */
export function toStartPositions(ids: readonly string[]): Float32Array {
  const positions = new Float32Array(ids.length * 2);
  const taken = new Set<number>();
  ids.forEach((id, index) => {
    for (let salt = ''; ; salt += '/') {
      positions[index * 2] = hashToUnit(`${id}/x${salt}`);
      positions[index * 2 + 1] = hashToUnit(`${id}/y${salt}`);
      const key = toStep(positions[index * 2] ?? 0) * 0x4000000 + toStep(positions[index * 2 + 1] ?? 0);
      if (taken.has(key)) continue;
      taken.add(key);
      return;
    }
  });
  return positions;
}

/** From −1 to 1 in steps as fine as single precision there. */
function toStep(unit: number): number {
  return Math.floor((unit + 1) * 0x1000000);
}

function hashToUnit(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); // FNV leaves similar ids close together: mix once more
  hash ^= hash >>> 13;
  return ((hash >>> 0) + 0.5) / 0x80000000 - 1;
}
