import type { Lexicon } from '../candidates/find-candidates.ts';
const ROWS: Record<string, string> = {
  leads: 'president lead head chair chairman commander leader preside',
  represents: 'spokesperson spokesman spokeswoman envoy represent ambassador behalf representative',
  'belongs-to': 'member belong part join',
  controls: 'control order own occupy govern instruct rule annex seize',
  'kin-of': 'wife son daughter brother sister husband mother father family',
  'located-in': 'located based border situate',
  befriends:
    'friend trust pray admire condolence condolences congratulate congratulation sympathy friendship friendly like love appreciate greeting wish respect warm',
  distrusts: 'fear doubt worry worried concern distrust nervous skeptical sceptical suspect anxious anxiety',
  informs: 'inform tell brief update explain announce notify report share interview',
  'reports-on': 'report cover publish quote according describe',
  'agrees-with': 'agree agreement accord sign ratify treaty pact deal',
  consults:
    'discuss talk meet meeting conversation consult consultation speak call exchange phone negotiate dialogue contact hold visit review touch address',
  supports:
    'support welcome praise back endorse thank commend favour favor affirm reaffirm commit commitment defend uphold gratitude hail advocate mediate facilitate backing vote stand',
  'concedes-to': 'concede yield apologise apologize surrender release accept',
  'cooperates-with':
    'cooperate cooperation collaborate partnership partner coordinate coordination work joint ally interaction relation develop strengthen together alliance',
  aids: 'aid help assist give provide donate assistance gift deliver supply fund humanitarian send rescue present offer',
  'retreats-from': 'withdraw retreat leave resign pull quit exit end',
  'requests-of': 'request ask urge demand call appeal invite want seek need petition encourage',
  accuses: 'accuse condemn criticise criticize blame denounce allege charge deplore slam claim violate',
  rejects: 'reject refuse deny oppose dismiss decline veto object against',
  threatens: 'threaten warn threat vow ultimatum',
  'protests-against': 'protest demonstrate rally strike',
  sanctions: 'sanction sanctions embargo impose designate penalty tariff ban restrict',
  'mobilises-against': 'mobilise mobilize fight combat counter deploy deter terrorism defeat confront',
  coerces: 'pressure force coerce arrest detain imprison seize jail prosecute hold expel investigate',
  attacks:
    'attack invade bomb kill strike shoot fire assault war invasion aggression shell hit wound destroy terrorist',
};
export const LEXICON: Lexicon = new Map();
for (const [type, words] of Object.entries(ROWS))
  for (const w of words.split(' ')) LEXICON.set(w, [...(LEXICON.get(w) ?? []), { type, stance: 'neutral' }]);
export const TYPES = Object.keys(ROWS).concat('other');
