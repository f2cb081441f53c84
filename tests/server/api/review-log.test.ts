import { describe, expect, it } from 'vitest';
import type { ReviewedDecision } from '../../../server/store/store.ts';
import { writeReviewLog } from '../../../server/api/review-log.ts';

const decision = {
  ...{ claim: 'c1', subject: 'ann', type: 'leads', object: 'bob', decision: 'accepted', author: 'Rita' },
  ...{ at: '2026-01-01T00:00:00.000Z', document: 'news', undoneBy: null },
} as unknown as ReviewedDecision;

async function write(...lots: ReviewedDecision[][]): Promise<string> {
  async function* read(): AsyncGenerator<ReviewedDecision[]> {
    for (const lot of lots) yield await Promise.resolve(lot);
  }
  let text = '';
  for await (const piece of writeReviewLog(read())) text += piece;
  return text;
}

describe('the review log as a table', () => {
  it('when there are decisions, then each is a row under the headers', async () => {
    expect(await write([decision], [{ ...decision, decision: 'rejected', undoneBy: 7 }])).toBe(
      '\uFEFFclaim,subject,type,object,decision,who,when,document,undoneBy\r\n' +
        'c1,ann,leads,bob,accepted,Rita,2026-01-01T00:00:00.000Z,news,\r\n' +
        'c1,ann,leads,bob,rejected,Rita,2026-01-01T00:00:00.000Z,news,7\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =cmd()', '＝1'])(
    'when a name is %j, then no spreadsheet takes it for a formula',
    async (author) => {
      const [, row = ''] = (await write([{ ...decision, author }])).split('\r\n');
      expect(row).toContain(`'${author}`);
    },
  );

  it('when nothing was decided, then the headers stand alone', async () => {
    expect((await write()).split('\r\n')).toHaveLength(2);
  });
});
