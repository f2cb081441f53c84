import type { ReactNode } from 'react';
import { ActorMark } from '../../evidence/actor-mark.tsx';
import { DisputedMark, ModalityWord, StanceWord } from '../../evidence/stance-word.tsx';
import { DIGEST_WORDS, KIND_WORDS } from '../../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../../words/count-words.ts';
import type { Vocabulary } from '../../words/relation-words.ts';
import {
  toArrow,
  toMoreRelationsWords,
  toSpeakersWords,
  toSpeakerWords,
  toTypeWords,
} from '../../words/relation-words.ts';
import type { ExploreRow, NeighbourItem } from './explore-rows.ts';

/**
 * The cells of a row: who, what is said, and how much of it or by whom. A screen reader says a row in one go and without those
 * round it: words that only it is given say what the eye sees from their places.
 */
export function toExploreCells(row: ExploreRow, vocabulary: Vocabulary): readonly ReactNode[] {
  switch (row.kind) {
    case 'actor':
      return [
        <TreeActor key="who" kind={row.actor.kind} name={row.actor.label} />,
        <span key="what" className="quiet">
          {KIND_WORDS[row.actor.kind].one}
          <Spoken>,</Spoken>
        </span>,
        <span key="much">{toCountWords(row.actor.claims, 'claim')}</span>,
      ];
    case 'neighbour':
      return [
        <TreeActor key="who" kind={row.item.actor.kind} name={row.item.actor.label} />,
        <TreeRelations key="what" from={row.fromName} item={row.item} vocabulary={vocabulary} />,
        <span key="much">{toCountWords(row.item.claims, 'claim')}</span>,
      ];
    case 'claim':
      return toClaimCells(row, vocabulary);
    case 'more':
      return [
        <span key="who" className="tree-more">
          Load more {row.what}
        </span>,
        <span key="what" className="quiet">
          {toNumberWords(row.loaded)} are here
        </span>,
        null,
      ];
    case 'note':
      return [
        <span key="who" className="quiet">
          {row.note === 'waiting'
            ? 'Loading…'
            : row.note === 'failed'
              ? 'It did not load: Enter tries again'
              : 'Nothing under this lens'}
        </span>,
        null,
        null,
      ];
  }
}

function TreeActor({ kind, name }: { readonly kind: NeighbourItem['actor']['kind']; readonly name: string }) {
  return (
    <span className="tree-actor">
      <ActorMark kind={kind} />
      <span className="tree-name">{name}</span>
      <Spoken>,</Spoken>
    </span>
  );
}

/** For screen readers alone. */
function Spoken({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

interface TreeRelationsProps {
  /** The actor one step nearer, whose relations they are. */
  readonly from: string;
  readonly item: NeighbourItem;
  readonly vocabulary: Vocabulary;
}

/** "→ befriends: friend · ← consults", and whether they are disputed; to be heard, also whose they are and who says so. */
function TreeRelations({ from, item, vocabulary }: TreeRelationsProps) {
  const more = toMoreRelationsWords(item.relations.length, item.relationCount);
  const speakers = new Set(
    item.relations.flatMap((relation) => relation.speakers.map((speaker) => speaker?.label ?? null)),
  );
  const areAll = item.relations.every((relation) => relation.speakers.length === relation.speakerCount);
  return (
    <span className="tree-relations">
      {item.disputed && <DisputedMark />}
      <Spoken>
        {item.disputed && ', '}
        {from}
      </Spoken>
      {item.relations.map(({ id, type, direction, stance, labels }) => (
        <span key={id} className="tree-relation">
          <span className={`arrow stance-${stance}`} aria-hidden="true">
            {toArrow(direction)}
          </span>{' '}
          {toTypeWords(vocabulary, type, direction)}
          <span className="quiet">: {labels.join(', ')}</span>
          <Spoken>;</Spoken>
        </span>
      ))}
      {more && <span className="quiet">{more}</span>}
      <Spoken>
        {more && '; '}said by {toSpeakersWords([...speakers])}
        {areAll && !more ? ',' : ' and perhaps others,'}
      </Spoken>
    </span>
  );
}

function toClaimCells(
  { claim, isDisputed }: Extract<ExploreRow, { kind: 'claim' }>,
  vocabulary: Vocabulary,
): readonly ReactNode[] {
  const { subject, object, type, label, evidence, speaker, via, document, stance, modality } = claim;
  return [
    <span key="who" className="tree-claim">
      <span className="tree-name">
        “{label}”
        {isDisputed && (
          <>
            <Spoken>,</Spoken> <DisputedMark />
          </>
        )}
        <Spoken>:</Spoken>
      </span>
      <span className="quiet">
        {subject.label} {toTypeWords(vocabulary, type, 'out')} {object.label}
        <Spoken>.</Spoken>
      </span>
    </span>,
    <span key="what" className="tree-quote">
      {evidence.sentence || evidence.exact}
      {document.kind === 'digest' && <span className="digest-note"> {DIGEST_WORDS}</span>}
    </span>,
    <span key="much" className="tree-claim">
      <span>
        <Spoken>{speaker === null ? 'In ' : 'Said by '}</Spoken>
        {toSpeakerWords(speaker, via)}
        <Spoken>,</Spoken>
      </span>
      <span className="quiet">
        <StanceWord stance={stance} />
        <Spoken>,</Spoken> <ModalityWord modality={modality} />
      </span>
    </span>,
  ];
}
