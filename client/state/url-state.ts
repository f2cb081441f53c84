import type { ActorId, ClaimId, DocumentId, RelationId } from '../../graph-data/model/ids.ts';
import { SLUG_PATTERN } from '../../graph-data/model/ids.ts';
import { DEFAULT_LENS, toLensParameters } from '../../graph-data/model/lens.ts';
import { parseExpansion, toExpansionText } from '../../graph-data/network/expansion.ts';
import { COLOURS, DEFAULT_APPEARANCE, SIZES } from './appearance.ts';
import { findOneOf } from './closed-values.ts';
import { parseComparison, toComparisonText } from './comparison.ts';
import { MOST_EXPANSIONS } from './expansions.ts';
import { isLensParameter, parseLensParameters } from './lens-parameters.ts';
import type { PageCamera, PageState } from './page-state.ts';
import { CLAIM_LISTS, START_PAGE, TABLES, TABS, VIEWS } from './page-state.ts';
import { withAppearance, withCamera } from './page-transitions.ts';
import { readPathsParameter, toPathsParameters } from './paths-parameters.ts';
import type { Selection } from './selection.ts';
import { NOTHING, toActorSelection, toPairSelection } from './selection.ts';

/**
 * The page's state as the readable query of its address, without `?`:
 * `view=documents|ledger|compare|disputes|speakers|publishers` or `view=review&document=ID` (the first `document` is then not
 * the lens's), `compare=speaker:A:B`,
 * `actor=` or `pair=one..other` or `relation=`, `list=by|about`, the lens as the API writes it, `expand=actor.25` as the API takes it, `tab=table`, `table=`,
 * `paths=one..other` with `k=`, `steps=`, `hubs=`, `way=forward` and `front=` after it, `open=case-file`,
 * `read=` (document), `claim=`, `at=x_y_ratio` (camera), `v=` (the data's version). Defaults are left out; where nothing
 * is left, the version is left out too, so that the plain page keeps its plain address.
 */
export function toUrlQuery(page: PageState, version: number | null): string {
  const pairs: [string, string][] = [];
  const { selection, camera } = page;
  if (page.view !== START_PAGE.view) pairs.push(['view', page.view]);
  if (page.reviewing !== null) pairs.push(['document', page.reviewing]);
  if (selection.kind === 'actor') pairs.push(['actor', selection.actor]);
  if (selection.kind === 'pair') {
    pairs.push(
      selection.relation === null
        ? ['pair', `${selection.a}..${selection.b}`]
        : ['relation', selection.relation],
    );
  }
  if (page.list !== null) pairs.push(['list', page.list]);
  if (page.reading !== null) pairs.push(['read', page.reading]);
  if (page.claim !== null) pairs.push(['claim', page.claim]);
  pairs.push(...toLensParameters(page.lens));
  const { clock } = page.lens;
  // The clock waits for dates, and those that are compared are on it.
  if (clock !== DEFAULT_LENS.clock && !pairs.some(([name]) => name === 'clock')) pairs.push(['clock', clock]);
  pairs.push(...toPathsParameters(page.paths));
  if (page.isCaseOpen) pairs.push(['open', 'case-file']);
  if (page.comparison !== null) pairs.push(['compare', toComparisonText(page.comparison)]);
  for (const expansion of page.expansions) pairs.push(['expand', toExpansionText(expansion)]);
  const { size, colour } = page.appearance;
  if (size !== DEFAULT_APPEARANCE.size) pairs.push(['size', size]);
  if (colour !== DEFAULT_APPEARANCE.colour) pairs.push(['colour', colour]);
  if (page.tab !== START_PAGE.tab) pairs.push(['tab', page.tab]);
  if (page.table !== START_PAGE.table) pairs.push(['table', page.table]);
  if (camera !== null) pairs.push(['at', [camera.x, camera.y, camera.ratio].join('_')]);
  if (pairs.length > 0 && version !== null) pairs.push(['v', String(version)]);
  return new URLSearchParams(pairs).toString();
}

/** What an address asks for. */
export interface UrlState {
  readonly page: PageState;
  /** The data's version when the link was made. */
  readonly version: number | null;
  /** The parts that were not understood and left out, as `name=value` cut to 60 characters. */
  readonly faults: readonly string[];
}

const LONGEST_FAULT = 60;
const CLAIM_PATTERN = /^[\w.-]{1,100}$/;

/** Reads a query back, whatever it holds: never throws; what it does not understand is named in `faults`. */
export function parseUrlQuery(query: string): UrlState {
  const faults: string[] = [];
  const lensPairs: [string, string][] = [];
  let page: PageState = START_PAGE;
  let version: number | null = null;
  const seen = new Set<string>();
  const parameters = new URLSearchParams(query);
  const isReview = parameters.get('view') === 'review';
  for (const [name, value] of parameters) {
    if (name === 'document' && isReview && page.reviewing === null && SLUG_PATTERN.test(value)) {
      page = { ...page, reviewing: value as DocumentId };
      continue;
    }
    if (isLensParameter(name)) {
      lensPairs.push([name, value]);
      continue;
    }
    const isRepeated = seen.has(name) && name !== 'expand';
    seen.add(name);
    const next = isRepeated ? undefined : readParameter(page, name, value);
    if (next !== undefined) page = next;
    else if (!isRepeated && name === 'v' && /^\d{1,15}$/.test(value)) version = Number(value);
    else faults.push(`${name}=${value}`);
  }
  if (page.view === 'review' && page.reviewing === null) {
    faults.push('view=review');
    page = { ...page, view: 'documents' };
  }
  const { lens, faults: lensFaults } = parseLensParameters(lensPairs);
  if (page.list !== null && page.selection.kind !== 'actor') {
    faults.push(`list=${page.list}`);
    page = { ...page, list: null };
  }
  return {
    page: { ...page, lens },
    version,
    faults: [...faults, ...lensFaults].map((fault) => Array.from(fault).slice(0, LONGEST_FAULT).join('')),
  };
}

/** The page with one parameter read into it; undefined where its name or value means nothing. */
function readParameter(page: PageState, name: string, value: string): PageState | undefined {
  switch (name) {
    case 'view': {
      const view = findOneOf(VIEWS, value);
      return view && { ...page, view };
    }
    case 'actor':
    case 'pair':
    case 'relation': {
      const selection = page.selection.kind === 'none' ? parseSelection(name, value) : NOTHING;
      return selection.kind === 'none' ? undefined : { ...page, selection };
    }
    case 'list': {
      const list = findOneOf(CLAIM_LISTS, value);
      return list && { ...page, list };
    }
    case 'read':
      return SLUG_PATTERN.test(value) ? { ...page, reading: value as DocumentId } : undefined;
    case 'claim':
      return CLAIM_PATTERN.test(value) ? { ...page, claim: value as ClaimId } : undefined;
    case 'compare': {
      const comparison = parseComparison(value);
      return comparison && { ...page, comparison };
    }
    case 'expand': {
      const expansion = parseExpansion(value);
      if (expansion === undefined || page.expansions.length >= MOST_EXPANSIONS) return undefined;
      return { ...page, expansions: [...page.expansions, expansion] };
    }
    case 'open':
      return value === 'case-file' ? { ...page, isCaseOpen: true } : undefined;
    case 'paths':
    case 'k':
    case 'steps':
    case 'hubs':
    case 'way':
    case 'front': {
      const paths = readPathsParameter(page.paths, name, value);
      return paths && { ...page, paths };
    }
    case 'size': {
      const size = findOneOf(SIZES, value);
      return size && withAppearance(page, { size });
    }
    case 'colour': {
      const colour = findOneOf(COLOURS, value);
      return colour && withAppearance(page, { colour });
    }
    case 'tab': {
      const tab = findOneOf(TABS, value);
      return tab && { ...page, tab };
    }
    case 'table': {
      const table = findOneOf(TABLES, value);
      return table && { ...page, table };
    }
    case 'at': {
      const camera = parseCamera(value);
      return camera && withCamera(page, camera);
    }
    default:
      return undefined;
  }
}

function parseSelection(name: 'actor' | 'pair' | 'relation', value: string): Selection {
  if (name === 'actor') return SLUG_PATTERN.test(value) ? toActorSelection(value as ActorId) : NOTHING;
  const parts = value.split(name === 'pair' ? '..' : '.');
  const [one, other] = [parts[0], parts.at(-1)];
  const isWhole =
    parts.length === (name === 'pair' ? 2 : 3) && parts.every((part) => SLUG_PATTERN.test(part));
  if (!isWhole || one === undefined || other === undefined) return NOTHING;
  return toPairSelection(one as ActorId, other as ActorId, name === 'pair' ? null : (value as RelationId));
}

const FURTHEST = 1000;

function parseCamera(value: string): PageCamera | undefined {
  const parts = value.split('_');
  if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,4}(?:\.\d{1,6})?$/.test(part))) return undefined;
  const [x = 0, y = 0, ratio = 0] = parts.map(Number);
  const isNear = Math.abs(x) <= FURTHEST && Math.abs(y) <= FURTHEST && ratio > 0 && ratio <= FURTHEST;
  return isNear ? { x, y, ratio } : undefined;
}
