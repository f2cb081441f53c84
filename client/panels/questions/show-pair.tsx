import type { Pair } from '../../../graph-data/contract/questions.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { withSelection, withTab } from '../../state/page-transitions.ts';
import { toPairSelection } from '../../state/selection.ts';
import { useChangePage, useServices } from '../page-context.ts';

/** Goes to the network with the pair selected and in sight. */
export function ShowPair({ pair }: { readonly pair: Pair }) {
  const change = useChangePage();
  const { canvas } = useServices();
  const selection = toPairSelection(pair.subject.id as ActorId, pair.object.id as ActorId);
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        change((page) => withSelection(withTab(page, 'network'), selection));
        canvas.current?.flyTo(selection);
      }}
    >
      Show in the network
      <span className="visually-hidden">
        : {pair.subject.label} and {pair.object.label}
      </span>
    </button>
  );
}

/** "Russia → Ukraine". */
export function toPairWords({ subject, object, direction }: Pair): string {
  return `${subject.label} ${direction === 'both' ? '↔' : '→'} ${object.label}`;
}
