import type { ClaimAnswer, NeighboursAnswer } from '../../../../graph-data/contract/answers.ts';
import type { ActorKind } from '../../../../graph-data/model/actor.ts';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import type { PageProblem } from '../../../api/problem-error.ts';
import type { TreeRow } from './tree-row.ts';

export type NeighbourItem = NeighboursAnswer['items'][number];

/** An actor as the drawn network has it. */
export interface RootActor {
  readonly id: ActorId;
  readonly label: string;
  readonly kind: ActorKind;
  readonly claims: number;
}

/** What stands under an open row, as far as it has come. */
export interface Branch {
  /** The request it answers: under another lens it is asked for anew, and stays meanwhile. */
  readonly address: string;
  readonly items: readonly (NeighbourItem | ClaimAnswer)[];
  readonly nextCursor: string | null;
  readonly problem: PageProblem | null;
}

export type ExploreRow = TreeRow &
  (
    | { readonly kind: 'actor'; readonly actor: RootActor }
    | {
        readonly kind: 'neighbour';
        readonly from: ActorId;
        readonly fromName: string;
        readonly item: NeighbourItem;
      }
    | { readonly kind: 'claim'; readonly claim: ClaimAnswer; readonly isDisputed: boolean }
    | { readonly kind: 'more'; readonly what: 'neighbours' | 'claims'; readonly loaded: number }
    | { readonly kind: 'note'; readonly note: 'waiting' | 'nothing' | 'failed' }
  );

export const toActorKey = (actor: string): string => `actor ${actor}`;
export const toPairKey = (from: string, to: string): string => `pair ${from} ${to}`;
export const toClaimKey = (from: string, to: string, claim: string): string => `claim ${from} ${to} ${claim}`;

/** The rows that are seen: actors, under open ones their neighbours, under open ones the claims that tie them. */
export function toExploreRows(
  roots: readonly RootActor[],
  expanded: ReadonlySet<string>,
  branches: ReadonlyMap<string, Branch>,
): ExploreRow[] {
  const rows: ExploreRow[] = [];
  roots.forEach((actor, place) => {
    const key = toActorKey(actor.id);
    const isExpanded = expanded.has(key);
    rows.push({
      kind: 'actor',
      actor,
      key,
      level: 1,
      parent: null,
      position: place + 1,
      siblings: roots.length,
      isExpanded,
      text: actor.label,
    });
    if (isExpanded)
      addBranch(rows, key, 2, branches.get(key), 'neighbours', (item, common) => {
        const neighbour = item as NeighbourItem;
        const pair = toPairKey(actor.id, neighbour.actor.id);
        const isOpen = expanded.has(pair);
        rows.push({
          ...common,
          kind: 'neighbour',
          from: actor.id,
          fromName: actor.label,
          item: neighbour,
          key: pair,
          isExpanded: isOpen,
          text: neighbour.actor.label,
        });
        if (isOpen)
          addBranch(rows, pair, 3, branches.get(pair), 'claims', (inner, own) => {
            const claim = inner as ClaimAnswer;
            rows.push({
              ...own,
              kind: 'claim',
              claim,
              isDisputed: neighbour.relations.some(({ id, disputed }) => disputed && id === claim.relation),
              key: toClaimKey(actor.id, neighbour.actor.id, claim.id),
              isExpanded: null,
              text: claim.label,
            });
          });
      });
  });
  return rows;
}

type Common = Pick<TreeRow, 'level' | 'parent' | 'position' | 'siblings'>;

function addBranch(
  rows: ExploreRow[],
  parent: string,
  level: number,
  branch: Branch | undefined,
  what: 'neighbours' | 'claims',
  add: (item: Branch['items'][number], common: Common) => void,
): void {
  const note =
    branch === undefined
      ? 'waiting'
      : branch.problem
        ? 'failed'
        : branch.items.length === 0
          ? 'nothing'
          : null;
  const hasMore = branch !== undefined && branch.nextCursor !== null;
  const siblings = (branch?.items.length ?? 0) + (note === null ? 0 : 1) + (hasMore ? 1 : 0);
  const common = { level, parent, siblings };
  branch?.items.forEach((item, place) => add(item, { ...common, position: place + 1 }));
  const last = { ...common, position: siblings, isExpanded: null, text: '' };
  if (note !== null) rows.push({ ...last, kind: 'note', note, key: `note ${parent}` });
  else if (hasMore)
    rows.push({ ...last, kind: 'more', what, loaded: branch.items.length, key: `more ${parent}` });
}
