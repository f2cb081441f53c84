import { Suspense, lazy, useCallback, useState } from 'react';
import { CompareBar } from '../panels/compare/compare-bar.tsx';
import { CanvasControls } from '../panels/network/canvas-controls.tsx';
import { NetworkView } from '../panels/network/network-view.tsx';
import { LiveRegion } from '../panels/frame/live-region.tsx';
import { NotDrawn } from '../panels/frame/not-drawn.tsx';
import { NoticeList } from '../panels/frame/notice-list.tsx';
import { PanelFrame } from '../panels/frame/panel-frame.tsx';
import { SidePanel } from '../panels/frame/side-panel.tsx';
import { TopBar } from '../panels/frame/top-bar.tsx';
import { useDocumentTitle } from '../panels/frame/use-document-title.ts';
import { ViewState } from '../panels/frame/view-state.tsx';
import { Icon } from '../panels/frame/icon.tsx';
import { Waiting } from '../panels/frame/waiting.tsx';
import { DropAnywhere } from '../panels/jobs/drop-anywhere.tsx';
import { Legend } from '../panels/legend/legend.tsx';
import { Counts } from '../panels/lens/counts.tsx';
import { FilterButton } from '../panels/lens/filter-button.tsx';
import { LensBar } from '../panels/lens/lens-bar.tsx';
import { useChangePage, useLoaded, usePage, useServices } from '../panels/page-context.ts';
import { TimelineDock } from '../panels/timeline/timeline-dock.tsx';
import { findQuestion } from '../state/page-transitions.ts';
import { hasPanel, withoutPanel } from '../state/page-panel.ts';
import { toInsets } from './insets.ts';
import { useMedia, useTheme } from './theme.ts';
import { useFilters } from './use-filters.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTour } from './use-tour.ts';
import { useWindowHeight } from './use-window-height.ts';

const TableView = lazy(async () => ({ default: (await import('../panels/table/table-view.tsx')).TableView }));
const FilterPanel = lazy(async () => ({
  default: (await import('../panels/lens/filter-panel.tsx')).FilterPanel,
}));
const ReadingRoom = lazy(async () => ({
  default: (await import('../panels/reading-room/reading-room.tsx')).ReadingRoom,
}));
const QuestionsRoom = lazy(async () => ({
  default: (await import('../panels/questions/questions-room.tsx')).QuestionsRoom,
}));
const ReviewScreen = lazy(async () => ({
  default: (await import('../panels/review/review-screen.tsx')).ReviewScreen,
}));
const AddDialog = lazy(async () => ({ default: (await import('../panels/jobs/add-dialog.tsx')).AddDialog }));
const BlockedUndoDialog = lazy(async () => ({
  default: (await import('../panels/ledger/blocked-undo-dialog.tsx')).BlockedUndoDialog,
}));
const HelpDialog = lazy(async () => ({
  default: (await import('../panels/help/help-dialog.tsx')).HelpDialog,
}));
const Tour = lazy(async () => ({ default: (await import('../panels/tour/tour.tsx')).Tour }));

const SiteFoot = lazy(async () => ({ default: (await import('../panels/site/site-foot.tsx')).SiteFoot }));

/** The page: bar, view, panel. */
export function App() {
  const { site } = useServices();
  const page = usePage((state) => state.page);
  const adding = usePage((state) => state.adding);
  const blocked = usePage((state) => state.blocked);
  const change = useChangePage();
  const loaded = useLoaded();
  const { preference, theme, choose } = useTheme();
  const isNarrow = useMedia('(max-width: 720px)');
  const height = useWindowHeight();
  const hasLittleRoom = useMedia('(max-width: 1100px)');
  const [isLegendFolded, setIsLegendFolded] = useState(hasLittleRoom);
  const [isStartOpen, setIsStartOpen] = useState(!isNarrow);
  const [isTall, setIsTall] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [pinned, setPinned] = useState(0);
  const [unavailable, setUnavailable] = useState<string | null>(null);
  useDocumentTitle();
  const filters = useFilters(hasLittleRoom);
  useShortcuts({ onHelp: () => setIsHelpOpen(true), onFilter: filters.toggle });
  const isLegendSmall = isLegendFolded || filters.isOpen; // the panel gives the same and more
  useFocusKept();
  const tour = useTour();

  const isChosen = hasPanel(page);
  useFocusReturn(isChosen);
  const isWide = page.reading !== null;
  const isExploring = page.view === 'explore';
  const isTable = isExploring && (page.tab === 'table' || unavailable !== null);
  const question = findQuestion(page);
  const hasLens = isExploring || question !== undefined;
  const hasData = hasLens && loaded !== null && loaded.meta.total.actors > 0;
  const isFiltering = filters.isOpen && hasData;
  const isOpen =
    page.view !== 'review' &&
    (isChosen || (isStartOpen && isExploring && !isTable && hasData)) &&
    !(isFiltering && hasLittleRoom);
  const onClose = useCallback(() => {
    setIsTall(false);
    if (!isChosen) setIsStartOpen(false);
    change(withoutPanel);
  }, [change, isChosen]);
  const side = isOpen && !isNarrow ? (isWide ? ' with-wide' : ' with-side') : '';
  const panels = `${side}${isFiltering && !isNarrow ? ' with-filters' : ''}`;
  const hasSheet = isNarrow && (isOpen || isFiltering);
  return (
    <>
      {tour.isOpen && (
        <Suspense fallback={null}>
          <Tour opener={tour.opener} onEnd={tour.end} />
        </Suspense>
      )}
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <TopBar theme={preference} onTheme={choose} onHelp={() => setIsHelpOpen(true)} />
      <main className={`stage${panels}${hasSheet ? ' with-sheet' : ''}`}>
        <div className="context">
          {hasLens && <Counts />}
          {hasData && <FilterButton isOpen={filters.isOpen} onToggle={filters.toggle} />}
          {isExploring && <CompareBar />}
          {hasLens && <LensBar />}
          {!isOpen && !isFiltering && isExploring && !isTable && hasData && (
            <button type="button" className="button open-start" onClick={() => setIsStartOpen(true)}>
              <Icon name={isNarrow ? 'up' : 'back'} />
              Overview
            </button>
          )}
          <NoticeList />
        </div>
        <div
          id="view"
          className={isTable || !isExploring ? 'view view-table' : 'view'}
          role="tabpanel"
          aria-labelledby={`tab-${isExploring ? page.tab : question === undefined ? 'documents' : 'questions'}`}
          tabIndex={-1}
        >
          {unavailable === null && (
            <div className="network" hidden={isTable || !isExploring}>
              <NetworkView
                theme={theme}
                insets={toInsets({
                  isOpen,
                  isFiltering,
                  isNarrow,
                  isWide,
                  isTall,
                  height,
                  hasLegend: !isLegendSmall,
                  isCompared: loaded?.compared != null,
                })}
                onRunning={setIsRunning}
                onPinned={setPinned}
                onUnavailable={setUnavailable}
              />
              {hasData && (
                <>
                  {!filters.isOpen && <Legend isFolded={isLegendFolded} onFold={setIsLegendFolded} />}
                  <CanvasControls isRunning={isRunning} pinned={pinned} />
                </>
              )}
            </div>
          )}
          {isExploring && unavailable !== null && (
            <NotDrawn reason={unavailable} onRetry={() => setUnavailable(null)} />
          )}
          {isTable && (
            <Suspense fallback={<Waiting what="the table" />}>
              <TableView />
            </Suspense>
          )}
          {isExploring && <ViewState />}
          {question !== undefined && (
            <Suspense fallback={<Waiting what="the question" />}>
              <QuestionsRoom question={question} />
            </Suspense>
          )}
          {!hasLens && (
            <Suspense fallback={<Waiting what="the documents" />}>
              {page.reviewing === null ? (
                <ReadingRoom />
              ) : (
                <ReviewScreen key={page.reviewing} document={page.reviewing} />
              )}
            </Suspense>
          )}
        </div>
        {isExploring && !isTable && <TimelineDock hasData={hasData} isNarrow={isNarrow} />}
        {isFiltering && (
          <PanelFrame
            id="filters"
            label="Filter"
            side="start-side"
            isSheet={isNarrow}
            isTall={isTall}
            onTall={setIsTall}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.defaultPrevented) return;
              event.preventDefault();
              filters.close();
            }}
          >
            <Suspense fallback={<Waiting what="the filter" />}>
              <FilterPanel onClose={filters.close} />
            </Suspense>
          </PanelFrame>
        )}
        {isOpen && (
          <SidePanel page={page} isSheet={isNarrow} isTall={isTall} onTall={setIsTall} onClose={onClose} />
        )}
      </main>
      {site !== null && (
        <Suspense fallback={null}>
          <SiteFoot manifest={site.manifest} />
        </Suspense>
      )}
      <LiveRegion />
      <DropAnywhere />
      <Suspense fallback={null}>
        {adding !== null && <AddDialog files={adding} />}
        {blocked !== null && <BlockedUndoDialog blocked={blocked} />}
      </Suspense>
      {isHelpOpen && (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setIsHelpOpen(false)} onTour={tour.begin} />
        </Suspense>
      )}
    </>
  );
}
