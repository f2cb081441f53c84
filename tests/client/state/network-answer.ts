import type { NetworkAnswer } from '../../../graph-data/contract/answers.ts';

type Edge = NetworkAnswer['edges'][number];

/** A small answer of `GET /network`: two actors and one relation, said by a third who is not shown. */
export function toNetworkAnswer(version = 7, edge: Partial<Edge['attributes']> = {}): NetworkAnswer {
  const counts = { actors: 2, relations: 1, claims: 1 };
  const node = { kind: 'person' as const, claims: 1, spoken: 0, size: 6 };
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {
      meta: { version, shown: counts, total: { actors: 3, relations: 2, claims: 4 }, cutBy: [] },
      vocabulary: [
        {
          id: 'befriends',
          group: 'attitude',
          label: 'befriends',
          inverse: 'befriended by',
          stance: 'positive',
          mutual: false,
          opposites: ['distrusts'],
          plover: null,
        },
      ],
      dataset: { documents: 1, digests: 0, disputes: 0 },
    },
    nodes: [
      { key: 'vladimir-putin', attributes: { ...node, label: 'Vladimir Putin', x: 0, y: 0 } },
      { key: 'donald-trump', attributes: { ...node, label: 'Donald Trump', x: 1, y: 1 } },
    ],
    edges: [
      {
        key: 'vladimir-putin.befriends.donald-trump',
        source: 'vladimir-putin',
        target: 'donald-trump',
        attributes: {
          type: 'befriends',
          direction: 'out',
          label: 'friend',
          labels: ['friend'],
          claims: 1,
          origins: 1,
          speakers: ['steve-witkoff', null],
          stance: 'positive',
          stances: { positive: 1, neutral: 0, negative: 0 },
          modalities: { asserted: 1, denied: 0, planned: 0, hypothetical: 0 },
          firstOn: null,
          lastOn: null,
          disputed: false,
          size: 1,
          ...edge,
        },
      },
    ],
  };
}
