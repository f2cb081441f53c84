import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../../server/extract/engine/extract-claims.ts';
import { shippedModel } from '../../../../server/extract/engine/scorer/shipped-model.ts';

const ARTICLES = join(import.meta.dirname, '../../../../../shared/articles');
const hasArticles = existsSync(ARTICLES);
const skipped = hasArticles ? '' : ' (skipped: ../shared/articles is not here)';

/** So many texts put together at random a property. */
const RUNS = 80;
/** So low that much is proposed which nobody would be shown. */
const UNSURE = 0.05;

const model = shippedModel();
const texts = hasArticles
  ? readdirSync(ARTICLES)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => readFileSync(join(ARTICLES, file), 'utf8').normalize('NFC'))
  : [];

/** What a careless copy, an editor or an attacker leaves in a text. */
const FOREIGN = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '\r\n',
  '\u0000',
  '\u0000\u0000\u0000',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud83d',
  '\udc4d',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🇳🇴',
  'e\u0301',
  'a\u0323\u0302',
  '\u0301\u0301\u0301',
  'שלום',
  'قال الرئيس',
  'Президент России',
  '习近平',
  '한국',
  '“',
  '”',
  '"',
  '’s ',
  '«',
  '(',
  ')',
  '. ',
  '... ',
  ', and ',
  '—',
  '-',
  ' said ',
  ' President of ',
  ' the two leaders ',
  ' their ',
  ' NATO ',
  ' Russia ',
];

/** The beginnings of news in languages that the engine was not made for. */
const OTHER_LANGUAGES = [
  'Президент России Владимир Путин провёл телефонный разговор с Президентом США Дональдом Трампом. Стороны обсудили Украину.',
  'Le président français Emmanuel Macron s’est entretenu avec la chancelière Angela Merkel. « Nous soutenons l’Ukraine », a-t-il dit.',
  'Der Bundeskanzler traf am Montag Präsident Joe Biden. „Wir unterstützen die Ukraine“, sagte er.',
  'El presidente de México habló con el primer ministro de Canadá sobre el comercio. Ambos países acordaron cooperar.',
  'التقى الرئيس فلاديمير بوتين بنظيره الصيني شي جين بينغ في موسكو. وأكد الجانبان دعمهما للسلام.',
  'נשיא צרפת עמנואל מקרון נפגש עם ראש הממשלה בירושלים. שני המנהיגים דנו באיראן.',
  '习近平同普京举行会谈。双方表示支持联合国。',
  '文在寅大統領は金正恩委員長と会談した。両国は協力に合意した。',
  'Η Ελλάδα και η Τουρκία συμφώνησαν. Ο πρωθυπουργός ευχαρίστησε τη Γερμανία.',
  'ประธานาธิบดีพบกับนายกรัฐมนตรีในกรุงเทพฯ ทั้งสองประเทศตกลงร่วมมือกัน',
];

/** Of a text: every quote stands in it at its offsets, on one line, of a length one can read. */
function expectQuotesOf(text: string, threshold?: number): void {
  const { actors, proposals } = extractClaims(text, model, threshold);
  const ids = new Set(actors.map(({ id }) => id));
  for (const { subject, object, speaker, start, end, certainty } of proposals) {
    const isPlaced =
      Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length && start < end;
    const isNamed = [subject, object, ...(speaker === null ? [] : [speaker])].every((id) => ids.has(id));
    const quote = text.slice(start, end);
    if (!isPlaced || !isNamed || end - start > 600 || /\n/.test(quote) || quote.trim() === '')
      expect.fail(`${start}–${end} of ${text.length}: ${JSON.stringify(quote)}`);
    if (certainty < 0 || certainty > 1) expect.fail(`certainty ${certainty}`);
  }
}

const anyPlace = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const placeIn = (text: string, share: number): number => Math.floor(share * text.length);
const anyText = fc.nat({ max: Math.max(0, texts.length - 1) }).map((k) => texts[k] ?? '');
const anyForeign = fc.oneof(fc.constantFrom(...FOREIGN), fc.string({ unit: 'binary', maxLength: 6 }));

const anyEdit = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), at: anyPlace, length: fc.nat({ max: 80 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: anyPlace, words: anyForeign }),
  fc.record({ kind: fc.constant('repeat' as const), at: anyPlace, length: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant('upper' as const), at: anyPlace, length: fc.nat({ max: 200 }) }),
);
type Edit = typeof anyEdit extends fc.Arbitrary<infer One> ? One : never;

function edit(text: string, change: Edit): string {
  const at = placeIn(text, change.at);
  if (change.kind === 'insert') return text.slice(0, at) + change.words + text.slice(at);
  const [piece, rest] = [text.slice(at, at + change.length), text.slice(at + change.length)];
  if (change.kind === 'delete') return text.slice(0, at) + rest;
  return text.slice(0, at) + (change.kind === 'repeat' ? piece + piece : piece.toUpperCase()) + rest;
}

/** Some sentences of any texts, in any order, joined by anything. */
const anySplice = fc
  .array(fc.record({ text: anyText, at: anyPlace, joint: anyForeign }), { minLength: 1, maxLength: 25 })
  .map((pieces) =>
    pieces
      .map(({ text, at, joint }) => {
        const sentences = text.split(/(?<=[.!?”]\s)|\n+/);
        return `${sentences[placeIn('x'.repeat(sentences.length), at)] ?? ''}${joint}`;
      })
      .join(' '),
  );

describe('extractClaims on any text', () => {
  it.skipIf(!hasArticles)(
    `when the reports are read as they are, then every quote stands in them at its offsets${skipped}`,
    () => {
      for (const text of texts) expectQuotesOf(text, UNSURE);
    },
    120_000,
  );

  it.skipIf(!hasArticles)(
    `when they are edited at random, then every quote still does${skipped}`,
    () => {
      fc.assert(
        fc.property(anyText, fc.array(anyEdit, { minLength: 1, maxLength: 30 }), (text, edits) => {
          expectQuotesOf(edits.reduce(edit, text).normalize('NFC'), UNSURE);
        }),
        { numRuns: RUNS, seed: 20_261_129 },
      );
    },
    120_000,
  );

  it.skipIf(!hasArticles)(
    `when sentences of theirs are spliced at random, then every quote still does${skipped}`,
    () => {
      fc.assert(
        fc.property(anySplice, (text) => {
          expectQuotesOf(text.normalize('NFC'), UNSURE);
        }),
        { numRuns: RUNS, seed: 20_261_129 },
      );
    },
    120_000,
  );

  it.each(OTHER_LANGUAGES)('when the text is in another language, then there is an answer: %s', (text) => {
    expectQuotesOf(text.normalize('NFC'));
    expectQuotesOf(text.normalize('NFC'), 0);
  });

  it('when the text is a string of any characters, then there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expectQuotesOf(text.normalize('NFC'), 0);
      }),
      { numRuns: RUNS, seed: 20_261_129 },
    );
  });
});
