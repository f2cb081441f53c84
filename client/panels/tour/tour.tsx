import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { hasOverlay } from '../frame/has-overlay.ts';
import { placeCard } from './place-card.ts';
import { TOUR_STEPS } from './tour-steps.ts';
import { useArea } from './use-area.ts';

/** Not seen yet, though it can have the focus. */
const UNPLACED = { left: 0, top: 0, opacity: 0 };

/** What comes into a live region is told when the region was there before. */
const SOON_MS = 200;

interface TourProps {
  /** What had the focus when the reader opened it, and gets it back; null where it came by itself. */
  readonly opener: Element | null;
  readonly onEnd: () => void;
}

/**
 * A few steps through the page, each beside what it is about. It blocks nothing: the page can be used meanwhile. Escape and
 * Skip end it. It takes the focus where nothing else has it, and gives it back; otherwise it is only announced.
 */
export function Tour({ opener, onEnd }: TourProps) {
  const [at, setAt] = useState(0);
  const [announced, setAnnounced] = useState('');
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const card = useRef<HTMLElement>(null);
  const [heading, words] = [useId(), useId()];
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0];
  if (step === undefined) throw new Error('the tour has no steps');
  const area = useArea(step);
  const isLast = at === TOUR_STEPS.length - 1;

  const end = useCallback(() => {
    const hadFocus = card.current?.contains(document.activeElement) === true;
    onEnd();
    if (!hadFocus) return;
    const target =
      opener instanceof HTMLElement && opener.isConnected ? opener : document.getElementById('view');
    target?.focus({ preventScroll: true });
  }, [onEnd, opener]);

  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree || opener !== null) {
      card.current?.focus({ preventScroll: true });
      return;
    }
    const timer = setTimeout(
      () => setAnnounced('A short tour of the page has opened. Escape ends it.'),
      SOON_MS,
    );
    return () => clearTimeout(timer);
  }, [opener]);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || hasOverlay()) return;
      event.preventDefault();
      end();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [end]);

  useLayoutEffect(() => {
    if (card.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    setPlace(placeCard(area, { width, height }, { width: innerWidth, height: innerHeight }));
  }, [area, at]);

  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowRight') setAt(Math.min(at + 1, TOUR_STEPS.length - 1));
    if (key === 'ArrowLeft') setAt(Math.max(at - 1, 0));
  };
  return (
    <>
      {area !== null && <div className="tour-ring" style={area} aria-hidden="true" />}
      <section
        ref={card}
        className="tour"
        role="dialog"
        aria-labelledby={heading}
        aria-describedby={words}
        tabIndex={-1}
        style={place ?? UNPLACED}
        onKeyDown={onKeyDown}
      >
        <div aria-live="polite" aria-atomic="true">
          <p className="quiet">
            Tour, {at + 1} of {TOUR_STEPS.length}
          </p>
          <h2 id={heading}>{step.title}</h2>
          <p id={words}>{step.text}</p>
        </div>
        <div className="tour-actions">
          {!isLast && (
            <button type="button" className="link-button" onClick={end}>
              Skip
            </button>
          )}
          <span />
          {at > 0 && (
            <button type="button" className="button" onClick={() => setAt(at - 1)}>
              Back
            </button>
          )}
          <button
            key="next"
            type="button"
            className="button button-main"
            onClick={() => (isLast ? end() : setAt(at + 1))}
          >
            {isLast ? 'Done' : 'Next'}
          </button>
        </div>
      </section>
      <p className="visually-hidden" role="status">
        {announced}
      </p>
    </>
  );
}
