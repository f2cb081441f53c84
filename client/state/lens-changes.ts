import type { Lens } from '../../graph-data/model/lens.ts';
import { toLensParameters } from '../../graph-data/model/lens.ts';
import { parseLensParameters } from './lens-parameters.ts';

/** The lists of a lens that values are added to and taken from. */
export type ListKey = 'speakers' | 'publishers' | 'documents' | 'types' | 'stances' | 'modalities' | 'kinds';

/** The lens with a value added to one of its lists, or taken out where it is there. */
export function toggleLensValue<K extends ListKey>(lens: Lens, key: K, value: Lens[K][number]): Lens {
  const list = lens[key] as readonly string[];
  const next = list.includes(value) ? list.filter((item) => item !== value) : [...list, value];
  return { ...lens, [key]: next };
}

/** The lens with one of its lists replaced. */
export function withLensValues<K extends ListKey>(lens: Lens, key: K, values: Lens[K]): Lens {
  return { ...lens, [key]: values };
}

/** The lens without one of its conditions, named as the API names it. */
export function withoutLensParameter(lens: Lens, name: string, value: string): Lens {
  return parseLensParameters(toLensParameters(lens).filter(([n, v]) => n !== name || v !== value)).lens;
}
