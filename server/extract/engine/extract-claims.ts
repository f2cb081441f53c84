import { findSpeaker } from './attribution/find-speaker.ts';
import { findCandidates, type Candidate } from './candidates/find-candidates.ts';
import { describeFrame } from './candidates/describe-frame.ts';
import { LASTING, LEXICON, MUTUAL } from './lexicon/lexicon.ts';
import { readReport } from './read-report.ts';
import type { FoundActor, Report } from './report.ts';
import type { ClaimModel, Verdict } from './scorer/claim-model.ts';

/** A relation that the engine believes the report to state. */
export interface Proposal {
  readonly subject: string;
  readonly object: string;
  readonly type: string;
  readonly label: string;
  readonly stance: string;
  readonly modality: string;
  /** Whose word it is; null for the document's own voice. */
  readonly speaker: string | null;
  readonly via: readonly string[];
  /** UTF-16 offsets in the text; within one line, at most 600 long. */
  readonly start: number;
  readonly end: number;
  readonly certainty: number;
  /** Which rule and which words, in one line. */
  readonly reason: string;
}

/** What the engine found in a report: proposals surest first, actors that they name in order of their ids. */
export interface Extraction {
  readonly actors: readonly FoundActor[];
  readonly proposals: readonly Proposal[];
}

const LONGEST_EVIDENCE = 600;
/** Below this score only one direction of a pair is proposed for a sentence. */
const BOTH_WAYS = 0.6;
/** A second type is proposed where it is so likely. */
const SECOND_TYPE = 0.4;
const SECOND_SCORE = 0.85;

/** Told how many of a report's sentences have been read; last with all of them. */
export type OnProgress = (sentencesRead: number, sentences: number) => void;

/** Progress is told after so many sentences. */
const PROGRESS_EVERY = 50;

/**
 * The proposals of a report's text (NFC). Deterministic, never throws, time in proportion to the text. `onProgress` is
 * called as it goes, within this call: a thread that is to answer meanwhile gives the text to another.
 */
export function extractClaims(
  text: string,
  model: ClaimModel,
  threshold = model.threshold,
  onProgress?: OnProgress,
): Extraction {
  const report = readReport(text);
  const proposals = propose(
    report,
    tellProgress(
      findCandidates(report, LEXICON, undefined, {
        score: model.scoreSoFar,
        leastAtFirst: HOPELESS * threshold,
        least: threshold,
      }),
      report.sentences.length,
      onProgress,
    ),
    model,
    threshold,
  );
  const named = new Set(
    proposals.flatMap((p) => [p.subject, p.object, ...(p.speaker === null ? [] : [p.speaker]), ...p.via]),
  );
  const actors = [...report.actors.values()]
    .filter(({ id }) => named.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { actors, proposals };
}

/** So far below the threshold, by who the two are and what the frames say, the words between lift hardly a pair over it. */
const HOPELESS = 0.25;

function* tellProgress<Batch>(
  batches: Iterable<Batch>,
  sentences: number,
  onProgress: OnProgress | undefined,
): Generator<Batch, void, void> {
  let read = 0;
  for (const batch of batches) {
    yield batch;
    read += 1;
    if (read % PROGRESS_EVERY === 0 && read < sentences) onProgress?.(read, sentences);
  }
  onProgress?.(sentences, sentences);
}

/** The candidates that the model scores at least `threshold`, one a direction and sentence, lasting ties once. */
export function propose(
  report: Report,
  batches: Iterable<readonly Candidate[]>,
  model: ClaimModel,
  threshold = model.threshold,
): Proposal[] {
  const scored: { candidate: Candidate; score: number }[] = [];
  for (const batch of batches)
    for (const candidate of batch) {
      const score = candidate.score ?? model.score(candidate.features);
      if (score >= threshold) scored.push({ candidate, score });
    }
  scored.sort(
    (x, y) => y.score - x.score || x.candidate.start - y.candidate.start || order(x.candidate, y.candidate),
  );
  const pairs = new Map<string, ProposedPair>();
  const lasting = new Set<string>();
  const proposals: Proposal[] = [];
  for (const { candidate, score } of scored) {
    const key = toPairKey(candidate);
    const pair = pairs.get(key);
    const isReversed = pair?.subjects.includes(candidate.b) === true;
    if (isReversed && score < BOTH_WAYS) continue;
    const verdict = model.judge(candidate.features, score);
    const types = verdict.types.filter(
      ([, p], k) => k === 0 || (k === 1 && p >= SECOND_TYPE && score >= SECOND_SCORE),
    );
    for (const [type] of types) {
      if (isReversed && MUTUAL.has(type)) continue;
      const known = pairs.get(key);
      if (known?.subjects.some((subject, k) => subject === candidate.a && known.types[k] === type)) continue;
      if (LASTING.has(type)) {
        const tie = `${type} ${candidate.a} ${candidate.b}`;
        if (lasting.has(tie)) continue;
        lasting.add(tie);
      }
      if (known === undefined) pairs.set(key, { subjects: [candidate.a], types: [type] });
      else {
        known.subjects.push(candidate.a);
        known.types.push(type);
      }
      proposals.push(toProposal(report, candidate, verdict, type, model));
    }
  }
  return proposals;
}

/** What is proposed of a pair in a sentence: by turns whose it is and of which type. */
interface ProposedPair {
  readonly subjects: string[];
  readonly types: string[];
}

const toPairKey = ({ sentence, a, b }: Candidate): string =>
  a < b ? `${sentence} ${a} ${b}` : `${sentence} ${b} ${a}`;

const order = (x: Candidate, y: Candidate): number => (x.a + x.b < y.a + y.b ? -1 : 1);

function toProposal(
  report: Report,
  candidate: Candidate,
  verdict: Verdict,
  type: string,
  model: ClaimModel,
): Proposal {
  const [start, end] = toEvidence(report, candidate);
  const { a: subject, b: object, sentence } = candidate;
  const { speaker, via } = findSpeaker(
    report,
    { sentence, start, end, subject, object, type },
    model.weighSpeaker,
  );
  const { label, reason } = describeFrame(candidate, type);
  return {
    subject,
    object,
    type,
    label,
    stance: verdict.stance,
    modality: verdict.modality,
    speaker,
    via,
    start,
    end,
    certainty: Math.round(verdict.certainty * 100) / 100,
    reason,
  };
}

/** The stretch that states it: within one line, at most 600 code units, never empty. */
function toEvidence(
  { text }: Report,
  { start: first, end: last, ma, mb, frames, tokens }: Candidate,
): [number, number] {
  const trigger = frames.find(({ verdict }) => verdict !== 'none');
  const word = trigger && tokens[trigger.trigger];
  const start = Math.min(first, word?.start ?? first);
  const end = Math.max(last, word?.end ?? last);
  const line = text.slice(start, end).search(/\n/);
  let [from, to] = [start, line < 0 ? end : Math.max(start + line, start + 1)];
  if (line === 0) {
    const mention = ma.end > ma.start ? ma : mb;
    [from, to] = [mention.start, mention.end];
  }
  if (to - from > LONGEST_EVIDENCE) {
    const anchor = ma.end > ma.start && ma.start >= from ? ma.start : mb.end > mb.start ? mb.start : from;
    from = Math.max(from, Math.min(anchor, to - LONGEST_EVIDENCE));
    to = Math.min(to, from + LONGEST_EVIDENCE);
  }
  return [from, Math.max(to, from + 1)];
}
