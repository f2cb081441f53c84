import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../graph-data/contract/routes.ts';
import type { AddressAnswer } from '../../../graph-data/site/answer-address.ts';
import { answerAddress } from '../../../graph-data/site/answer-address.ts';
import { encodeSite } from '../../../graph-data/site/encode-site.ts';
import { openSite } from '../../../graph-data/site/open-site.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { serveDataset } from '../../fixtures/serve-dataset.ts';

let served: ServedDataset;
let site: ViewContext;
beforeAll(async () => {
  served = await serveDataset(undefined, '0.0.0.0');
  const files = await encodeSite(served.context);
  site = await openSite((part) => Promise.resolve(files[part]));
});
afterAll(() => served.close());

/** The body as text: bytes and files as what stands in them. */
async function read({ body, ...rest }: AddressAnswer): Promise<object> {
  const text =
    typeof body === 'string'
      ? body
      : body instanceof Blob
        ? await body.text()
        : Buffer.from(body).toString('latin1');
  return { ...rest, text };
}

/** Of every call that is answered from a dataset; also what is wrong with one. */
const ADDRESSES = [
  'network?limit=20',
  'network?speaker=steve-witkoff&stance=positive',
  'network.columns?relations=6000',
  'network.columns?clock=happened&from=2025-03-13',
  'network.gexf?level=relations',
  'network.gexf?level=claims',
  'network.gexf?level=claims&gexf=1.2&speaker=steve-witkoff&stance=positive',
  'network.graphml?level=claims&around=donald-trump',
  'network.csv?level=claims',
  'network.json?level=relations&between=donald-trump&between=ukraine',
  'actors?q=witkof&limit=3',
  'actors/donald-trump?minClaims=2',
  'actors/vladimir-putin/neighbours?limit=5',
  'actors/vladimir-putin/neighbours?depth=2&direction=out&limit=500',
  'relations/donald-trump.supports.ukraine',
  'claims?limit=500',
  'claims?order=certainty&limit=5&subject=donald-trump',
  'claims?q=portrait',
  'documents?limit=1',
  'documents/portrait-gift',
  'documents/envoy-interview',
  'facets?speaker=none',
  'timeline?bucket=month',
  'timeline.columns?clock=happened',
  'timeline.csv?bucket=month&speaker=steve-witkoff',
  'paths?from=donald-trump&to=vladimir-putin&k=3',
  'paths.csv?from=donald-trump&to=vladimir-putin&k=3',
  'speakers?limit=4',
  'speakers.csv?stance=positive',
  'publishers',
  'publishers.csv',
  'compare?by=speaker&a=steve-witkoff&b=none&limit=5',
  'compare.columns?by=document&a=portrait-gift&b=envoy-interview',
  'compare.csv?by=document&a=portrait-gift&b=envoy-interview',
  'compare.csv?by=speaker&a=nobody&b=none',
  'disputes',
  'disputes.csv',
  'search?q=portr',
  'search?q=Trump+prayed',
  'actors/nobody',
  'documents/nothing',
  'claims/c0000000000000000',
  'network?speaker=nobody',
  'network?limit=x&bogus=1',
  'search',
  'claims?cursor=abc',
  'paths?from=donald-trump&to=donald-trump',
  'openapi',
  'nothing/here',
  'actors/%E0%A4%A',
];

describe('a published site', () => {
  it.each(ADDRESSES)('when it is asked %s, then it answers what the server does', async (path) => {
    const here = await read(await answerAddress(site, `api/v1/${path}`));

    expect(here).toEqual(await read(await answerAddress(served.context, `api/v1/${path}`)));
  });

  it('when all that is asked above is looked at, then it is of every call but the description of the API', () => {
    const asked = ADDRESSES.map((path) => `/${path.replace(/\?.*/, '')}`);
    const missing = Object.values(ROUTES).filter(({ path }) => {
      const pattern = new RegExp(`^${path.replace(/\{id\}/, '[^/]+')}$`);
      return !asked.some((each) => pattern.test(each));
    });

    expect(missing.map(({ path }) => path)).toEqual(['/openapi.json']);
  });

  it('when each claim is asked for by its id, then it is the server’s', async () => {
    const all = (await read(await answerAddress(served.context, 'api/v1/claims?limit=500'))) as {
      text: string;
    };
    const { items } = JSON.parse(all.text) as { items: { id: string }[] };

    expect(items.length).toBe(served.context.network.claims.length);
    for (const item of items)
      expect(await read(await answerAddress(site, `api/v1/claims/${item.id}`))).toEqual({
        status: 200,
        text: JSON.stringify(item),
      });
  });

  it('when a page of a list is asked for by the cursor of the one before, then it is the next', async () => {
    const ask = async (path: string) =>
      JSON.parse(((await read(await answerAddress(site, `api/v1/${path}`))) as { text: string }).text) as {
        items: { id: string }[];
        nextCursor: string;
      };
    const first = await ask('claims?limit=50');
    const second = await ask(`claims?limit=50&cursor=${encodeURIComponent(first.nextCursor)}`);

    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(81);
  });

  it('when it is written twice, then the bytes are the same', async () => {
    const [one, other] = [await encodeSite(served.context), await encodeSite(served.context)];

    expect(Buffer.from(one.picture).equals(Buffer.from(other.picture))).toBe(true);
    expect(Buffer.from(one.network).equals(Buffer.from(other.network))).toBe(true);
    expect(Buffer.from(one.words).equals(Buffer.from(other.words))).toBe(true);
    expect(Buffer.from(one.texts).equals(Buffer.from(other.texts))).toBe(true);
  });
});
