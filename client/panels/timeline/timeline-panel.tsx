import { useMemo, useState } from 'react';
import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import type { PlayMode } from '../../state/timeline-play.ts';
import type { Scale } from '../../state/timeline-window.ts';
import { TableLink } from '../export/table-link.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { toCountWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';
import { TimelineBars, TimelineKey, TimelineSpans, TimelineTicks } from './timeline-bars.tsx';
import { TimelineBrush } from './timeline-brush.tsx';
import { ClockSwitch, KnownOn, PlayControls } from './time-controls.tsx';
import { toRestWords, toWindowWords } from './timeline-words.ts';
import { useBrush } from './use-brush.ts';
import { useTimeline } from './use-timeline.ts';

const TICKS = { wide: 6, narrow: 3 };

/** The claims over time under the network, and the brush that leaves a part of them. */
export function TimelinePanel({ isNarrow }: { readonly isNarrow: boolean }) {
  const timeline = useTimeline();
  const { answer, problem, clock, within } = timeline;
  return (
    <>
      {answer === undefined && problem !== undefined && (
        <ProblemNote problem={problem} onRetry={timeline.retry} />
      )}
      {answer !== undefined && answer.buckets.length === 0 && (
        <>
          <ClockSwitch clock={clock} onClock={timeline.setClock} />
          <p className="time-told">
            No claim here has a date on this clock. {toRestWords(answer).join(' · ')}
          </p>
        </>
      )}
      {answer !== undefined && answer.buckets.length > 0 && (
        <Drawn
          answer={answer}
          isNarrow={isNarrow}
          clock={clock}
          setClock={timeline.setClock}
          within={within}
          setWithin={timeline.setWithin}
          table={timeline.table}
        />
      )}
    </>
  );
}

type DrawnProps = Pick<
  ReturnType<typeof useTimeline>,
  'clock' | 'setClock' | 'within' | 'setWithin' | 'table'
> & {
  readonly answer: TimelineAnswer;
  readonly isNarrow: boolean;
};

function Drawn({ answer, isNarrow, clock, setClock, within, setWithin, table }: DrawnProps) {
  const [mode, setMode] = useState<PlayMode>('growing');
  const scale = useMemo(
    (): Scale => ({ ...answer, isWhole: within === null && answer.before === 0 && answer.after === 0 }),
    [answer, within],
  );
  const brush = useBrush(scale, clock);
  const { window } = brush;
  const isAll = window.first === 0 && window.last === answer.buckets.length - 1;
  const [from, to] = [answer.buckets[window.first], answer.buckets[window.last]];
  const words = toWindowWords(window, scale);
  return (
    <div
      className="time-drawn"
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement && event.target.type === 'date') return;
        if (event.key !== ',' && event.key !== '.') return;
        event.preventDefault();
        brush.step(mode, event.key === '.' ? 1 : -1);
      }}
    >
      <div className="time-controls">
        <PlayControls
          isPlaying={brush.isPlaying}
          mode={mode}
          onMode={setMode}
          onPlay={() => brush.play(mode)}
          onStep={(by) => brush.step(mode, by)}
        />
        <ClockSwitch clock={clock} onClock={setClock} />
        <TableLink request={table} what="claims over time" />
        <KnownOn last={answer.last} />
      </div>
      <div className="time-chart">
        <TimelineBrush
          scale={scale}
          window={window}
          onMove={brush.move}
          onSet={brush.set}
          onClear={brush.clear}
        >
          <TimelineBars answer={answer} />
        </TimelineBrush>
        <TimelineSpans answer={answer} />
        <TimelineTicks answer={answer} most={isNarrow ? TICKS.narrow : TICKS.wide} />
      </div>
      <div className="time-told">
        <p className="time-window">
          <strong>{words}</strong>
          {brush.counts !== null &&
            ` · ${toCountWords(brush.counts.relations, 'relation')}, ${toCountWords(brush.counts.claims, 'claim')}`}
        </p>
        {!isAll && (
          <button type="button" className="link-button" onClick={brush.clear}>
            All of time
          </button>
        )}
        {!isAll && answer.bucket !== 'day' && from !== undefined && to !== undefined && (
          <button
            type="button"
            className="link-button"
            onClick={() => setWithin(from.start === to.end ? from.start : `${from.start}/${to.end}`)}
          >
            Look closer
          </button>
        )}
        {within !== null && (
          <button type="button" className="link-button" onClick={() => setWithin(null)}>
            Whole timeline ({toDateWords(within)} now)
          </button>
        )}
        <p className="quiet">{toRestWords(answer).join(' · ')}</p>
        <TimelineKey />
      </div>
    </div>
  );
}
