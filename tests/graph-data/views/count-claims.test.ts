import { describe, expect, it } from 'vitest';
import { countClaimsByDocument } from '../../../graph-data/views/count-claims.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';

describe('countClaimsByDocument', () => {
  it('when claims of every status stand in a document, then each is counted under its own', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        documents: [{ id: 'empty' }],
        claims: [
          { says: 'a leads b', document: 'times' },
          { says: 'a leads c', document: 'times', status: 'proposed' },
          { says: 'a leads d', document: 'times', status: 'proposed' },
          { says: 'b leads d', document: 'times', status: 'rejected' },
          { says: 'd leads a', document: 'herald', status: 'rejected' },
        ],
      }),
    );
    const counts = countClaimsByDocument(network);
    expect(network.documents.map(({ id }, index) => [id, counts(index)])).toEqual([
      ['empty', { proposed: 0, accepted: 0, rejected: 0 }],
      ['herald', { proposed: 0, accepted: 0, rejected: 1 }],
      ['times', { proposed: 2, accepted: 1, rejected: 1 }],
    ]);
  });
});
