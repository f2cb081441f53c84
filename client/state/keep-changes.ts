import type { ChangeRequest, UndoAnswer } from '../api/changes.ts';
import { undoRequest } from '../api/changes.ts';
import { toPageProblem } from '../api/problem-error.ts';
import type { NetworkKeeper } from './keep-network-loaded.ts';
import { toFreshness } from './freshness.ts';
import { FRESH_NOTICE, toChangeNotice, toUndoneNotice, withNotice } from './notices.ts';
import type { PageStore } from './page-store.ts';

export type Send = <T>(request: ChangeRequest<T>, signal: AbortSignal) => Promise<T>;

/** What every change answers. */
interface Made {
  /** Null where nothing had to change. */
  readonly seq: number | null;
  readonly version: number;
}

/** Makes the changes of the dataset, and keeps what is shown in step with it. */
export interface ChangeKeeper {
  /** Sends a change and nothing more: whoever sends it says what came of it. */
  readonly send: Send;
  /** Sends a change; when it is made, what is shown is asked for anew, and a notice says `did` with the way back. */
  make<T extends Made>(request: ChangeRequest<T>, did: (answer: T) => string): Promise<T>;
  /**
   * Takes an entry back, or the last that stands, and says so. Where later entries stand in the way, the page asks:
   * see `StoreState.blocked`. Fails with a notice; never throws.
   */
  undo(seq?: number, did?: string, withDependents?: boolean): Promise<void>;
  /** The dataset has come to this version, here or elsewhere. */
  announce(version: number): void;
  dispose(): void;
}

export function keepChanges(store: PageStore, keeper: NetworkKeeper, transmit: Send): ChangeKeeper {
  let underWay = 0;
  /** The newest version heard of that is not on the page yet. */
  let announced = 0;
  /** The newest version that was asked for unasked: an answer that is older all the same is not asked for again. */
  let asked = 0;
  const look = (): void => {
    const state = store.getState();
    switch (toFreshness(state, announced, underWay > 0)) {
      case 'reload':
        if (asked === announced) break;
        asked = announced;
        keeper.reload();
        break;
      case 'offer':
        if (!state.notices.includes(FRESH_NOTICE))
          store.setState(({ notices }) => ({ notices: withNotice(notices, FRESH_NOTICE) }));
        break;
      case 'fresh':
        if (state.notices.includes(FRESH_NOTICE))
          store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice !== FRESH_NOTICE) }));
    }
  };
  const send: Send = async (request, signal) => {
    underWay += 1;
    try {
      return await transmit(request, signal);
    } finally {
      underWay -= 1;
      // Whoever sent it comes first, and may ask for everything anew.
      setTimeout(look, 0);
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.network !== before.network || state.page.view !== before.page.view) look();
  });
  return {
    send,
    async make(request, did) {
      const answer = await send(request, new AbortController().signal);
      keeper.reload();
      const notice = toChangeNotice(did(answer), answer.seq);
      store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
      return answer;
    },
    async undo(seq, did, withDependents = false) {
      try {
        const answer = await send(undoRequest(seq, withDependents), new AbortController().signal);
        keeper.reload();
        const notice = toUndoneNotice(did ?? toUndoneWords(answer), answer.seq);
        store.setState(({ notices }) => ({ blocked: null, notices: withNotice(notices, notice) }));
      } catch (error) {
        const problem = toPageProblem(error);
        const isBlocked = problem.status === 409 && seq !== undefined && !withDependents;
        if (isBlocked && problem.reasons.length > 0) {
          store.setState({ blocked: { seq, did: did ?? `entry ${seq}`, reasons: problem.reasons } });
          return;
        }
        const text = problem.detail === null ? problem.title : `${problem.title}: ${problem.detail}`;
        store.setState(({ notices }) => ({
          blocked: null,
          notices: withNotice(notices, { id: 'change', text: `${text.replace(/\.$/, '')}.` }),
        }));
      }
    },
    announce(version) {
      announced = Math.max(announced, version);
      look();
    },
    dispose: unsubscribe,
  };
}

function toUndoneWords({ undone }: UndoAnswer): string {
  return undone.length === 1 ? `entry ${undone[0]} of the ledger` : `${undone.length} entries of the ledger`;
}
