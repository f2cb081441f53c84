import { withView } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { TabList } from '../frame/tab-list.tsx';
import { JobList } from '../jobs/job-list.tsx';
import { LedgerList } from '../ledger/ledger-list.tsx';
import { useCanWrite, useChangePage, usePage, useServices } from '../page-context.ts';
import { DocumentList } from './document-list.tsx';

/** Where reports come in, wait and are taken back: the documents, and every change of the data. */
export function ReadingRoom() {
  const change = useChangePage();
  const { store, site } = useServices();
  const canWrite = useCanWrite();
  const view = usePage(({ page }) => (page.view === 'ledger' ? 'ledger' : 'documents'));
  return (
    <div className="reading-room">
      <div className="room-head">
        <TabList
          label="Reading room"
          tabs={[
            { id: 'all-documents', words: 'All documents' },
            // A published site has no ledger to show.
            ...(site === null ? [{ id: 'changes', words: 'Changes' } as const] : []),
          ]}
          chosen={view === 'ledger' ? 'changes' : 'all-documents'}
          controls="room"
          onChoose={(tab) => change((page) => withView(page, tab === 'changes' ? 'ledger' : 'documents'))}
        />
        {canWrite && (
          <button
            type="button"
            className="button button-main room-add"
            aria-haspopup="dialog"
            onClick={() => store.setState({ adding: [] })}
          >
            <Icon name="plus" />
            Add a report
          </button>
        )}
      </div>
      <div
        id="room"
        className="room-body"
        role="tabpanel"
        aria-labelledby={view === 'ledger' ? 'tab-changes' : 'tab-all-documents'}
        tabIndex={-1}
      >
        {view === 'documents' && <JobList />}
        {view === 'ledger' ? <LedgerList /> : <DocumentList />}
      </div>
    </div>
  );
}
