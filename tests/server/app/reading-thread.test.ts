import { afterEach, describe, expect, it } from 'vitest';
import { extractClaims } from '../../../server/extract/engine/extract-claims.ts';
import { shippedModel } from '../../../server/extract/engine/scorer/shipped-model.ts';
import { ReadingThread } from '../../../server/app/reading-thread.ts';

const REPORT = 'President of Norway Anna Berg condemned Chile on Monday.\n';
const thread = new ReadingThread();
afterEach(() => thread.close());
const never = (): AbortSignal => new AbortController().signal;

describe('the reading thread', () => {
  it('when it is asked, then it answers what reading and extracting here do', async () => {
    const bytes = new TextEncoder().encode(REPORT);
    expect(await thread.read(bytes, { name: 'a.txt' }, never())).toMatchObject({ text: REPORT });
    expect(await thread.extract(REPORT, 0.2, never())).toEqual(extractClaims(REPORT, shippedModel(), 0.2));
  });

  it('when a long report is read, then it tells how many sentences it has read, last all of them', async () => {
    const told: [number, number][] = [];
    await thread.extract(REPORT.repeat(200), 0.2, never(), (done, total) => told.push([done, total]));
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual([200, 200]);
  });

  it('when a document cannot be read, then the problem comes over with its code and places', async () => {
    const reading = thread.read(new TextEncoder().encode('%PDF-1.7\n'), { name: 'a.txt' }, never());
    await expect(reading).rejects.toMatchObject({
      ...{ name: 'OnrecordError', code: 'unreadable-document' },
      errors: [{ pointer: '/document' }],
    });
  });

  it('when a task takes longer than a thread is kept without one, then it is answered; an idle one ends, and another comes', async () => {
    const short = new ReadingThread(1);
    await short.read(new TextEncoder().encode(REPORT), { name: 'a.txt' }, never());
    const { proposals } = await short.extract(REPORT.repeat(100), 0.2, never());
    expect(proposals.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await short.read(new TextEncoder().encode(REPORT), { name: 'a.txt' }, never())).toMatchObject({
      text: REPORT,
    });
    await short.close();
  });

  it('when it is told to stop, then it does so at once, and the next task has another', async () => {
    const stop = new AbortController();
    const extracting = thread.extract(REPORT.repeat(30_000), 0.2, stop.signal);
    setTimeout(() => stop.abort(new Error('told to stop')), 50);
    await expect(extracting).rejects.toThrow('told to stop');
    expect((await thread.extract(REPORT, 0.2, never())).proposals.length).toBeGreaterThan(0);
    await expect(thread.extract(REPORT, 0.2, AbortSignal.abort(new Error('before')))).rejects.toThrow(
      'before',
    );
  });
});
