import { Suspense, lazy, useRef, useState } from 'react';
import { findQuestion, withQuestions, withTab, withView } from '../../state/page-transitions.ts';
import type { ThemePreference } from '../../state/theme-preference.ts';
import { toNextTheme } from '../../state/theme-preference.ts';
import { useChangePage, usePage, useServices } from '../page-context.ts';
import { ImportButton } from '../import/import-button.tsx';
import { JobsMark } from '../jobs/jobs-mark.tsx';
import { CaseButton } from '../case-file/case-button.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { SignIn } from '../session/sign-in.tsx';
import { CopyLink } from './copy-link.tsx';
import { Icon } from './icon.tsx';
import { TabList } from './tab-list.tsx';

const ExportMenu = lazy(async () => ({ default: (await import('../export/export-menu.tsx')).ExportMenu }));
const EmbedDialog = lazy(async () => ({ default: (await import('../export/embed-dialog.tsx')).EmbedDialog }));

interface TopBarProps {
  readonly theme: ThemePreference;
  readonly onTheme: (theme: ThemePreference) => void;
  readonly onHelp: () => void;
}

/** The wordmark, the search, the tabs and what one does with the page as a whole. */
export function TopBar({ theme, onTheme, onHelp }: TopBarProps) {
  const { site } = useServices();
  const change = useChangePage();
  const tab = usePage(({ page }) =>
    page.view === 'explore' ? page.tab : findQuestion(page) === undefined ? 'documents' : 'questions',
  );
  const isReader = usePage(({ session }) => session?.canWrite === false);
  const next = toNextTheme(theme);
  return (
    <header className="top-bar">
      <h1 className="wordmark">
        Onrecord<span aria-hidden="true">.</span>
      </h1>
      <search>
        <SearchBox />
      </search>
      <TabList
        label="View"
        tabs={[
          { id: 'network', words: 'Network' },
          { id: 'table', words: 'Table' },
          { id: 'questions', words: 'Questions' },
          { id: 'documents', words: 'Documents' },
        ]}
        chosen={tab}
        controls="view"
        onChoose={(chosen) =>
          change((page) => {
            if (chosen === 'documents') return withView(page, 'documents');
            if (chosen === 'questions') return withQuestions(page);
            return withTab(page, chosen);
          })
        }
      />
      <div className="actions">
        <JobsMark />
        {site === null && <SignIn />}
        <CaseButton />
        <CopyLink />
        {!isReader && <ImportButton />}
        <ExportButton />
        <button
          type="button"
          className="icon-button"
          aria-label={`Theme: ${theme}. Change to ${next}`}
          data-tip={`Theme: ${theme}`}
          onClick={() => onTheme(next)}
        >
          <Icon name={theme} />
        </button>
        <button type="button" className="icon-button" aria-label="Help" data-tip="Help (?)" onClick={onHelp}>
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

/** Opens the export menu; the browser's own popover closes it on Escape and outside clicks and gives the focus back. */
function ExportButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [isEmbedding, setIsEmbedding] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  // The menu closes first: it gives the focus back to its button, and so does the dialog when it closes.
  const embed = (): void => {
    menu.current?.hidePopover();
    setIsEmbedding(true);
  };
  return (
    <>
      <button
        type="button"
        className="action"
        popoverTarget="export-menu"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      >
        <Icon name="export" />
        <span>Export</span>
      </button>
      <div
        ref={menu}
        id="export-menu"
        className="popover"
        popover="auto"
        role="dialog"
        aria-label="Export"
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {isOpen && (
          <Suspense fallback={null}>
            <ExportMenu onEmbed={embed} />
          </Suspense>
        )}
      </div>
      {isEmbedding && (
        <Suspense fallback={null}>
          <EmbedDialog onClose={() => setIsEmbedding(false)} />
        </Suspense>
      )}
    </>
  );
}
