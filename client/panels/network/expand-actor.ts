import type { ActorDetail } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { actorRequest } from '../../api/requests.ts';
import { countHidden, withExpansion } from '../../state/expansions.ts';
import { isCutByLimit, isCutByRelations } from '../../state/network-state.ts';
import { changePage } from '../../state/page-store.ts';
import type { PageServices } from '../page-context.ts';

/** Brings in a lot of an actor's hidden neighbours, where it has any: what a double click and the key E ask for. */
export async function expandActor(
  { store, ask, answers }: Pick<PageServices, 'store' | 'ask' | 'answers'>,
  actor: ActorId,
): Promise<void> {
  const { page, network } = store.getState();
  const { loaded } = network;
  if (loaded === null || loaded.compared !== null) return;
  if (!(isCutByLimit(loaded.meta.cutBy) || isCutByRelations(loaded.meta.cutBy))) return;
  const request = actorRequest(actor, page.lens);
  const known = answers.get(request.address) as ActorDetail | undefined;
  const { neighbours } = known ?? (await ask(request, new AbortController().signal));
  const hidden = countHidden(loaded.graph, actor, neighbours);
  if (hidden > 0) changePage(store, (before) => withExpansion(before, actor, null, hidden));
}
