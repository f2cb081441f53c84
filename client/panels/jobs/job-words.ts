import type { Ingested, Job } from '../../../graph-data/contract/writes.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toLanguageWords } from '../words/language-words.ts';

/** What a job does just now: "Finding claims, 34 of 120". */
export function toStageWords({ state, stage, done, total }: Job): string {
  if (state === 'queued') return 'Waiting for its turn';
  const words = {
    waiting: 'Waiting for its turn',
    fetching: 'Fetching the page',
    reading: 'Reading the text',
    extracting: 'Finding claims',
    writing: 'Keeping what was found',
    ended: 'Ending',
  }[stage];
  return stage === 'extracting' && total > 0
    ? `${words}, ${toNumberWords(Math.min(done, total))} of ${toNumberWords(total)}`
    : words;
}

/** What came of a document that was read, beside the proposals to be reviewed; each a sentence without its full stop. */
export function toResultWords(result: Ingested): string[] {
  const { outcome, language, proposals, reviewed, newActors, dropped, tokens } = result;
  if (outcome === 'unchanged') return ['It is here already: nothing was added'];
  const lines: string[] = [];
  if (outcome === 'unread')
    lines.push(
      `It is kept, but no claims were looked for: it is in ${toLanguageWords(language)}, and only English is read`,
    );
  else if (proposals === 0) lines.push('No stated relation was found in it');
  if (reviewed > 0) lines.push(`${toNumberWords(reviewed)} as decided in the same text of another publisher`);
  if (newActors > 0) lines.push(toCountWords(newActors, 'new actor'));
  const count = dropped.reduce((sum, each) => sum + each.count, 0);
  if (count > 0) {
    const reasons = dropped.map((each) => `${each.reason} (${toNumberWords(each.count)})`).join(', ');
    lines.push(`${toCountWords(count, 'proposal')} not kept: ${reasons}`);
  }
  if (tokens !== null) lines.push(`${toCountWords(tokens.prompt + tokens.completion, 'token')} used`);
  return lines;
}

/** What to do after a failure, by the problem's code; undefined where its own words say enough. */
export function toAdvice(code: string): string | undefined {
  switch (code) {
    case 'unreadable-document':
      return 'Save it as plain text, Markdown or a web page, and add it again; or paste its text.';
    case 'address-refused':
      return 'Only pages of the public internet are fetched. Paste the text instead.';
    case 'fetch-failed':
      return 'Check the address, or paste the text of the page.';
    case 'body-too-large':
    case 'out-of-bounds':
      return 'Divide it and add the parts one by one.';
    case 'model-unavailable':
      return 'Check that the model’s server is running, or let it be read by the rules.';
    case 'too-many-requests':
      return 'Wait a minute, then add it again.';
    case 'internal':
    case 'not-ready':
      return 'Nothing of it was kept. Add it again.';
    default:
      return undefined;
  }
}

/** What screen readers are told as jobs end: "1 of 3 reports read". Empty while nothing has ended. */
export function toOutcomeWords(jobs: readonly Job[]): string {
  const ended = jobs.filter(({ state }) => state !== 'queued' && state !== 'running').length;
  if (ended === 0) return '';
  return ended === jobs.length
    ? `${toCountWords(ended, 'report')} done`
    : `${toNumberWords(ended)} of ${toCountWords(jobs.length, 'report')} done`;
}
