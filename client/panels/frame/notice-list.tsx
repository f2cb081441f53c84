import type { Notice } from '../../state/notices.ts';
import { withoutNotice } from '../../state/notices.ts';
import { changePage } from '../../state/page-store.ts';
import { withReview, withView } from '../../state/page-transitions.ts';
import { usePage, useServices } from '../page-context.ts';
import { Icon } from './icon.tsx';

/** Sentences about the link, the data or what was just changed, each until it is dismissed; some offer to do something. */
export function NoticeList() {
  const { store } = useServices();
  const notices = usePage((state) => state.notices);
  return (
    <div className="notices" role="status">
      {notices.map((notice) => (
        <p key={notice.id} className="notice">
          {notice.text}
          <span className="notice-actions">
            <NoticeButton notice={notice} />
            <button
              type="button"
              className="icon-button"
              aria-label="Dismiss"
              onClick={() =>
                store.setState(({ notices }) => ({ notices: withoutNotice(notices, notice.id) }))
              }
            >
              <Icon name="close" />
            </button>
          </span>
        </p>
      ))}
    </div>
  );
}

function NoticeButton({ notice: { action, id } }: { readonly notice: Notice }) {
  const { changes, keeper, store } = useServices();
  if (action === undefined) return null;
  const act = (): void => {
    if (action.kind === 'undo') {
      void changes.undo(action.seq, action.did);
      return;
    }
    store.setState(({ notices }) => ({ notices: withoutNotice(notices, id) }));
    if (action.kind === 'reload') keeper.reload();
    else if (action.kind === 'review') changePage(store, (page) => withReview(page, action.document));
    else changePage(store, (page) => withView(page, 'documents'));
  };
  return (
    <button type="button" className="link-button" onClick={act}>
      {action.words}
    </button>
  );
}
