import { COLOURED_COMMUNITIES } from '../../canvas/node-look.ts';

interface CommunityMarkProps {
  /** From 1; 0 is drawn without a number. */
  readonly community: number;
  /** This and all smaller ones. */
  readonly isMore?: boolean;
}

/** A community as the network draws it: its colour and its number. */
export function CommunityMark({ community, isMore = false }: CommunityMarkProps) {
  const hasColour = community > 0 && community <= COLOURED_COMMUNITIES;
  const text = community === 0 ? '' : `${community}${isMore ? '+' : ''}`;
  return <span className={`community-mark community-${hasColour ? community : 'other'}`}>{text}</span>;
}
