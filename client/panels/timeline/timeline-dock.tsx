import { Suspense, lazy, useState } from 'react';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { readTimelineOpen, writeTimelineOpen } from '../../state/timeline-open.ts';
import { Icon } from '../frame/icon.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { usePage } from '../page-context.ts';

const TimelinePanel = lazy(async () => ({ default: (await import('./timeline-panel.tsx')).TimelinePanel }));

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined; // forbidden by the browser's settings
  }
}

/**
 * The timeline's place under the network: a bar that opens it, and stays as it was left. Where nobody has, it is open if a link
 * says which days, so that who follows it sees what its sender saw; on narrow screens it would leave the picture no room.
 */
export function TimelineDock({
  hasData,
  isNarrow,
}: {
  readonly hasData: boolean;
  readonly isNarrow: boolean;
}) {
  const hasDates = usePage(
    ({ page: { lens } }) => lens.from !== null || lens.to !== null || lens.clock !== DEFAULT_LENS.clock,
  );
  const [isOpen, setIsOpen] = useState(() => readTimelineOpen(storage()) ?? (hasDates && !isNarrow));
  return (
    <section className={isOpen ? 'timeline timeline-open' : 'timeline'} aria-label="Timeline">
      <button
        type="button"
        className="timeline-head"
        aria-expanded={isOpen}
        aria-controls="timeline"
        onClick={() => {
          writeTimelineOpen(storage(), !isOpen);
          setIsOpen(!isOpen);
        }}
      >
        <Icon name={isOpen ? 'down' : 'up'} />
        Timeline
      </button>
      <div id="timeline" className="timeline-body" hidden={!isOpen}>
        {isOpen && hasData && (
          <Suspense fallback={<Waiting what="the timeline" />}>
            <TimelinePanel isNarrow={isNarrow} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
