import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { toCountWords } from '../words/count-words.ts';
import { ActorMark } from './actor-mark.tsx';

interface ActorRowProps {
  readonly actor: { readonly label: string; readonly kind: ActorKind; readonly claims: number };
  readonly onChoose: () => void;
}

/** An actor in a list to choose from, with its claims. */
export function ActorRow({ actor: { label, kind, claims }, onChoose }: ActorRowProps) {
  return (
    <li className="row">
      <button type="button" className="row-button" onClick={onChoose}>
        <span className="row-head">
          <ActorMark kind={kind} />
          <span className="row-name">{label}</span>
          <span className="row-count">{toCountWords(claims, 'claim')}</span>
        </span>
      </button>
    </li>
  );
}
