/**
 * A hash of what YAML files say, whatever the files' order, names, comments, layout and order of keys. It looks at the data as
 * written, before defaults are filled in, so that a newer program with more fields finds the same hash.
 */
export function hashDataset(values: readonly unknown[], sha256Hex: (text: string) => string): string {
  // Each file by itself: all of them in one string could pass the longest string there is.
  const hashes = values.map((value) => sha256Hex(JSON.stringify(sortKeys(value)))).sort();
  return sha256Hex(hashes.join('\n'));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
