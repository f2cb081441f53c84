import { findCandidates } from '../../../../server/extract/engine/candidates/find-candidates.ts';
import { LEXICON } from '../../../../server/extract/engine/lexicon/lexicon.ts';
import { readReport } from '../../../../server/extract/engine/read-report.ts';

/** What the frames say of a text, one line each: "agent type patient" by the names as written, full verdicts first. */
export function readFrames(text: string): string[] {
  return [...findCandidates(readReport(text), LEXICON)]
    .flat()
    .flatMap(({ ma, mb, frames }) =>
      frames
        .filter(({ verdict, sense }) => verdict === 'full' && sense !== undefined)
        .map(
          ({ sense }) =>
            `${text.slice(ma.start, ma.end)} ${sense?.type ?? ''} ${text.slice(mb.start, mb.end)}`,
        ),
    );
}
