import type { DisputesAnswer } from '../../../graph-data/contract/questions.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toSpeakerWords } from '../words/relation-words.ts';

type Side = DisputesAnswer['items'][number]['sides'][number];

const MOST_NAMED = 3;

/** "3 claims of 2 origins, 1 of them under the present lens." */
export function toSideWords({ claims, origins, shown }: Pick<Side, 'claims' | 'origins' | 'shown'>): string {
  const all = `${toCountWords(claims, 'claim')} of ${toCountWords(origins, 'origin')}`;
  return shown === claims ? `${all}.` : `${all}, ${toNumberWords(shown)} under the present lens.`;
}

/** "Said by Steve Witkoff (2), the document’s own voice and 3 more." A count of one is left out. */
export function toVoicesWords({ speakers, speakerCount }: Pick<Side, 'speakers' | 'speakerCount'>): string {
  const named = speakers
    .slice(0, MOST_NAMED)
    .map(
      ({ speaker, claims }) => toSpeakerWords(speaker) + (claims > 1 ? ` (${toNumberWords(claims)})` : ''),
    );
  const rest = speakerCount - named.length;
  const all = rest > 0 ? [...named, `${toNumberWords(rest)} more`] : named;
  return `Said by ${new Intl.ListFormat('en-GB').format(all)}.`;
}
