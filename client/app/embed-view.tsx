import type { TouchEvent, WheelEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EmbedAbout } from '../panels/embed/embed-about.tsx';
import { ActorEvidence, PairEvidence } from '../panels/embed/embed-evidence.tsx';
import { EmbedMissing, toMissingWords } from '../panels/embed/embed-missing.tsx';
import type { EmbedPage } from '../panels/embed/embed-foot.tsx';
import { EmbedFoot } from '../panels/embed/embed-foot.tsx';
import { EmbedList } from '../panels/embed/embed-list.tsx';
import { FullViewLink } from '../panels/embed/full-view-link.tsx';
import { useShownWords } from '../panels/embed/use-shown-words.ts';
import { Icon } from '../panels/frame/icon.tsx';
import { hasInput, isByKeyboard } from '../panels/frame/input-modality.ts';
import { LiveRegion } from '../panels/frame/live-region.tsx';
import { useDocumentTitle } from '../panels/frame/use-document-title.ts';
import { ViewState } from '../panels/frame/view-state.tsx';
import { NetworkView } from '../panels/network/network-view.tsx';
import { useChangePage, useLoaded, usePage, useServices } from '../panels/page-context.ts';
import { withSelection } from '../state/page-transitions.ts';
import { NOTHING } from '../state/selection.ts';
import { useMedia } from './theme.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useWindowHeight } from './use-window-height.ts';

/** As in styles/embed.css: the panel beside the picture, or over the lower part of it, or over all of it. */
const SIDE = 320;
const SHEET = 0.66;
const LEAST_HEIGHT_OF_SHEET = 400;
/** The zoom's buttons stand below the network, from this height of the frame on. */
const ZOOM = 40;
const LEAST_HEIGHT_OF_ZOOM = 280;

/** One picture in a frame on somebody's page; where what it asks for is not there, the reason and nothing else. */
export function EmbedView() {
  const missing = usePage((state) => toMissingWords(state.network));
  useDocumentTitle();
  if (missing === null) return <EmbedPicture />;
  return (
    <main className="embed">
      <EmbedHead isMissing />
      <div className="embed-stage">
        <EmbedMissing words={missing} />
      </div>
    </main>
  );
}

/** What it is of, the network, what it is drawn from, and the evidence. */
function EmbedPicture() {
  const { canvas } = useServices();
  const change = useChangePage();
  const loaded = useLoaded();
  const selection = usePage((state) => state.page.selection);
  const theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const isBeside = useMedia('(min-width: 600px)');
  const isCovered = useMedia('(max-width: 599px) and (max-height: 399px)');
  const height = useWindowHeight();
  const [open, setOpen] = useState<EmbedPage | null>(null);
  const [unavailable, setUnavailable] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  useFocusKept();

  const isOpen = selection.kind !== 'none' || open !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isByKeyboard(document)) {
      const target = opener.current;
      if (target instanceof HTMLElement && target.isConnected) target.focus();
      else first.current?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  const show = (page: EmbedPage): void => {
    opener.current = document.activeElement;
    change((before) => withSelection(before, NOTHING));
    setOpen(open === page ? null : page);
  };
  const isChosen = selection.kind !== 'none';
  const close = useCallback((): void => {
    if (isChosen) change((before) => withSelection(before, NOTHING));
    else setOpen(null);
  }, [change, isChosen]);
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen, close]);
  useEffect(() => {
    // What opened it is hidden below it, and cannot keep the focus.
    if (isOpen && isCovered && hasInput(document))
      panel.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [isOpen, isCovered]);
  const hasSheet = isOpen && !isBeside && height >= LEAST_HEIGHT_OF_SHEET;
  return (
    <main className="embed">
      <EmbedHead />
      <div className="embed-stage" onWheelCapture={leaveToPage} onTouchStartCapture={leaveToPage}>
        {unavailable === null ? (
          <>
            <NetworkView
              theme={theme}
              elsewhere="The list gives the same by keyboard."
              insets={{
                top: 0,
                right: isOpen && isBeside ? SIDE : 0,
                bottom: hasSheet ? Math.round(height * SHEET) : height < LEAST_HEIGHT_OF_ZOOM ? 0 : ZOOM,
                left: 0,
              }}
              onRunning={ignore}
              onPinned={ignore}
              onUnavailable={setUnavailable}
            />
            <div className="embed-zoom" role="group" aria-label="Zoom">
              <button type="button" aria-label="Zoom in" onClick={() => canvas.current?.zoomIn()}>
                <Icon name="plus" />
              </button>
              <button type="button" aria-label="Zoom out" onClick={() => canvas.current?.zoomOut()}>
                <Icon name="minus" />
              </button>
              <button type="button" aria-label="Show everything" onClick={() => canvas.current?.fit()}>
                <Icon name="fit" />
              </button>
            </div>
          </>
        ) : (
          <div className="view-state" role="alert">
            <p>The network cannot be drawn here. {unavailable} The list gives the same.</p>
            <button type="button" className="button" onClick={() => setUnavailable(null)}>
              Try again
            </button>
          </div>
        )}
        <ViewState />
      </div>
      <EmbedFoot open={selection.kind === 'none' ? open : null} onOpen={show} first={first} />
      {isOpen && (
        <aside
          ref={panel}
          className="panel embed-panel"
          aria-label={selection.kind === 'none' ? 'Picture' : 'Evidence'}
        >
          {selection.kind === 'actor' ? (
            <ActorEvidence key={selection.actor} id={selection.actor} onClose={close} />
          ) : selection.kind === 'pair' ? (
            <PairEvidence
              key={`${selection.a} ${selection.b}`}
              a={selection.a}
              b={selection.b}
              onClose={close}
            />
          ) : (
            loaded &&
            (open === 'about' ? (
              <EmbedAbout loaded={loaded} onClose={close} />
            ) : (
              <EmbedList loaded={loaded} onClose={close} />
            ))
          )}
        </aside>
      )}
      <LiveRegion />
    </main>
  );
}

/** What the picture is of, in words, and the way to the full view. */
function EmbedHead({ isMissing = false }: { readonly isMissing?: boolean }) {
  const { compared, lens } = useShownWords();
  const title = compared === null ? '' : `Compared: A ${compared.a}, B ${compared.b}`;
  const all = isMissing ? '' : 'Everything that is stated';
  const rest = title === '' && lens === '' ? all : title === '' ? '' : lens;
  return (
    <div className="embed-head">
      <h1>
        {title || lens || 'Who says what about whom'}
        {rest !== '' && <span className="embed-lens">{rest}</span>}
      </h1>
      <FullViewLink>Open in Onrecord</FullViewLink>
    </div>
  );
}

const ignore = (): void => undefined;

/**
 * The page round the frame scrolls as if the picture were none: a wheel without Ctrl or ⌘ and a single finger are its own. Two
 * fingers, the wheel with Ctrl and the buttons move the picture; a tap still chooses.
 */
function leaveToPage(event: WheelEvent | TouchEvent): void {
  const isForPicture = 'touches' in event ? event.touches.length > 1 : event.ctrlKey || event.metaKey;
  if (!isForPicture) event.stopPropagation();
}
