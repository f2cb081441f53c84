import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import type { Stance } from '../../../graph-data/model/vocabulary.ts';
import { toCountWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';
import { packSpans } from './pack-spans.ts';
import { sumOf, toStanceWords, toTicks } from './timeline-words.ts';

/** From the ground up. */
const ORDER: readonly Stance[] = ['positive', 'neutral', 'negative'];
const LANES = 3;

/** Claims of each bucket, stacked by stance, each with a pattern of its own. The table says the same in words. */
export function TimelineBars({ answer }: { readonly answer: TimelineAnswer }) {
  const most = Math.max(1, ...answer.buckets.map(sumOf));
  return (
    <div className="time-bars" aria-hidden="true">
      <span className="time-most">{toCountWords(most, 'claim')}</span>
      {answer.buckets.map((bucket) => (
        <div
          key={bucket.start}
          className="time-bar"
          title={`${toDateWords(bucket.label)}: ${toStanceWords(bucket)}`}
        >
          {ORDER.filter((stance) => bucket[stance] > 0).map((stance) => (
            <span
              key={stance}
              className={`time-part time-${stance}`}
              style={{ height: `${(bucket[stance] / most) * 100}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Vague dates as lines from their first to their last bucket, the thicker the more claims; dashed where they go on. */
export function TimelineSpans({ answer }: { readonly answer: TimelineAnswer }) {
  const placed = packSpans(answer.spans, answer, LANES);
  if (placed.length === 0) return null;
  return (
    <div className="time-spans" aria-hidden="true">
      {placed.map(({ span, lane, left, right, isOpenLeft, isOpenRight }) => (
        <span
          key={span.date}
          className={`time-span${isOpenLeft ? ' open-left' : ''}${isOpenRight ? ' open-right' : ''}`}
          title={`${toDateWords(span.date)}: ${toStanceWords(span)}`}
          style={{
            left: `${left * 100}%`,
            width: `${(right - left) * 100}%`,
            top: `${lane * 6 + 1}px`,
            height: `${Math.min(5, 2 + Math.log10(sumOf(span)) * 1.5)}px`,
          }}
        />
      ))}
    </div>
  );
}

/** When the bars are, under some of them. */
export function TimelineTicks({ answer, most }: { readonly answer: TimelineAnswer; readonly most: number }) {
  const { buckets } = answer;
  return (
    <div className="time-ticks" aria-hidden="true">
      {toTicks(buckets.length, most).map((place) => (
        <span key={place} style={{ left: `${(place / buckets.length) * 100}%` }}>
          {toDateWords(
            answer.bucket === 'week' ? (buckets[place]?.start ?? '') : (buckets[place]?.label ?? ''),
          )}
        </span>
      ))}
    </div>
  );
}

/** Which pattern is which stance. */
export function TimelineKey() {
  return (
    <ul className="time-key" aria-label="Bars, from the ground up">
      {ORDER.map((stance) => (
        <li key={stance}>
          <span className={`time-part time-${stance}`} aria-hidden="true" />
          {stance}
        </li>
      ))}
    </ul>
  );
}
