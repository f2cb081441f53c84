import type { PageState } from './page-state.ts';
import { toUrlQuery } from './url-state.ts';

/** The page of one picture for the sites of others, beside the page. */
const EMBED_PAGE = 'embed';
/** What asks the page itself for that picture: where there is no server, as on a published site. */
const EMBED_PARAMETER = 'embed';

/** True when an address's query asks for one picture. */
export function isEmbedAsked(query: string): boolean {
  return new URLSearchParams(query).get(EMBED_PARAMETER) === '1';
}

/** The query without what asks for the picture: what the picture is of. */
export function withoutEmbedParameter(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete(EMBED_PARAMETER);
  return parameters.toString();
}

/** What of a page's state its picture shows: the network, with what is chosen in it; nothing of the reader's own. */
export function toEmbeddedPage(page: PageState): PageState {
  return {
    ...page,
    view: 'explore',
    tab: 'network',
    reviewing: null,
    reading: null,
    list: null,
    paths: null,
    isCaseOpen: false,
  };
}

/**
 * The address of the picture of a page.
 * @param here the page's own address
 * @param hasServer false on a published site, where the page itself is asked for it
 */
export function toEmbedAddress(
  here: string,
  hasServer: boolean,
  page: PageState,
  version: number | null,
): string {
  const query = toQuery(toEmbeddedPage(page), version);
  const address = hasServer ? new URL(EMBED_PAGE, here) : new URL(new URL(here).pathname, here);
  address.search = hasServer ? query : `${EMBED_PARAMETER}=1${query === '' ? '' : `&${query}`}`;
  return address.href;
}

/**
 * The address of the full view of the picture at `here`, at the same state.
 * @param here of the picture, in either form
 */
export function toFullAddress(here: string, page: PageState, version: number | null): string {
  const { pathname } = new URL(here);
  const isOwnPage = pathname.endsWith(`/${EMBED_PAGE}`) || pathname.endsWith(`/${EMBED_PAGE}.html`);
  const address = new URL(isOwnPage ? '.' : pathname, here);
  address.search = toQuery(page, version);
  return address.href;
}

/** Without a state of its own a link still names the version: it says whether the data is what its sender saw. */
function toQuery(page: PageState, version: number | null): string {
  return toUrlQuery(page, version) || (version === null ? '' : `v=${version}`);
}
