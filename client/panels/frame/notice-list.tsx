import { withoutNotice } from '../../state/notices.ts';
import { usePage, useServices } from '../page-context.ts';
import { Icon } from './icon.tsx';

/** Sentences about the link or the data, each until it is dismissed. */
export function NoticeList() {
  const { store } = useServices();
  const notices = usePage((state) => state.notices);
  return (
    <div className="notices" role="status">
      {notices.map(({ id, text }) => (
        <p key={id} className="notice">
          {text}
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={() => store.setState((state) => ({ notices: withoutNotice(state.notices, id) }))}
          >
            <Icon name="close" />
          </button>
        </p>
      ))}
    </div>
  );
}
