import type { ReactNode } from 'react';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { withPathsBetween } from '../../state/paths-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage } from '../page-context.ts';

interface PathsLinkProps {
  /** Those that are known already. */
  readonly actors: readonly ActorId[];
  readonly children: ReactNode;
}

/** Asks how actors are connected. */
export function PathsLink({ actors, children }: PathsLinkProps) {
  const change = useChangePage();
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => change((page) => withPathsBetween(page, actors))}
    >
      <Icon name="join" />
      {children}
    </button>
  );
}
