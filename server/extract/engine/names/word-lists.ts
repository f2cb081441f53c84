const words = (s: string): Set<string> => new Set(s.trim().split(/\s+/));
export const TITLES = words(
  'Federal President CEO Vice Deputy Prime Minister Premier Chancellor Secretary General Secretary-General Foreign Defence Defense Interior Finance King Queen Prince Princess Emir Sheikh Sultan Emperor Spokesperson Spokesman Spokeswoman Ambassador Envoy Special Representative Chairman Chairwoman Chairperson Chair Director Director-General Head Governor Mayor Senator Congressman Congresswoman Advisor Adviser Commissioner Commander Leader Attorney Judge Justice Pope Patriarch Chief Crown Majesty Highness Excellency Lord Sir Dr. Dr Professor Prof. Mr Mr. Mrs Mrs. Ms Ms. Miss General Gen. Colonel Captain Lieutenant Sergeant Speaker Member Minister-President Supreme Rep. Sen. Gov. First Lady Co-Chair Assistant Under Permanent Acting High Counselor Counsellor Press National Security Homeland Economic State Treasury Affairs Presidential Trade',
);
export const TITLE_HEADS = words(
  'President CEO Minister Premier Chancellor Secretary General Secretary-General King Queen Prince Princess Emir Sheikh Sultan Emperor Spokesperson Spokesman Spokeswoman Ambassador Envoy Representative Chairman Chairwoman Chairperson Chair Director Director-General Head Governor Mayor Senator Congressman Congresswoman Advisor Adviser Commissioner Commander Leader Attorney Judge Justice Pope Patriarch Chief Majesty Highness Excellency Lord Sir Dr. Dr Professor Prof. Mr Mr. Mrs Mrs. Ms Ms. Miss Gen. Colonel Captain Lieutenant Sergeant Speaker Rep. Sen. Gov. Lady Co-Chair Counselor Counsellor',
);
export const ROLE_NOUNS = words(
  'president minister premier chancellor king queen prince emir leader envoy ambassador spokesperson spokesman spokeswoman chairman secretary director head governor mayor senator representative commander counterpart colleague candidate journalist pope patriarch judge',
);
export const ORG_HEADS = words(
  'Council Ministry Department Organisation Organization Party Group Committee Union Agency University Bank Court Parliament Senate Congress Army Service Services Commission Assembly Institute Foundation Federation Association Company Corporation Office Bureau Forces Force Academy Fund Tribunal Authority Administration Secretariat Movement Front Alliance League Brigade Guard Guards Navy Police Directorate Board Cabinet Government House Center Centre Club Community Bundestag Duma Knesset Rada Command Mission Initiative Partnership Network Museum Hospital Church School College Coalition Brotherhood Corps Register Airlines Railways Exchange Trust Society Chamber Inspectorate Quad Quartet Conference Plant Factory Works Airport Hospital Orchestra Team Process Format',
);
export const MEDIA_HEADS = words(
  'Times News Post Herald Tribune Journal Guardian Gazette Television TV Radio Newspaper Magazine',
);
export const NOT_ACTOR = words(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Act Agreement Agreements Accord Statement Treaty Order Executive Section War Day Year Summit Forum Meeting Christmas Easter Ramadan Protocol Protocols Resolution Article Plan Program Programme Declaration Award Prize Games Olympics Cup Law Bill Constitution Amendment Code Title Background Foreword Pact Deal Framework Charter Communiqué Notice Message Letter Readout Remarks Press Release Telephone Conversation Call Meeting Talks Answers Questions Q A Remark Question Answer Reporter',
);
export const PLACE_HEADS = words(
  'Sea Ocean River Province Region City Island Islands Strait Gulf Peninsula Bay Lake Mountains Republic Oblast District County State Street Square Airport Base Valley Coast',
);
export const CONNECT = words('of for on the and de da del di al el bin ibn von van der la le & – dos ul');
export const GROUP_HEADS = words(
  'leaders officials allies partners forces troops terrorists militants rebels protesters protestors demonstrators civilians citizens people members opposition governments authorities police military army soldiers workers employees companies families victims refugees migrants journalists reporters activists women girls children kids students voters experts critics analysts lawmakers senators ministers presidents diplomats negotiators representatives delegations delegation insurgents extremists separatists supporters opponents residents inhabitants countries nations states community society parties factions groups organisations organizations agencies businesses investors fishermen seekers communities populations personnel veterans politicians schools neighbours neighbors counterparts friends colleagues teams team terrorism regime bloc coalition camp public nation administration parliament government',
);
export const STATE_NOUNS = words(
  'government authorities forces troops military army leadership side administration regime officials delegation people aggression president leader navy soldiers',
);
export const DAYS = words(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Mr Mrs Ms',
);
export const MALE = new Set(['he', 'him', 'his', 'himself']);
export const FEMALE = new Set(['she', 'her', 'hers', 'herself']);
