import { useState } from 'react';
import type { Job } from '../../../graph-data/contract/writes.ts';
import type { ChangeRequest } from '../../api/changes.ts';
import { addDocumentRequest, addFileRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { withJob } from '../../state/jobs-state.ts';
import { useServices } from '../page-context.ts';
import type { AddDraft } from './add-draft.ts';
import { toWish } from './add-draft.ts';
import { toMediaType, toRefusal } from './report-files.ts';

/** A report that the server did not take. */
export interface Refused {
  readonly title: string;
  readonly problem: PageProblem;
}

export interface Adding {
  /** How far sending is; null while nothing is sent. */
  readonly sending: { readonly at: number; readonly of: number } | null;
  /** Of the last lot. */
  readonly refused: readonly Refused[];
  /** Sends what the form holds; answers how many reports the server took, and the files that it did not take. */
  readonly add: (draft: AddDraft) => Promise<{ readonly taken: number; readonly left: readonly File[] }>;
}

/** Sends reports one after another; each becomes a job, which goes on whatever happens to the page. */
export function useAdd(): Adding {
  const { changes, store } = useServices();
  const [sending, setSending] = useState<Adding['sending']>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const add: Adding['add'] = async (draft) => {
    const requests = toRequests(draft);
    setRefused([]);
    const failures: (Refused & { readonly file: File | undefined })[] = [];
    for (const [index, { title, file, request }] of requests.entries()) {
      setSending({ at: index + 1, of: requests.length });
      try {
        const job = await changes.send(request, new AbortController().signal);
        store.setState(({ jobs }) => ({ jobs: withJob(jobs, job) }));
      } catch (error) {
        failures.push({ title, file, problem: toPageProblem(error) });
      }
    }
    setRefused(failures);
    setSending(null);
    return {
      taken: requests.length - failures.length,
      left: failures.flatMap(({ file }) => file ?? []),
    };
  };
  return { sending, refused, add };
}

interface AddRequest {
  readonly title: string;
  readonly file?: File;
  readonly request: ChangeRequest<Job>;
}

function toRequests(draft: AddDraft): readonly AddRequest[] {
  const wish = toWish(draft);
  if (draft.way !== 'files') {
    const title = draft.way === 'address' ? draft.url : 'The text';
    return [{ title, request: addDocumentRequest(wish) }];
  }
  const { publisher, publishedAt, licence, engine } = wish;
  const facts = { publisher, publishedAt, licence, engine };
  return draft.files.flatMap((file) => {
    const mediaType = toMediaType(file.name);
    if (mediaType === undefined || toRefusal(file) !== undefined) return [];
    return [{ title: file.name, file, request: addFileRequest(file, mediaType, facts) }];
  });
}
