import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components/Table';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { toNumberWords } from '../words/count-words.ts';
import type { SortValue } from './sort-rows.ts';
import { sortRows } from './sort-rows.ts';

export interface DataColumn<R> {
  readonly id: string;
  readonly title: string;
  readonly valueOf: (row: R) => SortValue;
  /** What the cell shows; its value as text unless given. */
  readonly show?: (row: R) => ReactNode;
  readonly isNumber?: boolean;
  /** Names the row, with the others that do. */
  readonly isName?: boolean;
}

interface DataTableProps<R extends { readonly id: string }> {
  readonly label: string;
  /** The first column names the row, where none is said to. */
  readonly columns: readonly DataColumn<R>[];
  readonly rows: readonly R[];
  /** Rows that are the page's selection. */
  readonly selected: ReadonlySet<string>;
  /** Null when the selected row was chosen again. */
  readonly onChoose: (row: R | null) => void;
}

const ROWS_A_PAGE = 100;

/** A sortable table, by keyboard and pointer; long ones are turned over 100 rows at a time. */
export function DataTable<R extends { readonly id: string }>({
  label,
  columns,
  rows,
  selected,
  onChoose,
}: DataTableProps<R>) {
  const [sort, setSort] = useState<SortDescriptor>();
  /** Null until the reader turns a page: then the page of the selected row is open. */
  const [page, setPage] = useState<number | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const isNamed = columns.some(({ isName }) => isName);
  const column = columns.find(({ id }) => id === sort?.column);
  const sorted = column && sort ? sortRows(rows, column.valueOf, sort.direction) : rows;
  const pages = Math.max(1, Math.ceil(sorted.length / ROWS_A_PAGE));
  const [first] = selected;
  const row = Math.max(0, first === undefined ? 0 : sorted.findIndex(({ id }) => id === first));
  const at = Math.min(page ?? Math.floor(row / ROWS_A_PAGE), pages - 1);
  const shown = sorted.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
  const isHere = shown.some(({ id }) => id === first);
  useEffect(() => {
    if (!isHere) return;
    // The table puts its rows into the page only after this render.
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector('.row-selected')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [first, isHere]);
  return (
    <>
      <div ref={scroll} className="table-scroll">
        <Table
          aria-label={label}
          className="data-table"
          selectionMode="single"
          selectedKeys={[...selected].slice(0, 1)}
          onSelectionChange={(keys) => {
            const key = keys === 'all' ? undefined : [...keys][0];
            onChoose(rows.find(({ id }) => id === key) ?? null);
          }}
          {...(sort ? { sortDescriptor: sort } : {})}
          onSortChange={(next) => {
            setSort(next);
            setPage(0);
          }}
        >
          <TableHeader>
            {columns.map(({ id, title, isNumber, isName }, index) => (
              <Column
                key={id}
                id={id}
                allowsSorting
                isRowHeader={isNamed ? isName === true : index === 0}
                className={isNumber ? 'cell-number' : ''}
              >
                {({ sortDirection }) => (
                  <>
                    {title}
                    <span className="sort-arrow" aria-hidden="true">
                      {sortDirection === 'ascending' ? '↑' : sortDirection === 'descending' ? '↓' : ''}
                    </span>
                  </>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={shown} dependencies={[columns, selected]}>
            {(row) => (
              <Row id={row.id} className={selected.has(row.id) ? 'row-selected' : ''}>
                {columns.map((cell) => (
                  <Cell key={cell.id} className={`cell-${cell.id}${cell.isNumber ? ' cell-number' : ''}`}>
                    {cell.show ? cell.show(row) : toText(cell.valueOf(row))}
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
      {pages > 1 && (
        <nav className="table-pages" aria-label="Pages">
          <button
            type="button"
            className="button"
            aria-disabled={at === 0}
            onClick={() => setPage(Math.max(0, at - 1))}
          >
            Previous
          </button>
          <span>
            {toNumberWords(at * ROWS_A_PAGE + 1)} to {toNumberWords(at * ROWS_A_PAGE + shown.length)} of{' '}
            {toNumberWords(sorted.length)}
          </span>
          <button
            type="button"
            className="button"
            aria-disabled={at >= pages - 1}
            onClick={() => setPage(Math.min(pages - 1, at + 1))}
          >
            Next
          </button>
        </nav>
      )}
    </>
  );
}

function toText(value: SortValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return toNumberWords(value);
  return typeof value === 'boolean' ? (value ? 'yes' : '') : value;
}
