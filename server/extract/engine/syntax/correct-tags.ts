import type { Token } from '../report.ts';
import type { MentionAt } from './find-units.ts';

const OWN = /^(its|his|her|their|our|my|your)$/;
const MAY_BE_VERB = new Set(['NOUN', 'PROPN', 'ADJ', 'ADP', 'VERB']);
const AFTER_VERB = /^(DET|PRON|PROPN)$/;
const NOMINAL = /^(NOUN|PROPN|PRON|NUM)$/;

/**
 * The tokens with the parts of speech put right where the tagger is known to err: a form in -s or -ed of a known verb
 * between two names ("Norway backs Chile") is a verb, and a mention holds no verb.
 */
export function correctTags(
  tokens: readonly Token[],
  mentionAt: MentionAt,
  verbOf: (word: string) => string | undefined,
): Token[] {
  return tokens.map((token, at) => {
    const mention = mentionAt(at);
    if (mention) return token.pos === 'VERB' || token.pos === 'AUX' ? { ...token, pos: 'PROPN' } : token;
    if (!MAY_BE_VERB.has(token.pos)) return token;
    const lemma = verbOf(token.lower);
    if (lemma === undefined || /^\p{Lu}/u.test(token.text)) return token;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.pos === 'VERB') {
      const isBase =
        before !== undefined &&
        ((token.lower === lemma && /^(the|a|an|of|this|for)$/.test(before.lower)) ||
          ((token.lower === lemma || /ing$/.test(token.lower)) && OWN.test(before.lower)) ||
          (token.lower === lemma &&
            before.pos === 'VERB' &&
            !/^(help|let|make|made|helped|go|come)$/.test(before.lower)));
      return { ...token, lemma, pos: isBase ? 'NOUN' : 'VERB' };
    }
    if (!before) return token;
    const followsNoun = mentionAt(at - 1) !== undefined || NOMINAL.test(before.pos) || before.pos === 'ADV';
    const startsObject =
      after !== undefined &&
      (mentionAt(at + 1) !== undefined ||
        AFTER_VERB.test(after.pos) ||
        /^(that|to|for|by|with|against)$/.test(after.lower));
    const isPlural = token.lower === `${lemma}s` || token.lower === `${lemma}es`;
    const isPast =
      /ed$/.test(token.lower) || (token.lower !== lemma && !isPlural && !/ing$/.test(token.lower));
    if (isPast && followsNoun) return { ...token, pos: 'VERB', lemma };
    const isOnlyVerb = !tokens.slice(Math.max(0, at - 8), at + 8).some(({ pos }) => /^(VERB|AUX)$/.test(pos));
    if (isPlural && mentionAt(at - 1) !== undefined && isOnlyVerb) return { ...token, pos: 'VERB', lemma };
    if (
      isPlural &&
      mentionAt(at - 1) !== undefined &&
      startsObject &&
      !/^(for|with|by|to|against)$/.test(after.lower)
    )
      return { ...token, pos: 'VERB', lemma };
    return token;
  });
}
