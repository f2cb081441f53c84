import type { Modality, Stance } from '../../../graph-data/model/vocabulary.ts';
import { MODALITY_WORDS, STANCE_WORDS } from '../words/closed-words.ts';

/** A stance in a word and in the colour its line has in the network. */
export function StanceWord({ stance }: { readonly stance: Stance }) {
  return <span className={`stance stance-${stance}`}>{STANCE_WORDS[stance].toLowerCase()}</span>;
}

/** A modality in a word, with the line style the network has for it. */
export function ModalityWord({ modality }: { readonly modality: Modality }) {
  return <span className={`modality modality-${modality}`}>{MODALITY_WORDS[modality].toLowerCase()}</span>;
}

/** The mark of a disputed relation, as the network draws it. */
export function DisputedMark() {
  return <span className="disputed">disputed</span>;
}
