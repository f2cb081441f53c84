import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef } from 'react';
import type { Scale, TimeWindow, WindowEnd } from '../../state/timeline-window.ts';
import { movedBy, withEnd } from '../../state/timeline-window.ts';
import { toDateWords } from '../words/date-words.ts';

interface TimelineBrushProps {
  readonly scale: Scale;
  readonly window: TimeWindow;
  /** While it moves. */
  readonly onMove: (window: TimeWindow) => void;
  /** When it is let go. */
  readonly onSet: (window: TimeWindow) => void;
  readonly onClear: () => void;
  /** What the brush lies over. */
  readonly children: ReactNode;
}

type Held =
  | { readonly kind: 'end'; readonly end: WindowEnd }
  | { readonly kind: 'stretch'; readonly from: number; readonly window: TimeWindow }
  | { readonly kind: 'new'; readonly from: number };

const LABELS: Readonly<Record<WindowEnd, string>> = { first: 'From', last: 'To' };

/**
 * A stretch of the bars between two handles. Each is a slider: arrows move it, with Shift both together, Escape clears. By mouse
 * and touch the handles and the stretch are dragged, and a new one is drawn where there is none.
 */
export function TimelineBrush(props: TimelineBrushProps) {
  const { scale, window, onMove, onSet, onClear, children } = props;
  const track = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  /** Where it was moved to and not yet let go. */
  const moved = useRef<TimeWindow | null>(null);
  const hasKeyDown = useRef(false);
  const count = scale.buckets.length;
  const isAll = window.first === 0 && window.last === count - 1;

  const placeAt = (event: PointerEvent): number => {
    const { left, width } = track.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return ((event.clientX - left) / Math.max(1, width)) * count;
  };
  const move = (next: TimeWindow): void => {
    moved.current = next;
    onMove(next);
  };
  const settle = (): void => {
    const { current } = moved;
    moved.current = null;
    if (current !== null) onSet(current);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || count === 0) return;
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
    const end = part?.dataset['part'];
    const place = Math.max(0, Math.min(count - 1, Math.floor(placeAt(event))));
    moved.current = null;
    if (end === 'first' || end === 'last') {
      held.current = { kind: 'end', end };
      part?.querySelector('input')?.focus();
    } else if (end === 'stretch' && !isAll) held.current = { kind: 'stretch', from: placeAt(event), window };
    else {
      held.current = { kind: 'new', from: place };
      move({ first: place, last: place });
    }
    event.preventDefault(); // nothing is selected as text
    track.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const { current } = held;
    if (current === null) return;
    const place = placeAt(event);
    const now = moved.current ?? window;
    const next = ((): TimeWindow => {
      if (current.kind === 'stretch') return movedBy(current.window, place - current.from, count);
      if (current.kind === 'end')
        return withEnd(now, current.end, current.end === 'first' ? place : place - 1, count);
      const at = Math.max(0, Math.min(count - 1, Math.floor(place)));
      return { first: Math.min(at, current.from), last: Math.max(at, current.from) };
    })();
    if (next.first !== now.first || next.last !== now.last) move(next);
  };
  const letGo = (): void => {
    if (held.current === null) return;
    held.current = null;
    settle();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    hasKeyDown.current = true;
    if (event.key === 'Escape') {
      if (isAll && held.current === null) return;
      event.preventDefault();
      held.current = null;
      moved.current = null;
      onClear();
      return;
    }
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (by === undefined || !event.shiftKey) return;
    event.preventDefault();
    move(movedBy(window, by, count));
  };
  const onKeyUp = (): void => {
    hasKeyDown.current = false;
    settle();
  };
  const toHandle = (end: WindowEnd) => {
    const bucket = scale.buckets[window[end]];
    const share = count === 0 ? 0 : (end === 'first' ? window.first : window.last + 1) / count;
    return (
      <div
        className={`brush-handle brush-handle-${end}`}
        data-part={end}
        style={{ left: `${share * 100}%` }}
        key={end}
      >
        <input
          type="range"
          aria-label={LABELS[end]}
          aria-valuetext={bucket === undefined ? undefined : toDateWords(bucket.label)}
          aria-describedby="brush-help"
          min={0}
          max={Math.max(0, count - 1)}
          value={window[end]}
          onChange={(event) => {
            const next = withEnd(window, end, Number(event.target.value), count);
            move(next);
            if (!hasKeyDown.current) settle(); // as assistive technology moves it
          }}
          onBlur={() => {
            hasKeyDown.current = false;
            if (held.current === null) settle();
          }}
        />
      </div>
    );
  };
  const [left, right] = [window.first / Math.max(1, count), (window.last + 1) / Math.max(1, count)];
  return (
    <div
      ref={track}
      className={isAll ? 'brush brush-all' : 'brush'}
      role="group"
      aria-label="Time shown"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      {children}
      <div className="brush-out" style={{ left: 0, width: `${left * 100}%` }} />
      <div className="brush-out" style={{ left: `${right * 100}%`, right: 0 }} />
      <div
        className="brush-stretch"
        data-part="stretch"
        style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
      />
      {toHandle('first')}
      {toHandle('last')}
      <span id="brush-help" className="visually-hidden">
        Arrow keys move it, with Shift both ends; Escape shows all of time.
      </span>
    </div>
  );
}
