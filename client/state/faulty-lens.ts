import type { Lens } from '../../graph-data/model/lens.ts';
import { DEFAULT_LENS, toLensParameters } from '../../graph-data/model/lens.ts';
import { parseLensParameters } from './lens-parameters.ts';

/**
 * The lens without the parameters a server refused, as its problem points at them (`/query/speaker`), and those parts as
 * `name=value`. Undefined when no pointer names a part of the lens: then leaving out would not help.
 */
export function withoutFaultyParts(
  lens: Lens,
  pointers: readonly string[],
): { readonly lens: Lens; readonly dropped: readonly string[] } | undefined {
  const names = new Set(pointers.map((pointer) => pointer.split('/')[2] ?? ''));
  const all = toLensParameters(lens);
  const dropped = all.filter(([name]) => names.has(name)).map(([name, value]) => `${name}=${value}`);
  if (dropped.length === 0) return undefined;
  const kept = parseLensParameters(all.filter(([name]) => !names.has(name))).lens;
  return { lens: toLensParameters(kept).length === 0 ? DEFAULT_LENS : kept, dropped };
}
