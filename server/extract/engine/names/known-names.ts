import type { ActorKind } from '../report.ts';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const names = require('i18n-iso-countries/langs/en.json').countries as Record<string, string | string[]>;
const nationalities = require('i18n-nationality/langs/en.json').nationalities as Record<string, string>;
const { countries: list } = require('countries-list') as {
  countries: Record<string, { name: string; capital: string }>;
};
export interface Known {
  id: string;
  name: string;
  kind: ActorKind;
  form: 'name' | 'demonym' | 'capital';
}
const slug = (s: string) =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const PLAIN: Record<string, string> = {
  US: 'United States',
  GB: 'United Kingdom',
  RU: 'Russia',
  KR: 'South Korea',
  KP: 'North Korea',
  SY: 'Syria',
  IR: 'Iran',
  VN: 'Vietnam',
  LA: 'Laos',
  MD: 'Moldova',
  TZ: 'Tanzania',
  VE: 'Venezuela',
  BO: 'Bolivia',
  CZ: 'Czechia',
  MK: 'North Macedonia',
  TW: 'Taiwan',
  PS: 'Palestine',
  BN: 'Brunei',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  MM: 'Myanmar',
  TR: 'Turkey',
  SZ: 'Eswatini',
  CV: 'Cape Verde',
  TL: 'Timor-Leste',
  FM: 'Micronesia',
  VA: 'Vatican',
  LY: 'Libya',
  CN: 'China',
  GM: 'Gambia',
  BS: 'Bahamas',
  HK: 'Hong Kong',
  MO: 'Macau',
};
const MORE: Record<string, { also?: string[]; demonyms?: string[] }> = {
  US: {
    also: ['US', 'U.S.', 'USA', 'U.S.A.', 'America', 'United States of America', 'the States', 'Washington'],
    demonyms: ['American', 'Americans'],
  },
  GB: {
    also: ['UK', 'U.K.', 'Britain', 'Great Britain', 'England', 'London'],
    demonyms: ['British', 'Britons', 'Briton', 'English'],
  },
  RU: { also: ['Russian Federation', 'Moscow'], demonyms: ['Russian', 'Russians'] },
  KP: {
    also: ['DPRK', 'Democratic People’s Republic of Korea', 'Pyongyang'],
    demonyms: ['North Korean', 'North Koreans'],
  },
  KR: { also: ['ROK', 'Republic of Korea', 'Seoul'], demonyms: ['South Korean', 'South Koreans'] },
  CN: { also: ['PRC', "People's Republic of China", 'Beijing'], demonyms: ['Chinese'] },
  IL: { demonyms: ['Israeli', 'Israelis'] },
  PS: { also: ['Palestinian Authority', 'Gaza', 'West Bank'], demonyms: ['Palestinian', 'Palestinians'] },
  IR: { also: ['Islamic Republic of Iran', 'Tehran'], demonyms: ['Iranian', 'Iranians'] },
  IQ: { demonyms: ['Iraqi', 'Iraqis'] },
  UA: { also: ['Kyiv', 'Kiev'], demonyms: ['Ukrainian', 'Ukrainians'] },
  AF: { demonyms: ['Afghan', 'Afghans'] },
  TR: { also: ['Türkiye', 'Turkiye'], demonyms: ['Turkish', 'Turks', 'Turk'] },
  MM: { also: ['Burma'], demonyms: ['Burmese'] },
  NL: { also: ['Holland'], demonyms: ['Dutch'] },
  AR: { demonyms: ['Argentine', 'Argentinian', 'Argentines'] },
  DK: { demonyms: ['Danish', 'Danes', 'Dane'] },
  SE: { demonyms: ['Swedish', 'Swedes'] },
  FI: { demonyms: ['Finnish', 'Finns'] },
  PL: { demonyms: ['Polish', 'Poles'] },
  ES: { demonyms: ['Spanish', 'Spaniards'] },
  FR: { demonyms: ['French'] },
  DE: { demonyms: ['German', 'Germans'] },
  PH: { demonyms: ['Filipino', 'Philippine', 'Filipinos'] },
  CH: { demonyms: ['Swiss'] },
  SA: { demonyms: ['Saudi', 'Saudis'], also: ['Saudi Arabia', 'Kingdom of Saudi Arabia'] },
  AE: { also: ['UAE', 'Emirates'], demonyms: ['Emirati'] },
  CZ: { also: ['Czech Republic'], demonyms: ['Czech', 'Czechs'] },
  CU: { demonyms: ['Cuban', 'Cubans'] },
  GR: { demonyms: ['Greek', 'Greeks'] },
  IE: { demonyms: ['Irish'] },
  JP: { demonyms: ['Japanese'] },
  SY: { also: ['Syrian Arab Republic'], demonyms: ['Syrian', 'Syrians'] },
  TW: { demonyms: ['Taiwanese'] },
  NZ: { demonyms: ['New Zealander', 'Kiwi'] },
  CY: { demonyms: ['Cypriot', 'Greek-Cypriot'] },
  KZ: { demonyms: ['Kazakh', 'Kazakhstani'] },
  UZ: { demonyms: ['Uzbek'] },
  KG: { demonyms: ['Kyrgyz'] },
  TJ: { demonyms: ['Tajik'] },
  TM: { demonyms: ['Turkmen'] },
  BY: { also: ['Minsk'], demonyms: ['Belarusian', 'Belarusians'] },
  RS: { demonyms: ['Serbian', 'Serb', 'Serbs'] },
  HR: { demonyms: ['Croatian', 'Croat', 'Croats'] },
  BA: { also: ['Bosnia'], demonyms: ['Bosnian', 'Bosnians'] },
  EG: { also: ['Arab Republic of Egypt'] },
  ET: {},
  GE: {},
  HK: {},
};
const ORGS: [string, string[], Known['kind']][] = [
  ['Soviet Union', ['USSR', 'Soviet'], 'country'],
  ['United Nations', ['UN', 'U.N.'], 'organisation'],
  ['European Union', ['EU', 'E.U.', 'Brussels'], 'organisation'],
  ['NATO', ['North Atlantic Treaty Organization', 'North Atlantic Treaty Organisation'], 'organisation'],
  ['African Union', ['AU'], 'organisation'],
  ['ASEAN', ['Association of Southeast Asian Nations'], 'organisation'],
  ['G7', ['G-7', 'Group of Seven'], 'organisation'],
  ['G20', ['G-20', 'Group of Twenty'], 'organisation'],
  [
    'United Nations Security Council',
    ['UN Security Council', 'U.N. Security Council', 'Security Council', 'UNSC'],
    'organisation',
  ],
  ['World Health Organization', ['WHO', 'World Health Organisation'], 'organisation'],
  ['International Atomic Energy Agency', ['IAEA'], 'organisation'],
  ['International Monetary Fund', ['IMF'], 'organisation'],
  ['World Bank', [], 'organisation'],
  [
    'OSCE',
    [
      'Organization for Security and Co-operation in Europe',
      'Organisation for Security and Cooperation in Europe',
    ],
    'organisation',
  ],
  ['White House', [], 'organisation'],
  ['Kremlin', [], 'organisation'],
  ['Pentagon', [], 'organisation'],
  ['National Security Council', ['NSC'], 'organisation'],
  [
    'Islamic State',
    [
      'ISIS',
      'ISIL',
      'IS',
      'Daesh',
      'Islamic State of Iraq and the Levant',
      'Islamic State of Iraq and Syria',
    ],
    'organisation',
  ],
  ['Hizballah', ['Hezbollah'], 'organisation'],
  ['Hamas', [], 'organisation'],
  ['Taliban', [], 'organisation'],
  ['Houthis', ['Houthi'], 'organisation'],
  ['al-Qaeda', ['Al Qaeda', 'al Qaeda', 'Al-Qaeda', "al-Qa'ida", 'al-Qaida'], 'organisation'],
  ['Europe', ['European', 'Europeans'], 'place'],
  ['Africa', ['African'], 'place'],
  ['Asia', [], 'place'],
  ['Middle East', [], 'place'],
  ['Latin America', [], 'place'],
  ['Crimea', [], 'place'],
  ['Indo-Pacific', [], 'place'],
  ['RT', [], 'media'],
  ['TASS', [], 'media'],
  ['Reuters', [], 'media'],
  ['BBC', [], 'media'],
  ['CNN', [], 'media'],
  ['Fox News', [], 'media'],
  ['Associated Press', ['AP'], 'media'],
  ['Newsweek', [], 'media'],
];
/** Known names by their folded words. */
export const KNOWN = new Map<string, Known>();
const fold = (s: string) => s.replace(/[’‘]/g, "'");
function put(form: string, known: Known): void {
  const key = fold(form);
  if (!KNOWN.has(key)) KNOWN.set(key, known);
}
for (const [code, value] of Object.entries(names)) {
  const all = Array.isArray(value) ? value : [value];
  const name = PLAIN[code] ?? list[code]?.name ?? all[0]!;
  const id = slug(name);
  const of = (form: Known['form']): Known => ({ id, name, kind: 'country', form });
  for (const form of [name, ...all, ...(MORE[code]?.also ?? [])])
    if (form.length > 2 || /^(US|UK)$/.test(form))
      put(
        form,
        of(
          [
            'Washington',
            'London',
            'Moscow',
            'Pyongyang',
            'Seoul',
            'Beijing',
            'Tehran',
            'Kyiv',
            'Kiev',
            'Minsk',
          ].includes(form)
            ? 'capital'
            : 'name',
        ),
      );
  for (const form of MORE[code]?.demonyms ?? []) put(form, of('demonym'));
  const n = nationalities[code];
  if (n) put(n, of('demonym'));
}
for (const [code, { capital }] of Object.entries(list)) {
  const all = names[code];
  if (!all || !capital) continue;
  put(capital, { id: slug(capital), name: capital, kind: 'place', form: 'name' });
}
for (const [name, also, kind] of ORGS)
  for (const form of [name, ...also])
    put(form, {
      id: slug(name),
      name,
      kind,
      form: form === 'European' || form === 'African' ? 'demonym' : 'name',
    });
export { slug, fold };
