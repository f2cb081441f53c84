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
  readonly isBusy: boolean;
  /** Of the last lot. */
  readonly refused: readonly Refused[];
  /** Sends what the form holds; answers how many reports the server took. */
  readonly add: (draft: AddDraft) => Promise<number>;
}

/** Sends reports one after another; each becomes a job, which goes on whatever happens to the page. */
export function useAdd(): Adding {
  const { changes, store } = useServices();
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const add = async (draft: AddDraft): Promise<number> => {
    setIsBusy(true);
    setRefused([]);
    const failures: Refused[] = [];
    let taken = 0;
    for (const { title, request } of toRequests(draft)) {
      try {
        const job = await changes.send(request, new AbortController().signal);
        store.setState(({ jobs }) => ({ jobs: withJob(jobs, job) }));
        taken += 1;
      } catch (error) {
        failures.push({ title, problem: toPageProblem(error) });
      }
    }
    setRefused(failures);
    setIsBusy(false);
    return taken;
  };
  return { isBusy, refused, add };
}

function toRequests(
  draft: AddDraft,
): readonly { readonly title: string; readonly request: ChangeRequest<Job> }[] {
  const wish = toWish(draft);
  if (draft.way !== 'files')
    return [
      {
        title: draft.way === 'address' ? draft.url : 'The text',
        request: addDocumentRequest(wish),
      },
    ];
  const { publisher, publishedAt, licence, engine } = wish;
  const facts = { publisher, publishedAt, licence, engine };
  return draft.files.flatMap((file) => {
    const mediaType = toMediaType(file.name);
    if (mediaType === undefined || toRefusal(file) !== undefined) return [];
    return [{ title: file.name, request: addFileRequest(file, mediaType, facts) }];
  });
}
