import { escapeXml } from '../xml.ts';
import type { CaseClaim, CaseDocument, CaseFile, CaseItem, CaseMade, CaseStep } from './case-file.ts';
import {
  CASE_DIGEST_WORDS,
  OTHERWISE_WORDS,
  findWebAddress,
  toCaseSources,
  toCaseTitle,
  toClaimFacts,
  toItemHeading,
  toMadeWords,
  toOriginalWords,
  toPinnedWords,
  toSentenceParts,
  toSpeakerWords,
  toStepFacts,
} from './case-words.ts';

/**
 * The case file as one HTML page that needs nothing else, laid out for the screen and for print, its sources numbered.
 * Names, notes and quotes are text and never markup; the page's own policy allows no script, no request and no frame.
 */
export function writeCaseHtml(file: CaseFile, made: CaseMade): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(toCaseTitle(file))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    writeCaseBody(file, made),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What stands in the body of {@link writeCaseHtml}, for a page that has a style of its own. */
export function writeCaseBody(file: CaseFile, made: CaseMade): string {
  const sources = toCaseSources(file);
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return [
    `<h1>${escapeXml(toCaseTitle(file))}</h1>`,
    `<p class="small">${escapeXml(toMadeWords(made))}</p>`,
    ...file.items.map((item, index) => writeItem(item, index + 1, numbers, made)),
    ...(sources.length === 0
      ? []
      : ['<section>', '<h2>Sources</h2>', '<ol>', ...sources.map(writeSource), '</ol>', '</section>']),
  ].join('\n');
}

const STYLE = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1d232b; background: #fff; font: 1rem/1.55 Georgia, serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; line-height: 1.3; break-after: avoid; }
.small, footer { color: #4b5560; font: 0.8125rem/1.5 system-ui, sans-serif; }
.note { white-space: pre-line; padding-left: 0.75rem; border-left: 3px solid #9aa4b1; }
.step { margin: 1rem 0 0; font-weight: bold; break-after: avoid; }
figure { margin: 0.5rem 0 0.75rem 1.25rem; break-inside: avoid; }
blockquote { margin: 0; }
mark { background: #fff0b8; color: inherit; }
li { break-inside: avoid; }
a { color: inherit; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } mark { background: none; text-decoration: underline; } @page { margin: 2cm; } }
`;

function writeItem(
  item: CaseItem,
  number: number,
  numbers: ReadonlyMap<string, number>,
  made: CaseMade,
): string {
  const facts = [item.facts, toPinnedWords(item, made)].filter((words) => words !== '');
  return [
    '<section>',
    `<h2>${number}. ${escapeXml(toItemHeading(item))}</h2>`,
    ...(item.note.trim() === '' ? [] : [`<p class="note">${escapeXml(item.note)}</p>`]),
    ...(facts.length === 0 ? [] : [`<p class="small">${escapeXml(facts.join(' · '))}</p>`]),
    ...item.steps.map((step) => {
      const stepFacts = toStepFacts(step);
      const words = escapeXml(`${step.subject.label} ${step.words} ${step.object.label}`);
      const line = `<p class="step">${words}${stepFacts === '' ? '' : ` (${escapeXml(stepFacts)})`}</p>`;
      return [
        line,
        ...writeMark(step, made),
        ...step.claims.map((place) => writeClaim(item.claims[place], numbers, made)),
        ...(step.otherwise.length === 0 ? [] : [`<p class="small">${OTHERWISE_WORDS}</p>`]),
        ...step.otherwise.map((place) => writeClaim(item.claims[place], numbers, made)),
      ].join('\n');
    }),
    '</section>',
  ].join('\n');
}

/** What is not as the data has it; mostly nothing. */
function writeMark(of: CaseClaim | CaseStep, { marks }: CaseMade): string[] {
  const mark = marks?.get(of);
  return mark === undefined ? [] : [`<p class="small"><strong>${escapeXml(mark)}.</strong></p>`];
}

function writeClaim(
  claim: CaseClaim | undefined,
  numbers: ReadonlyMap<string, number>,
  made: CaseMade,
): string {
  if (claim === undefined) return '';
  const [before, exact, after] = toSentenceParts(claim).map(escapeXml);
  const number = numbers.get(claim.document.id) ?? 0;
  const quote =
    claim.basis === 'row'
      ? `<p>Row of an imported table: ${escapeXml(claim.sentence)}</p>`
      : `<blockquote>${before ?? ''}<mark>${exact ?? ''}</mark>${after ?? ''}</blockquote>`;
  const digest = claim.document.kind === 'digest' ? `, ${CASE_DIGEST_WORDS}` : '';
  const words = `${escapeXml(`${toSpeakerWords(claim)}; ${toClaimFacts(claim)}`)} `;
  return `<figure>${quote}<figcaption class="small">— ${words}<a href="#source-${number}">[${number}]</a>${digest}${writeMark(claim, made).join('')}</figcaption></figure>`;
}

function writeSource(document: CaseDocument, index: number): string {
  const address = findWebAddress(document.url) ?? findWebAddress(document.derivedFrom?.url ?? null);
  const original = toOriginalWords(document);
  const parts = [
    `<cite>${escapeXml(document.title)}</cite>`,
    escapeXml(document.publisher),
    ...(document.publishedAt === null ? [] : [escapeXml(document.publishedAt)]),
    ...(document.kind === 'digest'
      ? [`${CASE_DIGEST_WORDS}${original === '' ? '' : `: ${escapeXml(original)}`}`]
      : []),
    ...(address === undefined ? [] : [`<a href="${escapeXml(address)}">${escapeXml(address)}</a>`]),
  ];
  return `<li id="source-${index + 1}">${parts.join(', ')}</li>`;
}
