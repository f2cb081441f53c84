import type { MouseEvent } from 'react';
import { useCallback } from 'react';
import { toPageProblem } from '../../api/problem-error.ts';
import { withNotice } from '../../state/notices.ts';
import { saveFile } from '../frame/save-file.ts';
import { useServices } from '../page-context.ts';

type Download = (event: MouseEvent<HTMLAnchorElement>, address: string, fileName: string) => void;

/**
 * Lets a link download a file, which the browser does by itself unless somebody has signed in: it sends no token along,
 * so the page asks for the file and hands it over.
 */
export function useDownload(): Download {
  const { ask, store, session } = useServices();
  return useCallback(
    (event, address, fileName) => {
      if (!session.isSignedIn()) return;
      event.preventDefault();
      ask<Blob>({ address, decode: toBlob }, new AbortController().signal).then(
        (blob) => saveFile(blob, fileName),
        (error: unknown) => {
          const { title, detail } = toPageProblem(error);
          const text = `${fileName} was not downloaded: ${detail ?? title}`;
          store.setState(({ notices }) => ({ notices: withNotice(notices, { id: 'download', text }) }));
        },
      );
    },
    [ask, store, session],
  );
}

function toBlob(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)], { type: 'text/csv' });
}
