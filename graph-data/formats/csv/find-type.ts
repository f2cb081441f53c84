import { LONGEST_LABEL } from '../../model/claim.ts';
import { foldText } from '../../model/text.ts';
import type { RelationType, Vocabulary } from '../../model/vocabulary.ts';
import { OTHER_TYPE } from '../../model/vocabulary.ts';
import { findPhraseType } from './relation-phrases.ts';

/** What a row's type and label are read as. */
export interface FoundType {
  readonly type: RelationType;
  /** True where the words were those of the other direction: "is led by" is `leads`, object to subject. */
  readonly isTurned: boolean;
  readonly label: string;
  /** False where the type's words are nobody's: the type is `other`. */
  readonly isKnown: boolean;
}

/** PLOVER's older names for what it has merged since. */
const OLDER_PLOVER: Readonly<Record<string, string>> = {
  demand: 'requests-of',
  disapprove: 'accuses',
  investigate: 'accuses',
  fight: 'attacks',
  attack: 'attacks',
};

/**
 * A function that finds types by id, label, inverse label or PLOVER name, case and accents aside; where there is no type,
 * by the label: a vocabulary's own, or the beginning of a CAMEO relation. Anything else is `other`, its words kept as label.
 * Throws RangeError for a vocabulary without `other`.
 */
export function createTypeFinder(vocabulary: Vocabulary): (typeText: string, labelText: string) => FoundType {
  const known = new Map<string, { readonly type: RelationType; readonly isTurned: boolean }>();
  const add = (words: string | undefined, type: RelationType, isTurned = false): void => {
    const key = foldText(words ?? '');
    if (key !== '' && !known.has(key)) known.set(key, { type, isTurned });
  };
  const { types } = vocabulary;
  const byId = new Map<string, RelationType>(types.map((type) => [type.id, type]));
  for (const type of types) add(type.id, type);
  for (const type of types) add(type.label, type);
  for (const type of types) if (!type.mutual) add(type.inverse, type, true);
  for (const type of types) add(type.plover, type);
  for (const [name, id] of Object.entries(OLDER_PLOVER)) {
    const type = byId.get(id);
    if (type !== undefined) add(name, type);
  }
  const other = byId.get(OTHER_TYPE);
  if (other === undefined) throw new RangeError('the vocabulary has no type `other`');
  return (typeText, labelText) => {
    const words = labelText === '' ? typeText : labelText;
    const label = cutLabel(words);
    const found = known.get(foldText(typeText === '' ? labelText : typeText));
    if (found !== undefined) {
      const isNamed = labelText === '' && found.type.id !== OTHER_TYPE;
      return { ...found, label: isNamed ? found.type.label : label, isKnown: true };
    }
    const byPhrase = byId.get(findPhraseType(typeText === '' ? labelText : typeText) ?? '');
    return {
      type: byPhrase ?? other,
      isTurned: false,
      label,
      isKnown: typeText === '' || byPhrase !== undefined,
    };
  };
}

/** At most 60 code units, cut at a word with an ellipsis. */
export function cutLabel(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const head = text.slice(0, LONGEST_LABEL - 1);
  const isWholeWord = /\s/.test(text.charAt(LONGEST_LABEL - 1));
  const atWord = isWholeWord ? head : (/^(.*\S)\s+\S*$/s.exec(head)?.[1] ?? head);
  return `${atWord.replace(/[\s(,;:–-]+$/, '').replace(/[\uD800-\uDBFF]$/, '')}…`;
}
