import type { ApiRequest } from '../../api/api-request.ts';
import { Icon } from '../frame/icon.tsx';
import { ExportLink } from './export-link.tsx';

interface TableLinkProps {
  readonly request: ApiRequest<never>;
  /** What is in it: "all disputes". */
  readonly what: string;
}

/** All of what a question answers, to take away as a table. */
export function TableLink({ request, what }: TableLinkProps) {
  return (
    <ExportLink className="link-button table-link" address={request.address} label={`CSV: ${what}`}>
      <Icon name="export" />
      CSV
    </ExportLink>
  );
}
