import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenColumnsError } from '../../../graph-data/contract/columns/column-file.ts';
import type { ClaimId, DocumentId } from '../../../graph-data/model/ids.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { answerAddress } from '../../../graph-data/site/answer-address.ts';
import { encodeSite } from '../../../graph-data/site/encode-site.ts';
import { openSite } from '../../../graph-data/site/open-site.ts';
import { SITE_PARTS } from '../../../graph-data/site/site-manifest.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';

async function publish(context: ViewContext): Promise<ViewContext> {
  const files = await encodeSite(context);
  return openSite((part) => Promise.resolve(files[part]));
}

const small = () =>
  toSmallContext(
    toSmallDataset({
      documents: [
        { id: 'paper', licence: 'CC BY 4.0' },
        { id: 'secret', licence: 'All rights reserved', title: 'The kept report', publisher: 'Courier' },
      ],
      claims: [
        { says: 'ann befriends bob', via: ['cy'] },
        { says: 'bob leads cy', document: 'secret' },
      ],
    }),
    ({ id }) => id !== 'secret',
  );

describe('the parts of a site', () => {
  it('when dataset and lens are any, then what is read back answers as what was written', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, arbitraryLens, async (dataset, lens) => {
        const context = toSmallContext(dataset);
        const site = await publish(context);
        const query = new URLSearchParams(toLensParameters(lens)).toString();
        for (const path of ['network', 'network.csv', 'claims', 'facets', 'speakers', 'disputes'])
          expect(await answerAddress(site, `api/v1/${path}?${query}`)).toEqual(
            await answerAddress(context, `api/v1/${path}?${query}`),
          );
      }),
      { numRuns: 30 },
    );
  });

  it('when a claim was looked at by somebody, then their name is in no file', async () => {
    const dataset = toSmallDataset({ claims: [{ says: 'ann befriends bob' }] });
    const claims = dataset.claims.map((claim) => ({
      ...claim,
      reviewedBy: 'a-secret-name',
      reviewedAt: '2026-01-01T00:00:00Z',
    }));
    const context = toSmallContext({ ...dataset, claims });
    const files = await encodeSite(context);
    const [claim] = await (await publish(context)).reader.getClaims([getClaimId(context.network, 0)]);

    for (const part of SITE_PARTS)
      expect(Buffer.from(files[part]).includes('a-secret-name'), part).toBe(false);
    expect([claim?.reviewedBy, claim?.reviewedAt]).toEqual([null, '2026-01-01T00:00:00Z']);
  });

  it('when a text may not be shown, then it is in no file, its document says that there is one, and is found by its title', async () => {
    const context = small();
    const text = (await context.reader.findDocument('secret' as DocumentId))?.text ?? '';
    const files = await encodeSite(context);
    const site = await publish(context);
    const ask = async (path: string) =>
      JSON.parse((await answerAddress(site, `api/v1/${path}`)).body as string) as Record<string, unknown>;

    expect(text.length).toBeGreaterThan(5);
    expect(Buffer.from(files.texts).includes(text)).toBe(false);
    expect(await ask('documents/secret')).toMatchObject({ hasText: true, text: null });
    expect(await ask('documents/paper')).toMatchObject({
      hasText: true,
      text: expect.stringContaining('ann') as string,
    });
    expect(await site.reader.searchDocuments('kept', 9)).toEqual(['secret']);
    expect(await site.reader.searchDocuments('bob leads', 9)).toEqual([]);
  });

  it('when ids are not there, then they are passed over, and a document that is not there is none', async () => {
    const { reader } = await publish(small());

    expect(await reader.getClaims(['c0000000000000000' as ClaimId])).toEqual([]);
    expect(await reader.findDocument('nothing' as DocumentId)).toBeUndefined();
  });

  it('when a file could not be had, then what needs it fails, and is asked for again', async () => {
    const context = small();
    const files = await encodeSite(context);
    let fails = true;
    const site = await openSite((part) =>
      fails && part === 'words' ? Promise.reject(new Error('offline')) : Promise.resolve(files[part]),
    );
    const id = getClaimId(context.network, 0);

    await expect(site.reader.getClaims([id])).rejects.toThrow('offline');
    fails = false;
    expect(await site.reader.getClaims([id])).toHaveLength(1);
  });

  it('when bytes are cut off, of another part, or of another dataset, then they are refused', async () => {
    const context = small();
    const files = await encodeSite(context);
    const other = await encodeSite(
      toSmallContext(toSmallDataset({ claims: [{ says: 'ann befriends bob' }] })),
    );
    const id = getClaimId(context.network, 0);

    await expect(openSite(() => Promise.resolve(files.network.subarray(0, 900)))).rejects.toThrow(
      BrokenColumnsError,
    );
    await expect(openSite(() => Promise.resolve(files.words))).rejects.toThrow(/not the network/);
    const mixed = await openSite((part) => Promise.resolve(part === 'words' ? other.words : files[part]));
    await expect(mixed.reader.getClaims([id])).rejects.toThrow(BrokenColumnsError);
  });
});
