import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { toActorSelection } from '../../state/selection.ts';
import { useChangePage } from '../page-context.ts';

/** An actor's name that selects it. */
export function ActorLink({ actor }: { readonly actor: ActorRef }) {
  const change = useChangePage();
  return (
    <button
      type="button"
      className="actor-link"
      onClick={() => change((page) => withSelection(page, toActorSelection(actor.id as ActorId)))}
    >
      {actor.label}
    </button>
  );
}
