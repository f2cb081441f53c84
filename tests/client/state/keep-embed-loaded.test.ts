import { describe, expect, it } from 'vitest';
import type { PageProblem } from '../../../client/api/problem-error.ts';
import { ProblemError } from '../../../client/api/problem-error.ts';
import { toMissingWords } from '../../../client/panels/embed/embed-missing.tsx';
import { keepEmbedLoaded } from '../../../client/state/keep-embed-loaded.ts';
import { createPageStore } from '../../../client/state/page-store.ts';
import { parseUrlQuery } from '../../../client/state/url-state.ts';
import { toNetworkAnswer } from './network-answer.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

const toProblem = (pointer: string, reason: string, status = 422): PageProblem => ({
  title: 'Unknown',
  detail: reason,
  status,
  pointers: [pointer],
  reasons: [reason],
});

/** What a picture of this address shows, of a server that refuses what `refuses` says by the request's address. */
async function load(query: string, refuses: (address: string) => PageProblem | undefined = () => undefined) {
  const store = createPageStore(query);
  const asked: string[] = [];
  keepEmbedLoaded(
    store,
    ({ address }) => {
      asked.push(address);
      const problem = refuses(address);
      const answer = address.includes('actors/') ? { label: 'Somebody' } : toNetworkAnswer();
      return problem ? Promise.reject(new ProblemError(problem)) : Promise.resolve(answer as never);
    },
    parseUrlQuery(query).faults,
  );
  await settle();
  const { network } = store.getState();
  return { asked, shown: network.loaded?.graph.order ?? null, words: toMissingWords(network), network };
}

describe('keepEmbedLoaded', () => {
  it.each([
    ['speaker=nobody', '/query/speaker', 'no actor "nobody"'],
    ['via=nobody', '/query/via', 'no actor "nobody"'],
    ['publisher=Nobody', '/query/publisher', 'no publisher "Nobody"'],
    ['document=nothing', '/query/document', 'no document "nothing"'],
    ['compare=speaker:none:nobody', '/query/b', 'no actor "nobody"'],
    ['expand=nobody.25', '/query/expand', 'no actor nobody'],
  ])(
    'when a picture asks for %s, which is not there, then nothing is shown, and it is not asked again without it',
    async (query, pointer, reason) => {
      const { asked, shown, words } = await load(`${query}&stance=positive`, () =>
        toProblem(pointer, reason),
      );

      expect(asked).toHaveLength(1);
      expect(shown).toBeNull();
      expect(words).toBe(`This picture asks for something that is not in the data any more: ${reason}.`);
    },
  );

  it('when it asks for a relation type that is not there, then not all types that are there are told', async () => {
    const { words } = await load('type=loves', () =>
      toProblem('/query/type', 'no type (expected one of leads, other): "loves"'),
    );
    expect(words).toBe('This picture asks for something that is not in the data any more: no type "loves".');
  });

  it.each(['actor=nobody', 'pair=nobody..vladimir-putin'])(
    'when it asks for %s, who is neither drawn nor known, then nothing is shown',
    async (query) => {
      const { shown, words } = await load(query, (address) =>
        address === 'api/v1/actors/nobody' ? toProblem('/path/id', 'no actor "nobody"', 404) : undefined,
      );
      expect(shown).toBeNull();
      expect(words).toMatch(/not in the data any more: no actor "nobody"\.$/);
    },
  );

  it('when it asks for somebody whom the lens hides, then the rest is shown', async () => {
    const { asked, shown, words } = await load('actor=somebody&stance=positive');
    expect(asked[1]).toBe('api/v1/actors/somebody');
    expect([shown, words]).toEqual([2, null]);
  });

  it.each(['speaker=No%20Body', 'stance=happy', 'compare=voice:a:b', 'actor=a&actor=b'])(
    'when it asks for %s, which cannot be read, then nothing is asked for and nothing shown',
    async (query) => {
      const { asked, shown, words } = await load(query);
      expect(asked).toEqual([]);
      expect(shown).toBeNull();
      expect(words).toMatch(/^This picture asks for something that is not understood: /);
    },
  );

  it('when the address holds what is none of the picture’s, then the picture is shown', async () => {
    const { shown, words } = await load('utm_source=mail&tab=nowhere&at=left&stance=positive');
    expect([shown, words]).toEqual([2, null]);
  });

  it('when the server fails, then that is no word about what is there', async () => {
    const { network, words } = await load('speaker=steve-witkoff', () => toProblem('', 'down', 503));
    expect([network.status, words]).toEqual(['failed', null]);
  });
});
