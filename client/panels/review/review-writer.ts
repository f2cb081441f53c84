import type { DecisionsAnswer } from '../../../graph-data/contract/writes.ts';
import type { Status } from '../../../graph-data/model/claim.ts';
import type { ChangeRequest } from '../../api/changes.ts';
import { decisionsRequest, undoRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import type { Send } from '../../state/keep-changes.ts';
import { MOST_DECISIONS } from './limits.ts';
import type { Decision, Step } from './review-state.ts';

/** What every change answers, whatever else. */
export interface Changed {
  /** The ledger's entry; null where nothing changed. */
  readonly seq: number | null;
  readonly version: number;
}

export interface WriterEvents {
  /** How many steps are not kept yet. */
  onWaiting(count: number): void;
  onKept(claims: readonly string[], version: number): void;
  onRefused(steps: readonly Step[], problem: PageProblem): void;
  /** Something other than decisions was taken back: what is shown must be read anew. */
  onUndone(step: Step): void;
  onUndoRefused(step: Step, problem: PageProblem): void;
}

/** Sends a reviewer's changes in the order they were made, one request at a time, while the reviewer goes on. */
export interface ReviewWriter {
  /** Decisions that come while a request is under way are sent together. */
  decide(step: Step): void;
  /** Takes a step back: one not sent yet is never sent, another is undone in its turn. */
  undo(step: Step): void;
  /** Any other change in its turn. The request is made when that comes, so that it can name the version it stands on. */
  change<T extends Changed>(step: Step, make: () => ChangeRequest<T>): Promise<T>;
  /** Something else in its turn: nothing is sent until it has ended. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
  /** The status each claim with an unkept decision is to have. */
  toStatuses(): ReadonlyMap<string, Status>;
}

type Task =
  | { readonly kind: 'decide' | 'undo'; readonly step: Step }
  | { readonly kind: 'change' | 'other'; readonly run: () => Promise<void> };

/** How a step was kept. */
interface Kept {
  readonly seq: number | null;
  /** Its entry of the ledger holds other steps as well: undoing that would undo them. */
  readonly isShared: boolean;
}

export function createReviewWriter(send: Send, events: WriterEvents): ReviewWriter {
  const kept = new Map<number, Kept>();
  const { signal } = new AbortController(); // a change under way is never given up: the reviewer has seen it made
  let waiting: Task[] = [];
  let underWay: readonly Task[] = [];

  const tell = (): void =>
    events.onWaiting([...underWay, ...waiting].filter(({ kind }) => kind !== 'other').length);
  const add = (task: Task): void => {
    waiting.push(task);
    tell();
    if (underWay.length === 0) void work();
  };
  const work = async (): Promise<void> => {
    for (let next = takeNext(); next.length > 0; next = takeNext()) {
      underWay = next;
      await perform(next);
      underWay = [];
      tell();
    }
  };
  /** The first task; where it is a decision, those that follow it as well, as far as no claim is decided on twice. */
  const takeNext = (): readonly Task[] => {
    const batch: Task[] = [];
    const claims = new Set<string>();
    for (const task of waiting) {
      if (task.kind !== 'decide') break;
      const own = task.step.decisions.map(({ claim }) => claim);
      if (own.some((claim) => claims.has(claim)) || claims.size + own.length > MOST_DECISIONS) break;
      own.forEach((claim) => claims.add(claim));
      batch.push(task);
    }
    const taken = batch.length > 0 ? batch : waiting.slice(0, 1);
    waiting = waiting.slice(taken.length);
    return taken;
  };
  const perform = async (tasks: readonly Task[]): Promise<void> => {
    const [first] = tasks;
    if (first !== undefined && 'run' in first) await first.run();
    else if (first?.kind === 'undo') await takeBack(first.step);
    else await keep(tasks.flatMap((task) => (task.kind === 'decide' ? [task.step] : [])));
  };
  const keep = async (steps: readonly Step[]): Promise<void> => {
    const decisions = steps.flatMap((step) => step.decisions);
    try {
      const { seq, version } = await sendDecisions(decisions, 'to');
      for (const step of steps) kept.set(step.id, { seq, isShared: steps.length > 1 });
      events.onKept(
        decisions.map(({ claim }) => claim),
        version,
      );
    } catch (error) {
      events.onRefused(steps, toPageProblem(error));
    }
  };
  const takeBack = async (step: Step): Promise<void> => {
    const how = kept.get(step.id);
    if (how === undefined) return; // it was refused, and stands as it was
    try {
      if (step.isChange) {
        if (how.seq !== null) await send(undoRequest(how.seq), signal);
        events.onUndone(step);
        return;
      }
      const { version } =
        how.seq === null || how.isShared
          ? await sendDecisions(step.decisions, 'from')
          : await send(undoRequest(how.seq), signal);
      events.onKept(
        step.decisions.map(({ claim }) => claim),
        version,
      );
    } catch (error) {
      events.onUndoRefused(step, toPageProblem(error));
    }
  };
  const sendDecisions = (decisions: readonly Decision[], which: 'from' | 'to'): Promise<DecisionsAnswer> =>
    send(decisionsRequest(decisions.map((made) => ({ claim: made.claim, status: made[which] }))), signal);

  const addRun = <T>(kind: 'change' | 'other', run: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      add({ kind, run: () => run().then(resolve, reject) });
    });

  return {
    decide: (step) => add({ kind: 'decide', step }),
    undo: (step) => {
      const isUnsent = waiting.some((task) => task.kind === 'decide' && task.step.id === step.id);
      if (!isUnsent) {
        add({ kind: 'undo', step });
        return;
      }
      waiting = waiting.filter((task) => task.kind !== 'decide' || task.step.id !== step.id);
      tell();
    },
    change: (step, make) =>
      addRun('change', async () => {
        const answer = await send(make(), signal);
        kept.set(step.id, { seq: answer.seq, isShared: false });
        return answer;
      }),
    inTurn: (run) => addRun('other', run),
    toStatuses: () =>
      new Map(
        [...underWay, ...waiting].flatMap((task) => {
          if ('run' in task) return [];
          const which = task.kind === 'decide' ? 'to' : 'from';
          return task.step.decisions.map((made) => [made.claim, made[which]] as const);
        }),
      ),
  };
}
