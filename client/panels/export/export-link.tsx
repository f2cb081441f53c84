import type { ReactNode } from 'react';
import { toPageProblem } from '../../api/problem-error.ts';
import { withNotice } from '../../state/notices.ts';
import { saveFile } from '../frame/save-file.ts';
import { useServices } from '../page-context.ts';

interface ExportLinkProps {
  /** Of the API. */
  readonly address: string;
  /** Unless the words of the link say enough. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A file to take away: a plain download where a server gives it to everybody. On a published site it is made here, and of
 * whoever has signed in the page asks for it, for a link sends no token along; it is then handed over whole.
 */
export function ExportLink({ address, label, className, children }: ExportLinkProps) {
  const { site, session, download, store } = useServices();
  const save = (): void => {
    download(address).then(
      ({ blob, filename }) => saveFile(blob, filename),
      (error: unknown) => {
        const { title, detail } = toPageProblem(error);
        const text = `The file was not downloaded: ${detail ?? title}`;
        store.setState(({ notices }) => ({ notices: withNotice(notices, { id: 'download', text }) }));
      },
    );
  };
  if (site !== null)
    return (
      <button type="button" className={className ?? 'link-button'} aria-label={label} onClick={save}>
        {children}
      </button>
    );
  return (
    <a
      href={address}
      className={className}
      aria-label={label}
      download
      onClick={(event) => {
        if (!session.isSignedIn()) return;
        event.preventDefault();
        save();
      }}
    >
      {children}
    </a>
  );
}
