import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { useVocabulary } from '../page-context.ts';
import { toTypeWords } from '../words/relation-words.ts';

/** "Vladimir Putin → Donald Trump: befriends", as a button that opens the claim in its pair's card. */
export function TripleLine({
  claim,
  onOpen,
}: {
  readonly claim: Pick<ClaimAnswer, 'subject' | 'object' | 'type'>;
  readonly onOpen: () => void;
}) {
  const vocabulary = useVocabulary();
  return (
    <button type="button" className="triple" onClick={onOpen}>
      {claim.subject.label} <span className="type">{toTypeWords(vocabulary, claim.type, 'out')}</span>{' '}
      {claim.object.label}
    </button>
  );
}
