import { describe, expect, it } from 'vitest';
import { recogniseLanguage } from '../../../../server/extract/reading/recognise-language.ts';
import { PROSE } from './pages.ts';

const GERMAN =
  'Der Gesandte sagte am Montag, sein Land werde die Gespräche fortsetzen, die im Mai begonnen hatten. ';

describe('recogniseLanguage', () => {
  it.each([
    ['en', PROSE],
    [
      'en',
      'Vladimir Putin and Xi Jinping spoke by phone. Erdoğan, Łukasz Przykład and José Ejemplo joined them later that day.',
    ],
    ['en', 'The president of France met Angela Merkel in Berlin. '.repeat(20)],
    ['de', GERMAN],
    [
      'da',
      'Udsendingen sagde mandag, at hans land ville fortsætte de forhandlinger, som begyndte for en måned siden her i byen.',
    ],
    [
      'fr',
      'L’envoyé a déclaré lundi que son pays poursuivrait les pourparlers qui avaient commencé au mois de mai.',
    ],
    ['ru', 'Посланник сказал в понедельник, что его страна продолжит переговоры, начатые в мае.'],
    ['uk', 'Посланець сказав у понеділок, що його країна продовжить переговори, які почалися у травні.'],
    ['zh', '特使星期一表示，他的国家将继续五月开始的会谈，没有人要求它离开会谈，各方都同意下个月再次会面。'],
  ])('when a text is in %s, then it is that', async (language, text) => {
    expect(await recogniseLanguage(text)).toBe(language);
  });

  it('when a text is too short or no words, then it is undefined', async () => {
    for (const text of [
      '',
      'Yes.',
      '12 345 678, 90',
      'https://news.example/talks-go-on-in-ruritania',
      '🙂 '.repeat(100),
    ])
      expect(await recogniseLanguage(text)).toBeUndefined();
  });

  it('when a long text quotes another language, then most of it decides; halves decide nothing', async () => {
    expect(await recogniseLanguage(PROSE.repeat(20) + GERMAN.repeat(4))).toBe('en');
    expect(await recogniseLanguage(GERMAN.repeat(4) + PROSE.repeat(20))).toBe('en');
  });
});
