import type { ClaimId } from '../../../../graph-data/model/ids.ts';
import type { Selection } from '../../../state/selection.ts';
import { toActorKey, toClaimKey, toPairKey } from './explore-rows.ts';

/**
 * The keys of the rows from an actor down to what is selected; empty where nothing is, or none of its actors is a root.
 * A pair stands under its first actor that is one.
 */
export function toPlaceInTree(
  selection: Selection,
  claim: ClaimId | null,
  isRoot: (actor: string) => boolean,
): readonly string[] {
  if (selection.kind === 'none') return [];
  if (selection.kind === 'actor') return isRoot(selection.actor) ? [toActorKey(selection.actor)] : [];
  const [from, to] = isRoot(selection.a) ? [selection.a, selection.b] : [selection.b, selection.a];
  if (!isRoot(from)) return [];
  return [toActorKey(from), toPairKey(from, to), ...(claim === null ? [] : [toClaimKey(from, to, claim)])];
}
