import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { QUOTE_ONLY_WORDS, ROW_WORDS } from '../words/closed-words.ts';
import { toQuoteParts } from './quote-parts.ts';

/**
 * A claim's sentence with its exact words marked. A quote whose document's text is not here says so; a row of an imported
 * table is no quote, and says that.
 */
export function Quote({ evidence }: { readonly evidence: ClaimAnswer['evidence'] }) {
  const { before, quote, after } = toQuoteParts(evidence);
  if (evidence.basis === 'row') {
    return (
      <div className="stated-row">
        <p>{quote}</p>
        <p className="loose-note">{ROW_WORDS}</p>
      </div>
    );
  }
  return (
    <>
      <blockquote className="quote">
        {before}
        <mark>{quote}</mark>
        {after}
      </blockquote>
      {evidence.basis === 'quote' && <p className="loose-note">{QUOTE_ONLY_WORDS}</p>}
    </>
  );
}
