import type { ActorRef, ClaimAnswer, NeighboursAnswer } from '../../../graph-data/contract/answers.ts';
import type { Stance } from '../../../graph-data/model/vocabulary.ts';

/** An actor of the small picture; places are in the units of its view box, 480 × 200. */
export interface EgoNode {
  readonly actor: ActorRef;
  readonly x: number;
  readonly y: number;
  /** The claim's own two are drawn larger. */
  readonly isEnd: boolean;
}

/** What ties two actors of the picture today. */
export interface EgoLine {
  readonly from: EgoNode;
  readonly to: EgoNode;
  readonly stance: Stance;
  readonly claims: number;
}

/** Where a claim stands, or would stand, in the network: its two actors, and the strongest of what ties them today. */
export interface EgoPicture {
  readonly subject: EgoNode;
  readonly object: EgoNode;
  readonly nodes: readonly EgoNode[];
  readonly lines: readonly EgoLine[];
  /** Claims that tie the two today. */
  readonly between: number;
  /** Actors tied to both, whether drawn or not. */
  readonly shared: readonly ActorRef[];
  /** Actors tied to the subject, and to the object, today. */
  readonly neighbours: readonly [ofSubject: number, ofObject: number];
}

/** The neighbours of an actor, nearest and strongest first. */
export type Neighbours = NeighboursAnswer['items'];

const SUBJECT_PLACE = { x: 130, y: 100 };
const OBJECT_PLACE = { x: 350, y: 100 };
const SHARED_PLACES = [
  { x: 240, y: 24 },
  { x: 240, y: 170 },
];
const OWN_PLACES = [
  { x: 64, y: 30 },
  { x: 64, y: 162 },
];
const WIDTH = 480;

/** The picture of a claim between two actors with these neighbours. Same input, same picture. */
export function toEgoPicture(
  { subject, object }: Pick<ClaimAnswer, 'subject' | 'object'>,
  ofSubject: Neighbours,
  ofObject: Neighbours,
): EgoPicture {
  const ends = [
    { actor: subject, ...SUBJECT_PLACE, isEnd: true },
    { actor: object, ...OBJECT_PLACE, isEnd: true },
  ] as const;
  const isOther = ({ actor }: Neighbours[number]): boolean =>
    actor.id !== subject.id && actor.id !== object.id;
  const left = ofSubject.filter(isOther);
  const right = ofObject.filter(isOther);
  const strength = new Map(right.map(({ actor, claims }) => [actor.id, claims]));
  const shared = left
    .filter(({ actor }) => strength.has(actor.id))
    .toSorted((one, other) => weigh(other) - weigh(one));
  function weigh({ actor, claims }: Neighbours[number]): number {
    return claims + (strength.get(actor.id) ?? 0);
  }
  const isShared = new Set(shared.map(({ actor }) => actor.id));
  const place = (items: Neighbours, places: typeof OWN_PLACES): EgoNode[] =>
    places.flatMap((spot, index) => {
      const item = items[index];
      return item ? [{ actor: item.actor, ...spot, isEnd: false }] : [];
    });
  const own = (items: Neighbours): Neighbours => items.filter(({ actor }) => !isShared.has(actor.id));
  const nodes = [
    ...place(shared, SHARED_PLACES),
    ...place(own(left), OWN_PLACES),
    ...place(
      own(right),
      OWN_PLACES.map(({ x, y }) => ({ x: WIDTH - x, y })),
    ),
  ];
  const [from, to] = ends;
  return {
    subject: from,
    object: to,
    nodes: [...ends, ...nodes],
    lines: [
      ...nodes.flatMap((node) => [...toLine(from, node, left), ...toLine(to, node, right)]),
      ...toLine(from, to, ofSubject),
    ],
    between: ofSubject.find(({ actor }) => actor.id === object.id)?.claims ?? 0,
    shared: shared.map(({ actor }) => actor),
    neighbours: [ofSubject.length, ofObject.length],
  };
}

/** The line from an end to another node; none where nothing ties them. */
function toLine(from: EgoNode, to: EgoNode, neighbours: Neighbours): EgoLine[] {
  const tie = neighbours.find(({ actor }) => actor.id === to.actor.id);
  if (tie === undefined) return [];
  return [{ from, to, claims: tie.claims, stance: tie.relations[0]?.stance ?? 'neutral' }];
}

/** The picture in a sentence or two, for those who do not see it. */
export function toEgoWords({ subject, object, between, shared, neighbours }: EgoPicture): string {
  const [left, right] = neighbours;
  const today =
    between > 0
      ? `${toClaims(between)} ${between === 1 ? 'ties' : 'tie'} them today.`
      : 'Nothing ties them directly today.';
  const ends = [
    left === 0 ? `${subject.actor.label} would be new in the network.` : '',
    right === 0 ? `${object.actor.label} would be new in the network.` : '',
  ];
  const names = shared.slice(0, 3).map(({ label }) => label);
  const more = shared.length > 3 ? ` and ${shared.length - 3} more` : '';
  const both = names.length > 0 ? `Tied to both: ${names.join(', ')}${more}.` : '';
  return [today, ...ends, both].filter(Boolean).join(' ');
}

function toClaims(count: number): string {
  return count === 1 ? '1 claim' : `${count} claims`;
}
