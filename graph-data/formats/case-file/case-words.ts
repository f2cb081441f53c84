import type { CaseClaim, CaseDocument, CaseFile, CaseItem, CaseMade, CaseStep } from './case-file.ts';

/** Said wherever a digest is quoted. */
export const CASE_DIGEST_WORDS = 'our digest, not the report’s words';

/** Before the claims that say otherwise than what is disputed. */
export const OTHERWISE_WORDS = 'Others say otherwise:';

/** The documents of a case file in the order in which they are quoted first, each once: source n stands at n - 1. */
export function toCaseSources(file: CaseFile): CaseDocument[] {
  const sources = new Map<string, CaseDocument>();
  for (const { claims } of file.items)
    for (const { document } of claims) if (!sources.has(document.id)) sources.set(document.id, document);
  return [...sources.values()];
}

/** The title, or what stands in its place. */
export function toCaseTitle(file: CaseFile): string {
  return file.title.trim() === '' ? 'Case file' : file.title;
}

/** "Made on 2026-01-31T10:00:00Z from version 81 of the data, under the lens: Said by Steve Witkoff." */
export function toMadeWords({ at, version, lens, marks }: CaseMade): string {
  const made = `Made on ${at} from version ${version} of the data, ${toLensWords(lens)}.`;
  return marks === undefined || marks.size === 0
    ? made
    : `${made} Not all of it is as that data has it: where it is not, it says so.`;
}

/** "Pinned at version 80, without a lens."; empty where that is what the whole file says of itself. */
export function toPinnedWords({ version, lens }: CaseItem, made: CaseMade): string {
  if (version === made.version && lens === made.lens) return '';
  return `Pinned at version ${version} of the data, ${toLensWords(lens)}.`;
}

function toLensWords(lens: string): string {
  return lens === '' ? 'without a lens' : `under the lens: ${lens}`;
}

/** What is left to say of a step beside who, what and whom: "denied, disputed"; mostly nothing. */
export function toStepFacts({ modality, isDisputed }: CaseStep): string {
  return [modality === 'asserted' ? '' : modality, isDisputed ? 'disputed' : '']
    .filter((words) => words !== '')
    .join(', ');
}

/** "Steve Witkoff, quoting Vladimir Putin", or "the document’s own voice". */
export function toSpeakerWords({ speaker, via }: CaseClaim): string {
  const outer = speaker === null ? 'the document’s own voice' : speaker.label;
  return [outer, ...via.map(({ label }) => `quoting ${label}`)].join(', ');
}

/** "labelled “friend”, positive, asserted, said 2025-03"; and the status where it is not accepted. */
export function toClaimFacts(claim: CaseClaim): string {
  return [
    `labelled “${claim.label}”`,
    claim.stance,
    claim.modality,
    ...(claim.saidOn === null ? [] : [`said ${claim.saidOn}`]),
    ...(claim.happenedOn === null ? [] : [`happened ${claim.happenedOn}`]),
    ...(claim.status === 'accepted' ? [] : [claim.status]),
  ].join(', ');
}

/** A sentence in three parts, the claim's own words in the middle; all of it there where the sentence does not hold them. */
export function toSentenceParts({
  sentence,
  exact,
}: Pick<CaseClaim, 'sentence' | 'exact'>): readonly [string, string, string] {
  const at = sentence.indexOf(exact);
  if (at < 0) return ['', exact, ''];
  return [sentence.slice(0, at), exact, sentence.slice(at + exact.length)];
}

/** Where a digest comes from: "Title, Publisher, 2025-03"; empty where it does not say. */
export function toOriginalWords({ derivedFrom }: CaseDocument): string {
  if (derivedFrom === null) return '';
  const { title, publisher, publishedAt } = derivedFrom;
  return [title, publisher, publishedAt].filter((part) => part !== null && part !== '').join(', ');
}

/** The address where a link may lead there: http and https alone, as a browser writes it; else undefined. */
export function findWebAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** "Vladimir Putin befriends Donald Trump"; of a path the actors it leads over, in its order. */
export function toItemHeading({ kind, steps, id }: Pick<CaseItem, 'kind' | 'steps' | 'id'>): string {
  const [first] = steps;
  if (kind !== 'path' && first !== undefined)
    return `${first.subject.label} ${first.words} ${first.object.label}`;
  const actors = steps.flatMap(({ subject, object }) => [subject, object]);
  const names = new Map(actors.map((actor) => [actor.id, actor.label]));
  return id
    .split('..')
    .map((actor) => names.get(actor) ?? actor)
    .join(' – ');
}
