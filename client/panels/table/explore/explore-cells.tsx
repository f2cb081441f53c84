import type { ReactNode } from 'react';
import type { ClaimAnswer } from '../../../../graph-data/contract/answers.ts';
import { ActorMark } from '../../evidence/actor-mark.tsx';
import { DisputedMark, ModalityWord, StanceWord } from '../../evidence/stance-word.tsx';
import { DIGEST_WORDS, KIND_WORDS } from '../../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../../words/count-words.ts';
import type { Vocabulary } from '../../words/relation-words.ts';
import { toArrow, toMoreRelationsWords, toSpeakerWords, toTypeWords } from '../../words/relation-words.ts';
import type { ExploreRow, NeighbourItem } from './explore-rows.ts';

/** The cells of a row: who, what is said, and how much of it or by whom. */
export function toExploreCells(row: ExploreRow, vocabulary: Vocabulary): readonly ReactNode[] {
  switch (row.kind) {
    case 'actor':
      return [
        <TreeActor key="who" kind={row.actor.kind} name={row.actor.label} />,
        <span key="what" className="quiet">
          {KIND_WORDS[row.actor.kind].one}
        </span>,
        <span key="much">{toCountWords(row.actor.claims, 'claim')}</span>,
      ];
    case 'neighbour':
      return [
        <TreeActor key="who" kind={row.item.actor.kind} name={row.item.actor.label} />,
        <TreeRelations key="what" item={row.item} vocabulary={vocabulary} />,
        <span key="much">{toCountWords(row.item.claims, 'claim')}</span>,
      ];
    case 'claim':
      return toClaimCells(row.claim, vocabulary);
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
    </span>
  );
}

/** "→ befriends: friend · ← consults", and whether they are disputed. */
function TreeRelations({
  item,
  vocabulary,
}: {
  readonly item: NeighbourItem;
  readonly vocabulary: Vocabulary;
}) {
  const more = toMoreRelationsWords(item.relations.length, item.relationCount);
  return (
    <span className="tree-relations">
      {item.disputed && <DisputedMark />}
      {item.relations.map(({ id, type, direction, stance, labels }) => (
        <span key={id} className="tree-relation">
          <span className={`arrow stance-${stance}`} aria-hidden="true">
            {toArrow(direction)}
          </span>{' '}
          {toTypeWords(vocabulary, type, direction)}
          <span className="quiet">: {labels.join(', ')}</span>
        </span>
      ))}
      {more && <span className="quiet">{more}</span>}
    </span>
  );
}

function toClaimCells(claim: ClaimAnswer, vocabulary: Vocabulary): readonly ReactNode[] {
  const { subject, object, type, label, evidence, speaker, via, document, stance, modality } = claim;
  return [
    <span key="who" className="tree-claim">
      <span className="tree-name">“{label}”</span>
      <span className="quiet">
        {subject.label} {toTypeWords(vocabulary, type, 'out')} {object.label}
      </span>
    </span>,
    <span key="what" className="tree-quote">
      {evidence.sentence || evidence.exact}
      {document.kind === 'digest' && <span className="digest-note"> {DIGEST_WORDS}</span>}
    </span>,
    <span key="much" className="tree-claim">
      <span>{toSpeakerWords(speaker, via)}</span>
      <span className="quiet">
        <StanceWord stance={stance} /> <ModalityWord modality={modality} />
      </span>
    </span>,
  ];
}
