import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import { LONGEST_PAGE, claimsRequest, neighboursRequest } from '../../../api/requests.ts';
import type { LoadedNetwork } from '../../../state/network-state.ts';
import type { PageState } from '../../../state/page-state.ts';
import { withClaim, withSelection } from '../../../state/page-transitions.ts';
import { toActorSelection, toPairSelection } from '../../../state/selection.ts';
import { useChangePage, usePage, useServices, useVocabulary } from '../../page-context.ts';
import { toCountWords } from '../../words/count-words.ts';
import { toExploreCells } from './explore-cells.tsx';
import type { Branch, ExploreRow, RootActor } from './explore-rows.ts';
import { toActorKey, toClaimKey, toExploreRows, toPairKey } from './explore-rows.ts';
import { focusEvidence } from './focus-evidence.ts';
import { toPlaceInTree } from './place-in-tree.ts';
import { TreeGrid } from './tree-grid.tsx';
import { useBranches } from './use-branches.ts';

/** How long a row has the focus before the page selects it: passing over rows leaves no trail in the history. */
const FOLLOW_MS = 350;
const COLUMNS = ['Actor, neighbour, claim', 'What is said', 'Claims, or by whom'];
/** Heights in rem: one line, and the claims' two or three. */
const ONE_LINE = 2.75;
const CLAIM_LINES = 4.5;

/** Actors, under each its neighbours, under each the claims that tie them: the network without a picture. */
export function ExploreTable({ loaded }: { readonly loaded: LoadedNetwork }) {
  const { store } = useServices();
  const change = useChangePage();
  const vocabulary = useVocabulary();
  const lens = usePage((state) => state.page.lens);
  const selection = usePage((state) => state.page.selection);
  const claim = usePage((state) => state.page.claim);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [news, setNews] = useState('');
  const [own, setOwn] = useState<string>();
  const follow = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isNarrow = useIsNarrow();

  const roots = useMemo(
    () =>
      loaded.graph.mapNodes((id, { label, kind, claims }): RootActor => ({
        id: id as ActorId,
        label,
        kind,
        claims,
      })),
    [loaded.graph],
  );
  const { branches, ensure, loadMore } = useBranches((key, branch) =>
    setNews(toNews(branch, key.startsWith('actor'))),
  );
  const rows = useMemo(() => toExploreRows(roots, expanded, branches), [roots, expanded, branches]);
  useEffect(() => {
    for (const row of rows) {
      if (row.isExpanded !== true) continue;
      if (row.kind === 'actor') ensure(row.key, neighboursRequest(row.actor.id, lens, LONGEST_PAGE));
      if (row.kind === 'neighbour') ensure(row.key, toPairRequest(row.from, row.item.actor.id, lens));
    }
  }, [rows, lens, ensure]);

  // What was selected elsewhere is opened here; what is selected here is open already.
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState<string>();
  const place = JSON.stringify([selection, claim]);
  if (place !== seen) {
    setSeen(place);
    if (place !== own) {
      const path = toPlaceInTree(selection, claim, (id) => loaded.graph.hasNode(id));
      setWanted(path.toReversed());
      setExpanded(new Set([...expanded, ...path.slice(0, -1)]));
    }
  }
  useEffect(() => () => clearTimeout(follow.current), []);

  const select = useCallback(
    (row: ExploreRow): void => {
      clearTimeout(follow.current);
      change((page) => toPage(page, row));
      const { page } = store.getState();
      setOwn(JSON.stringify([page.selection, page.claim]));
    },
    [change, store],
  );
  const onToggle = (row: ExploreRow, isExpanded: boolean): void => {
    const next = new Set(expanded);
    if (isExpanded) next.add(row.key);
    else next.delete(row.key);
    setExpanded(next);
  };
  const isButton = (row: ExploreRow): boolean => {
    if (row.kind !== 'more' && row.kind !== 'note') return false;
    if (row.parent !== null) loadMore(row.parent);
    return true;
  };
  const selected = toSelectedKey(rows, selection, claim);
  return (
    <>
      <TreeGrid
        label="Explore: actors, their neighbours and the claims between them"
        columns={COLUMNS}
        rows={rows}
        selected={selected}
        wanted={wanted}
        heightOf={isNarrow ? toNarrowHeight : toHeight}
        cellsOf={(row) => toExploreCells(row, vocabulary)}
        onMove={(row) => {
          clearTimeout(follow.current);
          if (isNarrow || row.kind === 'more' || row.kind === 'note') return;
          follow.current = setTimeout(() => select(row), FOLLOW_MS);
        }}
        onChoose={(row) => {
          if (!isButton(row)) select(row);
        }}
        onOpen={(row) => {
          if (isButton(row)) return;
          select(row);
          focusEvidence();
        }}
        onToggle={onToggle}
      />
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </>
  );
}

function toPairRequest(from: ActorId, to: string, lens: LoadedNetwork['lens']) {
  return claimsRequest(lens, [
    ['between', from],
    ['between', to],
    ['limit', String(LONGEST_PAGE)],
  ]);
}

function toPage(page: PageState, row: ExploreRow): PageState {
  switch (row.kind) {
    case 'actor':
      return withSelection(page, toActorSelection(row.actor.id));
    case 'neighbour':
      return withSelection(page, toPairSelection(row.from, row.item.actor.id as ActorId));
    case 'claim':
      return withClaim(page, row.claim);
    default:
      return page;
  }
}

/** The row that is the page's selection; of several, the first. */
function toSelectedKey(
  rows: readonly ExploreRow[],
  selection: PageState['selection'],
  claim: PageState['claim'],
): string | null {
  if (selection.kind === 'none') return null;
  if (selection.kind === 'actor') return toActorKey(selection.actor);
  const { a, b } = selection;
  const keys = [
    ...(claim === null ? [] : [toClaimKey(a, b, claim), toClaimKey(b, a, claim)]),
    toPairKey(a, b),
    toPairKey(b, a),
  ];
  return keys.find((key) => rows.some((row) => row.key === key)) ?? null;
}

function toNews({ items, nextCursor, problem }: Branch, areNeighbours: boolean): string {
  if (problem !== null) return problem.title;
  const what = areNeighbours ? 'neighbour' : 'claim';
  return `${toCountWords(items.length, what)}${nextCursor === null ? '' : ', and there are more'}`;
}

const NARROW = '(max-width: 720px)';

function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const list = matchMedia(NARROW);
    const onChange = (): void => setIsNarrow(list.matches);
    list.addEventListener('change', onChange);
    return () => list.removeEventListener('change', onChange);
  }, []);
  return isNarrow;
}

function toHeight(row: ExploreRow): number {
  return (row.kind === 'claim' ? CLAIM_LINES : ONE_LINE) * toRem();
}

/** Cells stand below each other. */
function toNarrowHeight(row: ExploreRow): number {
  return (row.kind === 'claim' ? 9 : row.kind === 'neighbour' ? 4 : 3) * toRem();
}

function toRem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
