import type { ActorId } from '../../graph-data/model/ids.ts';
import type { PageState } from './page-state.ts';
import { withSelection, withTab } from './page-transitions.ts';
import type { PathsQuestion } from './paths-parameters.ts';
import { NO_PATHS } from './paths-parameters.ts';
import { NOTHING } from './selection.ts';

/** Asks how they are connected, in place of what the panel shows. */
export function withPathsBetween(page: PageState, actors: readonly ActorId[]): PageState {
  return withPaths(withSelection(withTab(page, page.tab), NOTHING), { actors: [...new Set(actors)] });
}

/** The question with something else asked: then the first answer is in front again. */
export function withPaths(page: PageState, change: Partial<PathsQuestion>): PageState {
  const paths = { ...(page.paths ?? NO_PATHS), front: NO_PATHS.front, ...change };
  return { ...page, paths, isCaseOpen: false };
}
