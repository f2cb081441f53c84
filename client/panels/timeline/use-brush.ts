import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Clock } from '../../../graph-data/model/lens.ts';
import type { Counts } from '../../../graph-data/network/lens/apply-lens.ts';
import { isSameLens, withLens } from '../../state/page-transitions.ts';
import { changePage } from '../../state/page-store.ts';
import type { PlayMode } from '../../state/timeline-play.ts';
import { toPlayStart, toStep, toStepMs } from '../../state/timeline-play.ts';
import type { Scale, TimeWindow } from '../../state/timeline-window.ts';
import { toDates, toDayNumbers, toWindow } from '../../state/timeline-window.ts';
import { usePage, useServices } from '../page-context.ts';
import type { TimePreview } from './time-preview.ts';
import { createTimePreview } from './time-preview.ts';

interface Brush {
  readonly window: TimeWindow;
  /** What the window leaves of the drawn network while it moves; null at rest, or where that is not known yet. */
  readonly counts: Counts | null;
  readonly isPlaying: boolean;
  /** Draws what the window leaves; the lens stays as it is. */
  readonly move: (window: TimeWindow) => void;
  /** Makes the window the lens's dates. */
  readonly set: (window: TimeWindow) => void;
  readonly clear: () => void;
  /** Plays from here on, or pauses. */
  readonly play: (mode: PlayMode) => void;
  readonly step: (mode: PlayMode, by: 1 | -1) => void;
}

/** The window of the lens's dates on a scale, and how it is moved: at once on the page, and when let go in the lens. */
export function useBrush(scale: Scale, clock: Clock): Brush {
  const services = useServices();
  const { store } = services;
  const from = usePage((state) => state.page.lens.from);
  const to = usePage((state) => state.page.lens.to);
  const network = usePage((state) => state.network.loaded);
  const preview = useRef<TimePreview>(null);
  const [draft, setDraft] = useState<TimeWindow | null>(null);
  const counts = usePage((state) => state.passing);
  const [playing, setPlaying] = useState<PlayMode | null>(null);
  const rest = useMemo(() => toWindow({ from, to }, scale), [from, to, scale]);
  const window = draft ?? rest;

  useEffect(() => {
    const made = createTimePreview(services);
    preview.current = made;
    return () => {
      made.end();
      services.store.setState({ passing: null });
      made.dispose();
      preview.current = null;
    };
  }, [services]);
  useEffect(() => preview.current?.prepare(clock), [network, clock]);

  const move = useCallback(
    (next: TimeWindow): void => {
      const { lens } = store.getState().page;
      const days = toDayNumbers(toDates(next, scale, lens));
      setDraft(next);
      store.setState({ passing: preview.current?.show(days.from, days.to) ?? null });
    },
    [store, scale],
  );
  const setLens = useCallback(
    (dates: { readonly from: string | null; readonly to: string | null }): void => {
      const { lens } = store.getState().page;
      const next = { ...lens, ...dates, clock };
      setDraft(null);
      store.setState({ passing: null });
      if (isSameLens(lens, next)) preview.current?.end();
      else changePage(store, (page) => withLens(page, next));
    },
    [store, clock],
  );
  const set = useCallback(
    (next: TimeWindow): void => setLens(toDates(next, scale, store.getState().page.lens)),
    [setLens, scale, store],
  );

  useEffect(() => {
    if (playing === null) return;
    const timer = setTimeout(() => {
      const next = toStep(window, playing, scale.buckets.length, 1);
      if (next !== undefined) move(next);
      else {
        setPlaying(null);
        set(window);
      }
    }, toStepMs(scale.buckets.length));
    return () => clearTimeout(timer);
  }, [playing, window, scale, move, set]);

  return {
    window,
    counts,
    isPlaying: playing !== null,
    move(next) {
      setPlaying(null);
      move(next);
    },
    set,
    clear() {
      setPlaying(null);
      setLens({ from: null, to: null });
    },
    play(mode) {
      if (playing !== null) {
        setPlaying(null);
        set(window);
        return;
      }
      move(toPlayStart(window, mode, scale.buckets.length));
      setPlaying(mode);
    },
    step(mode, by) {
      setPlaying(null);
      const next = toStep(window, mode, scale.buckets.length, by);
      if (next !== undefined) set(next);
    },
  };
}
