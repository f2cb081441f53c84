import { REVIEW_LOG_ADDRESS } from '../../api/changes.ts';
import { Icon } from '../frame/icon.tsx';
import { useDownload } from '../session/use-download.ts';

/** Every decision on a claim as a table: who, what, when. */
export function ReviewLogLink() {
  const download = useDownload();
  return (
    <a
      className="room-log"
      href={REVIEW_LOG_ADDRESS}
      download="review-log.csv"
      onClick={(event) => download(event, REVIEW_LOG_ADDRESS, 'review-log.csv')}
    >
      <Icon name="export" />
      Review log (CSV)
    </a>
  );
}
