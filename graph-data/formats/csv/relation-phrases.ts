import { foldText } from '../../model/text.ts';

/**
 * Beginnings of the relation texts of event data coded by CAMEO (ICEWS and others), and the type each is read as: the PLOVER
 * category that took the place of the CAMEO root (openeventdata/PLOVER, "Mapping CAMEO to PLOVER"), in the dataset's words.
 * The longest beginning that fits wins. Root 01, public statements, which PLOVER leaves out and which may be about the target
 * or to it, is not here: such a relation is `other`, its text kept as label.
 */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'requests-of': ['make an appeal', 'appeal', 'demand'],
  'agrees-with': ['express intent', 'express accord', 'sign formal agreement'],
  consults: [
    'consult', 'make a visit', 'host a visit', 'engage in negotiation', 'discuss by telephone', 'meet at a', 'mediate',
  ],
  supports: [
    'praise', 'endorse', 'defend verbally', 'rally support', 'grant diplomatic recognition', 'apologize', 'forgive',
    'engage in diplomatic cooperation',
  ],
  'cooperates-with': [
    'cooperate', 'engage in material cooperation', 'engage in judicial cooperation', 'share intelligence',
  ],
  aids: ['provide aid', 'provide economic aid', 'provide military', 'provide humanitarian aid', 'provide material aid', 'grant asylum'],
  'concedes-to': [
    'yield', 'accede to', 'ease', 'return, release', 'receive deployment of peacekeepers', 'receive inspectors',
  ],
  'retreats-from': ['retreat', 'declare truce', 'demobilize'],
  accuses: [
    'accuse', 'criticize', 'denounce', 'complain officially', 'bring lawsuit', 'rally opposition', 'investigate',
  ],
  rejects: ['reject', 'refuse', 'defy norms', 'veto'],
  threatens: ['threaten', 'give ultimatum'],
  'protests-against': [
    'demonstrate', 'protest', 'conduct hunger strike', 'conduct strike or boycott', 'obstruct passage',
    'engage in political dissent', 'engage in violent protest',
  ],
  'mobilises-against': [
    'mobilize', 'increase police alert', 'increase military alert', 'demonstrate military or police power',
  ],
  sanctions: ['reduce', 'impose embargo', 'halt negotiations', 'halt mediation', 'expel or withdraw'],
  coerces: [
    'coerce', 'arrest', 'confiscate property', 'seize or damage', 'destroy property', 'expel or deport',
    'impose administrative sanctions', 'impose restrictions', 'impose state of emergency', 'ban political parties',
    'use tactics of violent repression',
  ],
  attacks: [
    'use unconventional violence', 'use conventional military force', 'use chemical', 'use as human shield', 'abduct',
    'physically assault', 'sexually assault', 'torture', 'kill by physical assault', 'assassinate',
    'attempt to assassinate', 'fight with', 'employ aerial weapons', 'occupy territory', 'impose blockade',
    'violate ceasefire', 'conduct suicide', 'carry out', 'detonate', 'engage in mass',
  ],
}; // prettier-ignore

const LONGEST_FIRST = Object.entries(PHRASES)
  .flatMap(([type, phrases]) => phrases.map((phrase) => ({ type, phrase })))
  .sort((a, b) => b.phrase.length - a.phrase.length);

/** The id of the type an event's relation text begins as; undefined where no phrase fits. Whole words, case aside. */
export function findPhraseType(relation: string): string | undefined {
  const folded = foldText(relation);
  return LONGEST_FIRST.find(
    ({ phrase }) => folded.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(folded.charAt(phrase.length)),
  )?.type;
}
