import type { Connection } from '../../../graph-data/contract/questions-paths.ts';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import type { PathsQuestion } from '../../state/paths-parameters.ts';
import { OWN_VOICE_WORDS } from '../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';

/** "No path within 4 steps under this lens; 2 without it, the shortest of 2 steps." */
export function toNoneWords(
  free: Connection['unrestricted'],
  { steps, hubs, isForward }: Pick<PathsQuestion, 'steps' | 'hubs' | 'isForward'>,
  hasLens: boolean,
): string {
  const limits = [
    ...(hasLens ? ['under this lens'] : []),
    ...(hubs === null ? [] : [`round actors with more than ${toCountWords(hubs, 'neighbour')}`]),
    ...(isForward ? ['from subject to object alone'] : []),
  ];
  const none = [`No path within ${toCountWords(steps, 'step')}`, ...limits].join(' ');
  if (free === null) return `${none}.`;
  const without = limits.length === 1 && hasLens ? 'without it' : 'without these limits';
  if (free.paths === 0)
    return free.isComplete ? `${none}, and none ${without}.` : `${none}, and none was found ${without}.`;
  const count = `${toNumberWords(free.paths)}${free.hasMore ? ' or more' : ''}`;
  const shortest = free.length === null ? '' : `, the shortest of ${toCountWords(free.length, 'step')}`;
  return `${none}; ${count} ${without}${shortest}.`;
}

/** "say Steve Witkoff and 2 others", "in the document’s own voice". */
export function toVoiceWords(speakers: readonly (ActorRef | null)[], count: number): string {
  const names = speakers.map((speaker) => (speaker === null ? OWN_VOICE_WORDS : speaker.label));
  const others = count - names.length;
  if (others > 0) names.push(toCountWords(others, 'other'));
  if (names.length === 0) return '';
  if (count === 1 && speakers[0] === null) return `in ${OWN_VOICE_WORDS}`;
  const last = names.at(-1) ?? '';
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return count === 1 ? `says ${list}` : `say ${list}`;
}
