import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { KIND_GLYPHS } from '../../canvas/kind-glyphs.ts';

/** A kind as the network draws it: its colour, and its sign for those who do not tell the colours apart. */
export function ActorMark({ kind }: { readonly kind: ActorKind }) {
  return (
    <svg
      className={`actor-mark kind-${kind}`}
      viewBox="-14 -14 28 28"
      width="18"
      height="18"
      aria-hidden="true"
    >
      <circle r="14" />
      <path d={KIND_GLYPHS[kind]} fillRule="evenodd" />
    </svg>
  );
}
