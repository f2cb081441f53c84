import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { toQuoteParts } from './quote-parts.ts';

/** A claim's sentence with its exact words marked. */
export function Quote({ evidence }: { readonly evidence: ClaimAnswer['evidence'] }) {
  const { before, quote, after } = toQuoteParts(evidence);
  return (
    <blockquote className="quote">
      {before}
      <mark>{quote}</mark>
      {after}
    </blockquote>
  );
}
