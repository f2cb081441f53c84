import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../../frame/icon.tsx';
import { toTops, toWindow } from './row-window.ts';
import type { TreeRow } from './tree-row.ts';
import { findTyped, placeActive, toTreeStep } from './tree-row.ts';

interface TreeGridProps<R extends TreeRow> {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly R[];
  readonly selected: string | null;
  /** The row to make active when it comes, innermost first: the first that is there. */
  readonly wanted: readonly string[];
  /** In pixels; rows are cut to it. */
  readonly heightOf: (row: R) => number;
  /** One a column. */
  readonly cellsOf: (row: R) => readonly ReactNode[];
  readonly onMove: (row: R) => void;
  readonly onChoose: (row: R) => void;
  readonly onOpen: (row: R) => void;
  readonly onToggle: (row: R, isExpanded: boolean) => void;
}

/** Letters typed within this time are one word. */
const TYPING_MS = 700;
/** Rows drawn beyond the window on either side. */
const SPARE_ROWS = 8;

/**
 * A tree grid after the ARIA pattern, for any number of rows: only those in sight are in the page, and the active one. One
 * row is in the tab order; when it goes away its parent is, or what stands in its place, and keeps the focus.
 */
export function TreeGrid<R extends TreeRow>(props: TreeGridProps<R>) {
  const { label, columns, rows, selected, wanted, heightOf, cellsOf } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Parameters<typeof placeActive>[1]>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const [met, setMet] = useState<string>();
  const typed = useRef({ letters: '', at: 0 });
  const hasFocus = useRef(false);
  const tops = useMemo(() => toTops(rows.map(heightOf)), [rows, heightOf]);

  const goal = wanted.find((key) => rows.some((row) => row.key === key));
  if (goal !== undefined && goal !== met) {
    setMet(goal);
    setActive(
      toActive(
        rows,
        rows.findIndex((row) => row.key === goal),
      ),
    );
  }
  const at = placeActive(rows, active);
  const activeKey = rows[at]?.key;
  const { first, end } = toWindow(tops, view.top, view.height, SPARE_ROWS);
  const drawn = rows.slice(first, end).map((row, place) => ({ row, index: first + place }));
  const activeRow = rows[at];
  if (activeRow !== undefined && (at < first || at >= end)) drawn.push({ row: activeRow, index: at });

  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setView(({ top }) => ({ top, height: element.clientHeight })));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null || activeKey === undefined) return;
    const row = element.querySelector<HTMLElement>('[role=row][tabindex="0"]');
    if (hasFocus.current && document.activeElement !== row) row?.focus({ preventScroll: true });
  }, [activeKey, rows]);
  const place = useRef({ top: 0, bottom: 0 });
  useLayoutEffect(() => {
    place.current = { top: tops[at] ?? 0, bottom: tops[at + 1] ?? 0 };
  }, [tops, at]);
  // Only when another row is active: opening one must not scroll back.
  useEffect(() => {
    const { top, bottom } = place.current;
    if (grid.current !== null && activeKey !== undefined) bringIntoSight(grid.current, top, bottom);
  }, [activeKey]);

  const moveTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setActive(toActive(rows, index));
    props.onMove(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    if (row === undefined) return;
    const now = event.timeStamp;
    const isTyping = now - typed.current.at < TYPING_MS && typed.current.letters !== '';
    const step =
      event.key === ' ' && isTyping ? undefined : toTreeStep(rows, at, event.key, countRows(view.height));
    if (step !== undefined) {
      event.preventDefault();
      if (step.kind === 'move') moveTo(step.to);
      else if (step.kind === 'open') props.onOpen(row);
      else if (step.kind === 'choose') props.onChoose(row);
      else props.onToggle(row, step.kind === 'expand');
      return;
    }
    if (event.key.length !== 1 || event.key === '/' || event.key === '?') return;
    event.preventDefault();
    const letters = isTyping ? typed.current.letters + event.key : event.key;
    typed.current = { letters, at: now };
    const found = findTyped(rows, at, letters);
    if (found !== undefined && found !== at) moveTo(found);
  };
  return (
    <div
      ref={grid}
      role="treegrid"
      className="tree-grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onScroll={({ currentTarget }) =>
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
      onKeyDown={onKeyDown}
      onFocus={() => (hasFocus.current = true)}
      onBlur={({ relatedTarget, target, currentTarget }) => {
        const isGone = relatedTarget === null && !target.isConnected;
        hasFocus.current = isGone || currentTarget.contains(relatedTarget);
      }}
    >
      <div role="rowgroup" className="tree-head">
        <div role="row" aria-rowindex={1} className="tree-row">
          {columns.map((title) => (
            <span key={title} role="columnheader" className="tree-cell">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="tree-body" style={{ height: tops.at(-1) ?? 0 }}>
        {drawn.map(({ row, index }) => (
          <div
            key={row.key}
            role="row"
            className={`tree-row tree-level-${row.level}${row.key === selected ? ' row-selected' : ''}`}
            style={{ top: tops[index] ?? 0, height: heightOf(row) }}
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-rowindex={index + 2}
            aria-expanded={row.isExpanded ?? undefined}
            aria-selected={row.key === selected}
            tabIndex={index === at ? 0 : -1}
            onClick={() => {
              setActive(toActive(rows, index));
              props.onChoose(row);
            }}
            onFocus={() => {
              if (index !== at) setActive(toActive(rows, index));
            }}
          >
            {cellsOf(row).map((cell, column) => (
              <div key={columns[column]} role="gridcell" className="tree-cell">
                {column === 0 && (
                  <span
                    className="tree-toggle"
                    aria-hidden="true"
                    onClick={(event) => {
                      if (row.isExpanded === null) return;
                      event.stopPropagation();
                      setActive(toActive(rows, index));
                      props.onToggle(row, !row.isExpanded);
                    }}
                  >
                    {row.isExpanded !== null && <Icon name={row.isExpanded ? 'down' : 'forth'} />}
                  </span>
                )}
                {cell}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function toActive(rows: readonly TreeRow[], place: number): Parameters<typeof placeActive>[1] {
  const row = rows[place];
  if (row === undefined) return null;
  const parents: string[] = [];
  let { parent } = row;
  while (parent !== null) {
    parents.push(parent);
    const key: string = parent;
    parent = rows.find((other) => other.key === key)?.parent ?? null;
  }
  return { key: row.key, parents, place };
}

/** Rows of the usual height in a window. */
function countRows(height: number): number {
  return Math.max(1, Math.floor(height / 44));
}

function bringIntoSight(grid: HTMLElement, top: number, bottom: number): void {
  const head = (grid.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (bottom + head > grid.scrollTop + grid.clientHeight)
    grid.scrollTop = bottom + head - grid.clientHeight;
}
