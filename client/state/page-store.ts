import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { SessionAnswer } from '../../graph-data/contract/writes.ts';
import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CaseState } from './case-file-state.ts';
import { NO_CASE } from './case-file-state.ts';
import type { JobsState } from './jobs-state.ts';
import { NO_JOBS } from './jobs-state.ts';
import type { MetricsState } from './metrics-state.ts';
import { NO_METRICS } from './metrics-state.ts';
import type { NetworkState } from './network-state.ts';
import { NO_NETWORK } from './network-state.ts';
import type { Notice } from './notices.ts';
import { toFaultNotice } from './notices.ts';
import type { Counts } from '../../graph-data/network/lens/apply-lens.ts';
import type { PageState } from './page-state.ts';
import { parseUrlQuery } from './url-state.ts';

/** Everything the page knows. */
export interface StoreState {
  readonly page: PageState;
  readonly network: NetworkState;
  /** Who matters in it, as far as that was asked for. */
  readonly metrics: MetricsState;
  /** Names of every actor seen so far, by id: a lens may leave out the actor it names. */
  readonly names: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
  /** The data's version that the followed link names, until it was compared. */
  readonly linkVersion: number | null;
  /** Who is here and what they may do; null until the server has said so: then nothing may be changed. */
  readonly session: SessionAnswer | null;
  readonly jobs: JobsState;
  /** The files that the dialog for reports is open with; null while it is closed. */
  readonly adding: readonly File[] | null;
  readonly blocked: BlockedUndo | null;
  readonly caseFile: CaseState;
  /** The actors of the path that is in front, in its order, while the panel shows one. */
  readonly lifted: readonly ActorId[] | null;
  /** What the picture shows while time is played or its brush is moved, before the lens says so; null at rest. */
  readonly passing: Counts | null;
}

/** An undo that later entries stand in the way of: the page asks whether to take those back too. */
export interface BlockedUndo {
  readonly seq: number;
  /** What the entry did. */
  readonly did: string;
  /** One a later entry. */
  readonly reasons: readonly string[];
}

export type PageStore = StoreApi<StoreState>;

/** A store that starts at what an address's query asks for. */
export function createPageStore(query: string): PageStore {
  const { page, version, faults } = parseUrlQuery(query);
  const notice = toFaultNotice(faults);
  return createStore<StoreState>()(() => ({
    page,
    network: NO_NETWORK,
    metrics: NO_METRICS,
    names: new Map(),
    notices: notice ? [notice] : [],
    linkVersion: version,
    session: null,
    jobs: NO_JOBS,
    adding: null,
    blocked: null,
    caseFile: NO_CASE,
    lifted: null,
    passing: null,
  }));
}

/** Applies a pure transition to the page's state; one that changes nothing tells nobody. */
export function changePage(store: PageStore, transition: (page: PageState) => PageState): void {
  const { page } = store.getState();
  const next = transition(page);
  if (next !== page) store.setState({ page: next });
}
