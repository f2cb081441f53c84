import type { ComparedSide } from '../../network/compare/compared.ts';
import { COMPARED_SIDES } from '../../network/compare/compared.ts';
import { BrokenColumnsError, decodeColumns } from './column-file.ts';

/** The column that a comparison has beside those of a network: places in COMPARED_SIDES, one an edge. */
export const SIDE_COLUMN = 'edge.side';

/**
 * Whose each edge is, in the order in which `decodeNetwork` reads them from the same bytes. Throws {@link BrokenColumnsError}
 * where they hold no comparison.
 */
export function decodeSides(bytes: Uint8Array): ComparedSide[] {
  const file = decodeColumns(bytes);
  const sides = file.numbers(SIDE_COLUMN, 'u8', file.numbers('edge.type', 'u8').length);
  return Array.from(sides, (place) => {
    const side = COMPARED_SIDES[place];
    if (side === undefined) throw new BrokenColumnsError(`${SIDE_COLUMN} holds ${place}, which is no side`);
    return side;
  });
}
