import type { ActorKind } from '../../../graph-data/model/actor.ts';
import type { Modality, Stance } from '../../../graph-data/model/vocabulary.ts';

/** The words of the model's closed lists as the page shows them. */
export const KIND_WORDS: Readonly<Record<ActorKind, { readonly one: string; readonly many: string }>> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  media: { one: 'Media', many: 'Media' },
  country: { one: 'Country', many: 'Countries' },
  place: { one: 'Place', many: 'Places' },
  group: { one: 'Group', many: 'Groups' },
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  positive: 'Positive',
  neutral: 'Neutral',
  negative: 'Negative',
};

export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  asserted: 'Asserted',
  denied: 'Denied',
  planned: 'Planned',
  hypothetical: 'Hypothetical',
};

/** Whose word a claim is when nobody in the text says it. */
export const OWN_VOICE_WORDS = 'the document’s own voice';

/** The publisher of our digests: the model's own stands beside schemas, which would bring zod into the page's bundle. */
export const DIGEST_PUBLISHER = 'Onrecord (digest)';

/** Said wherever a digest is quoted. */
export const DIGEST_WORDS = 'our digest, not the report’s words';

/** Said wherever words are quoted that have no place in a text of ours. */
export const QUOTE_ONLY_WORDS = 'Quote only: its place in the document’s text is not known here';
/** Said wherever an imported row is all there is. */
export const ROW_WORDS = 'No quote: stated by a row of the imported file';
