import { readFileSync } from 'node:fs';
import { propose, type Proposal } from '../../../server/extract/engine/extract-claims.ts';
import { findCandidates } from '../../../server/extract/engine/candidates/find-candidates.ts';
import { LEXICON } from '../../../server/extract/engine/lexicon/lexicon.ts';
import { readReport } from '../../../server/extract/engine/read-report.ts';
import type { Report } from '../../../server/extract/engine/report.ts';
import type { ClaimModel } from '../../../server/extract/engine/scorer/claim-model.ts';

/** PLOVER's names, older ones too, as relation types (DESIGN.md). */
const TYPE_OF: Readonly<Record<string, string>> = {
  AGREE: 'agrees-with',
  CONSULT: 'consults',
  SUPPORT: 'supports',
  CONCEDE: 'concedes-to',
  COOPERATE: 'cooperates-with',
  AID: 'aids',
  RETREAT: 'retreats-from',
  DEMAND: 'requests-of',
  REQUEST: 'requests-of',
  DISAPPROVE: 'accuses',
  ACCUSE: 'accuses',
  INVESTIGATE: 'accuses',
  REJECT: 'rejects',
  THREATEN: 'threatens',
  PROTEST: 'protests-against',
  SANCTION: 'sanctions',
  MOBILIZE: 'mobilises-against',
  COERCE: 'coerces',
  ASSAULT: 'attacks',
  FIGHT: 'attacks',
};
/** No report's, so the surest proposal of an event's sentence, however unsure. */
const ANY = 0;
const LASTING = /^(leads|represents|belongs-to|controls|kin-of|located-in)$/;

/** How the surest proposal of each sentence agrees with the coder, as counts. */
export interface EventScores {
  readonly rows: number;
  readonly type: number;
  readonly rowsWithBoth: number;
  readonly sourceAndTarget: number;
  /** Source and target are those of some proposal of the sentence. */
  readonly amongProposals: number;
}

/** Scores sentences coded by hand (`plover-gold-dev.tsv`: id, source, event, words, target, text). */
export function scoreEvents(path: string, model: ClaimModel): EventScores {
  const scores = { rows: 0, type: 0, rowsWithBoth: 0, sourceAndTarget: 0, amongProposals: 0 };
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [, source = '', event = '', , target = '', text = ''] = line.split('\t');
    if (text === '') continue;
    const report = readReport(text);
    const proposals = propose(report, findCandidates(report, LEXICON), model, ANY).filter(
      ({ type }) => !LASTING.test(type),
    );
    const first = proposals[0];
    scores.rows += 1;
    scores.type += Number(first?.type === TYPE_OF[event]);
    if (!source.includes('[') || !target.includes('[')) continue;
    const agrees = ({ subject, object }: Proposal): boolean =>
      isNamed(report, subject, source) && isNamed(report, object, target);
    scores.rowsWithBoth += 1;
    scores.sourceAndTarget += Number(first !== undefined && agrees(first));
    scores.amongProposals += Number(proposals.some(agrees));
  }
  return scores;
}

/** Whether the actor is one of those coded ("Hungary[HUN ] | Romania[ROU ]"): one's name holds the other's. */
function isNamed(report: Report, id: string, coded: string): boolean {
  const actor = report.actors.get(id);
  const names = [actor?.name ?? '', ...(actor?.names ?? [])]
    .filter((name) => name.length > 2)
    .map((name) => name.toLowerCase());
  return coded
    .split('|')
    .map((one) => one.replace(/\[.*/, '').trim().toLowerCase())
    .some((one) => names.some((name) => one.includes(name) || (one.length > 2 && name.includes(one))));
}
