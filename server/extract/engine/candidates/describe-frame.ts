import { tokenAt } from '../names/token-at.ts';
import type { Candidate } from './find-candidates.ts';
import type { Frame } from './find-frames.ts';

const WORDS = 4;

/** The label of a claim, 1 to 4 words from what states it, and in one line why it is proposed. */
export function describeFrame(
  candidate: Candidate,
  type: string,
): { readonly label: string; readonly reason: string } {
  const { frames, tokens, title } = candidate;
  if (type === 'leads' || type === 'represents' || type === 'belongs-to') {
    if (title !== undefined) {
      const label = `${title} of`.split(' ').slice(-WORDS).join(' ');
      return { label, reason: `title “${title}” beside the name` };
    }
  }
  const sure = frames.find((f) => f.sense?.type === type && f.verdict !== 'none');
  const frame = sure ?? frames.find((f) => f.verdict !== 'none') ?? frames[0];
  if (!frame)
    return { label: type.replaceAll('-', ' '), reason: `${type}: both in one sentence, scored by its words` };
  const trigger = tokenAt(tokens, frame.trigger);
  const rule = sure ? `${type} by ${sure.sense?.part ?? ''}` : `${type}, scored by the words`;
  return {
    label: toLabel(frame, trigger.lemma, trigger.lower),
    reason: `${rule}: “${trigger.text}” (${toSlot(frame.agent.slot)} → ${toSlot(frame.patient.slot)})`,
  };
}

const SLOTS: ReadonlyMap<string, string> = new Map([
  ['subj', 'subject'],
  ['obj', 'object'],
  ['poss', 'possessor'],
  ['mod', 'modifier'],
  ['light', 'subject'],
  ['self', 'bearer'],
  ['that', 'in its clause'],
]);

const toSlot = (slot: string): string => SLOTS.get(slot) ?? slot.replace('p:', '');

function toLabel({ sense, patient }: Frame, lemma: string, word: string): string {
  const preposition =
    patient.slot.startsWith('p:') && patient.slot !== 'p:by' ? ` ${patient.slot.slice(2)}` : '';
  if (sense?.part === 'noun') return `${word}${preposition}`;
  if (sense?.part === 'adjective') return `${sense.lemma}${preposition}`;
  const verb = sense?.lemma ?? lemma;
  const present = /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(s|x|z|ch|sh|o)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  return `${present}${preposition}`;
}
