import { describe, expect, it } from 'vitest';
import {
  isEmbedAsked,
  toEmbedAddress,
  toEmbeddedPage,
  toFullAddress,
  withoutEmbedParameter,
} from '../../../client/state/embed-address.ts';
import type { PageState } from '../../../client/state/page-state.ts';
import { START_PAGE } from '../../../client/state/page-state.ts';
import { parseUrlQuery } from '../../../client/state/url-state.ts';

const LENS_QUERY = 'pair=donald-trump..ukraine&speaker=steve-witkoff&at=0.5_0.4_0.25';
const PAGE: PageState = parseUrlQuery(LENS_QUERY).page;

describe('the address of an embedded picture', () => {
  it.each([
    ['at the root', 'https://news.example/?tab=table', 'https://news.example/embed'],
    ['below a path', 'https://news.example/net/?x=1#view', 'https://news.example/net/embed'],
    ['of a file', 'https://news.example/net/index.html', 'https://news.example/net/embed'],
  ])('when the page lies %s, then the picture lies beside it', (_where, here, expected) => {
    expect(toEmbedAddress(here, true, PAGE, 7)).toBe(`${expected}?${LENS_QUERY}&v=7`);
  });

  it('when there is no server, then the page itself is asked for it', () => {
    const address = toEmbedAddress('https://pages.example/net/index.html?view=ledger', false, PAGE, 7);
    expect(address).toBe(`https://pages.example/net/index.html?embed=1&${LENS_QUERY}&v=7`);
    expect(toEmbedAddress('https://pages.example/net/', false, START_PAGE, null)).toBe(
      'https://pages.example/net/?embed=1',
    );
  });

  it('when the page shows what a picture cannot, then only the network and what is chosen in it go along', () => {
    const { page } = parseUrlQuery(
      'view=disputes&actor=vladimir-putin&list=by&read=portrait-gift&open=case-file&paths=a..b&tab=table&stance=positive',
    );
    expect(toEmbeddedPage(page)).toEqual(parseUrlQuery('actor=vladimir-putin&stance=positive').page);
  });

  it.each([
    ['https://news.example/embed?speaker=x', 'https://news.example/'],
    ['https://news.example/net/embed?speaker=x', 'https://news.example/net/'],
    ['https://news.example/net/embed.html', 'https://news.example/net/'],
    ['https://pages.example/net/?embed=1&speaker=x', 'https://pages.example/net/'],
    ['https://pages.example/net/index.html?embed=1', 'https://pages.example/net/index.html'],
  ])('when the picture is at %s, then the full view of the same is at %s', (here, expected) => {
    expect(toFullAddress(here, PAGE, 7)).toBe(`${expected}?${LENS_QUERY}&v=7`);
    expect(toFullAddress(here, START_PAGE, null)).toBe(expected);
  });

  it('when the picture is of everything, then the version goes along all the same', () => {
    expect(toEmbedAddress('https://news.example/', true, START_PAGE, 7)).toBe(
      'https://news.example/embed?v=7',
    );
  });

  it('when a query asks for a picture, then the rest of it says of what', () => {
    expect(isEmbedAsked('?embed=1&actor=a')).toBe(true);
    expect(isEmbedAsked('?embed=0')).toBe(false);
    expect(isEmbedAsked('?actor=embed')).toBe(false);
    expect(withoutEmbedParameter('?embed=1&actor=a&stance=positive')).toBe('actor=a&stance=positive');
  });
});
