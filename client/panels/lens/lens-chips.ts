import type { Lens } from '../../../graph-data/model/lens.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { KIND_WORDS, MODALITY_WORDS, OWN_VOICE_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { toDateWords } from '../words/date-words.ts';
import type { Vocabulary } from '../words/relation-words.ts';
import { toTypeWords } from '../words/relation-words.ts';

/** One condition of a lens, in words. */
export interface LensChip {
  /** As the API names it. */
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** The conditions in force, in the API's order; the clock is told within the dates it is for. */
export function toLensChips(
  lens: Lens,
  names: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): LensChip[] {
  const verb = lens.clock === 'happened' ? 'Happened' : 'Said';
  const toWords = (name: string, value: string): string => {
    switch (name) {
      case 'speaker':
        return value === 'none'
          ? `In ${OWN_VOICE_WORDS}`
          : `Said by ${names.get(value) ?? value.replaceAll('-', ' ')}`;
      case 'via':
        if (value === 'none') return 'At first hand';
        return `Handed on from ${value === 'any' ? 'others' : (names.get(value) ?? value.replaceAll('-', ' '))}`;
      case 'publisher':
        return `Published by ${value}`;
      case 'document':
        return `In document ${value.replaceAll('-', ' ')}`;
      case 'type':
        return `Relation: ${toTypeWords(vocabulary, value, 'out')}`;
      case 'stance':
        return STANCE_WORDS[value as keyof typeof STANCE_WORDS];
      case 'modality':
        return MODALITY_WORDS[value as keyof typeof MODALITY_WORDS];
      case 'kind':
        return KIND_WORDS[value as keyof typeof KIND_WORDS].many;
      case 'status':
        return `Status: ${value}`;
      case 'from':
        return `${verb} from ${toDateWords(value)}`;
      case 'to':
        return `${verb} to ${toDateWords(value)}`;
      case 'minClaims':
        return `At least ${value} claims`;
      default:
        return `At least ${value} origins`;
    }
  };
  return toLensParameters(lens)
    .filter(([name]) => name !== 'clock')
    .map(([name, value]) => ({ name, value, words: toWords(name, value) }));
}
