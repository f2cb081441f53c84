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
 * The case file as CommonMark: each item with its note and quotes, the sources numbered at the end. Whatever names, notes
 * and quotes hold comes out as the letters it is: no markup, no HTML, no link of their own.
 */
export function writeCaseMarkdown(file: CaseFile, made: CaseMade): string {
  const sources = toCaseSources(file);
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  const blocks = [
    `# ${escape(toCaseTitle(file))}`,
    escape(toMadeWords(made)),
    ...file.items.flatMap((item, index) => writeItem(item, index + 1, numbers, made)),
    ...(sources.length === 0 ? [] : ['## Sources', sources.map(writeSource).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function writeItem(
  item: CaseItem,
  number: number,
  numbers: ReadonlyMap<string, number>,
  made: CaseMade,
): string[] {
  const facts = [item.facts, toPinnedWords(item, made)].filter((words) => words !== '');
  return [
    `## ${number}\\. ${escape(toItemHeading(item))}`,
    ...(item.note.trim() === '' ? [] : item.note.split(/\r?\n\s*\r?\n/).map(escape)),
    ...(facts.length === 0 ? [] : [escape(facts.join(' · '))]),
    ...item.steps.flatMap((step) => {
      const stepFacts = toStepFacts(step);
      const line = `**${escape(`${step.subject.label} ${step.words} ${step.object.label}`)}**`;
      return [
        stepFacts === '' ? line : `${line} (${escape(stepFacts)})`,
        ...writeMark(step, made),
        ...step.claims.flatMap((place) => writeClaim(item.claims[place], numbers, made)),
        ...(step.otherwise.length === 0 ? [] : [OTHERWISE_WORDS]),
        ...step.otherwise.flatMap((place) => writeClaim(item.claims[place], numbers, made)),
      ];
    }),
  ];
}

/** What is not as the data has it; mostly nothing. */
function writeMark(of: CaseClaim | CaseStep, { marks }: CaseMade): string[] {
  const mark = marks?.get(of);
  return mark === undefined ? [] : [`**${escape(mark)}.**`];
}

function writeClaim(
  claim: CaseClaim | undefined,
  numbers: ReadonlyMap<string, number>,
  made: CaseMade,
): string[] {
  if (claim === undefined) return [];
  const [before, exact, after] = toSentenceParts(claim);
  const isBlank = exact.trim() === '';
  const quote = isBlank
    ? escape(claim.sentence)
    : `${escapeInner(before)}**${escape(exact)}**${escapeInner(after)}`.trim();
  const number = numbers.get(claim.document.id) ?? 0;
  const digest = claim.document.kind === 'digest' ? ` — ${CASE_DIGEST_WORDS}` : '';
  const words = claim.basis === 'row' ? `Row of an imported table: ${quote}` : quote;
  const lines = [
    words,
    `— ${escape(toSpeakerWords(claim))}; ${escape(toClaimFacts(claim))} \\[${number}\\]${digest}`,
    ...writeMark(claim, made),
  ];
  return [lines.map((line) => `> ${line}`).join('\n>\n')];
}

function writeSource(document: CaseDocument, index: number): string {
  const address = findWebAddress(document.url) ?? findWebAddress(document.derivedFrom?.url ?? null);
  const original = toOriginalWords(document);
  const parts = [
    `*${escape(document.title) || 'Untitled'}*`,
    escape(document.publisher),
    ...(document.publishedAt === null ? [] : [escape(document.publishedAt)]),
    ...(document.kind === 'digest'
      ? [`${CASE_DIGEST_WORDS}${original === '' ? '' : `: ${escape(original)}`}`]
      : []),
    ...(address === undefined ? [] : [`<${address.replace(/[<>\\`]/g, encodeURIComponent)}>`]),
  ];
  return `${index + 1}. ${parts.join(', ')}`;
}

// All of ASCII's punctuation may be escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes); these are those that
// can begin something, at the start of a line or within it.
const SPECIAL = /[\\`*_{}[\]<>()#+\-.!|~&=:@$^"']/g;

/** One line of plain letters. */
function escape(text: string): string {
  return escapeInner(text).trim();
}

function escapeInner(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(SPECIAL, (char) => ('"\''.includes(char) ? char : `\\${char}`));
}
