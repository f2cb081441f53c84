import { useId, useState } from 'react';
import type { Clock, Lens } from '../../../graph-data/model/lens.ts';
import { CLOCKS } from '../../../graph-data/model/lens.ts';
import { withLens } from '../../state/page-transitions.ts';
import type { PlayMode } from '../../state/timeline-play.ts';
import { PLAY_MODES } from '../../state/timeline-play.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { CLOCK_WORDS } from './timeline-words.ts';

/** Chooses whether time is when something was said or when it happened. */
export function ClockSwitch({
  clock,
  onClock,
}: {
  readonly clock: Clock;
  readonly onClock: (clock: Clock) => void;
}) {
  return (
    <div className="time-clock" role="group" aria-label="Clock">
      {CLOCKS.map((each) => (
        <button
          key={each}
          type="button"
          className="button"
          aria-pressed={each === clock}
          onClick={() => onClock(each)}
        >
          {CLOCK_WORDS[each]}
        </button>
      ))}
    </div>
  );
}

/**
 * Asks what was said up to a day: the clock of saying, nothing after that day.
 * Any day may be asked for: bounds that come with an answer would throw away the digits being typed.
 */
export function KnownOn({ last }: { readonly last: string | null }) {
  const change = useChangePage();
  const lens = usePage((state) => state.page.lens);
  const known = toKnownOn(lens);
  // What is being typed outlives every answer; without it the field follows the lens.
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed ?? known ?? last ?? '';
  const id = useId();
  return (
    <form
      className="time-known"
      onSubmit={(event) => {
        event.preventDefault();
        if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
        setTyped(null);
        change((page) => withLens(page, { ...page.lens, clock: 'said', from: null, to: day }));
      }}
    >
      <label htmlFor={id}>What could one know on</label>
      <input id={id} type="date" value={day} required onChange={(event) => setTyped(event.target.value)} />
      <button type="submit" className="button" aria-pressed={known !== null && known === day}>
        Show<span className="visually-hidden"> what could be known then</span>
      </button>
    </form>
  );
}

function toKnownOn({ clock, from, to }: Lens): string | null {
  return clock === 'said' && from === null && to !== null && /^\d{4}-\d{2}-\d{2}$/.test(to) ? to : null;
}

const MODE_WORDS: Readonly<Record<PlayMode, string>> = {
  growing: 'All up to then',
  moving: 'Moving stretch',
};

interface PlayControlsProps {
  readonly isPlaying: boolean;
  readonly mode: PlayMode;
  readonly onMode: (mode: PlayMode) => void;
  readonly onPlay: () => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Goes through time: play and pause, a step on or back, and what moves. */
export function PlayControls({ isPlaying, mode, onMode, onPlay, onStep }: PlayControlsProps) {
  return (
    <div className="time-play" role="group" aria-label="Go through time">
      <button
        type="button"
        className="icon-button"
        aria-label="Step back"
        title="Step back (,)"
        onClick={() => onStep(-1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        title={isPlaying ? 'Pause' : 'Play'}
        onClick={onPlay}
      >
        <Icon name={isPlaying ? 'stop' : 'run'} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Step on"
        title="Step on (.)"
        onClick={() => onStep(1)}
      >
        <Icon name="forth" />
      </button>
      <select
        aria-label="What moves"
        value={mode}
        onChange={(event) => onMode(event.target.value as PlayMode)}
      >
        {PLAY_MODES.map((each) => (
          <option key={each} value={each}>
            {MODE_WORDS[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
