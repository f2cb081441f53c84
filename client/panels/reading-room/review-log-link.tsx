import { REVIEW_LOG_ADDRESS } from '../../api/changes.ts';
import { ExportLink } from '../export/export-link.tsx';
import { Icon } from '../frame/icon.tsx';

/** Every decision on a claim as a table: who, what, when. */
export function ReviewLogLink() {
  return (
    <ExportLink className="room-log" address={REVIEW_LOG_ADDRESS}>
      <Icon name="export" />
      Review log (CSV)
    </ExportLink>
  );
}
