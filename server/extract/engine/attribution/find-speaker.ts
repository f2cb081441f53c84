import { FeatureList } from '../hashing/feature-list.ts';
import type { Report } from '../report.ts';
import { speakerFeatures } from './speaker-features.ts';
import {
  openSpeakers,
  speakerOptions,
  type SpeakerIndex,
  type SpeakerOption,
  type Statement,
} from './speaker-options.ts';

/** Whose word a statement is: an actor's id, or null for the document's own voice; `via` those who are quoted within. */
export interface Attribution {
  readonly speaker: string | null;
  readonly via: readonly string[];
}

/** Weighs the features of one who may be the speaker: the more, the likelier. */
export type WeighSpeaker = (features: FeatureList) => number;

/** The document's own voice. */
const NOBODY: SpeakerOption = { actor: null, roles: ['none'], sayer: undefined };

const list = new FeatureList();
const indexes = new WeakMap<Report, SpeakerIndex>();

/**
 * Says whose word a statement in a report is, the outermost speaker. Of the options the heaviest by `weigh`, the first of
 * equals; without it by plain rules: the quotation's speaker, the turn's or the statement's voice, who says so in the
 * sentence. The report must be complete: it is opened once.
 */
export function findSpeaker(report: Report, statement: Statement, weigh?: WeighSpeaker): Attribution {
  let index = indexes.get(report);
  if (!index) indexes.set(report, (index = openSpeakers(report)));
  const options = speakerOptions(index, statement);
  const best = weigh ? heaviest(index, statement, options, weigh) : byRule(index, statement, options);
  return { speaker: best.actor, via: viaOf(index, statement, best) };
}

function heaviest(
  index: SpeakerIndex,
  statement: Statement,
  options: readonly SpeakerOption[],
  weigh: WeighSpeaker,
): SpeakerOption {
  let best = options[0] ?? NOBODY;
  let most = -Infinity;
  for (const option of options) {
    speakerFeatures(list, index, statement, option, options);
    const weight = weigh(list);
    list.drop();
    if (weight > most) {
      most = weight;
      best = option;
    }
  }
  return best;
}

/** Types of claim that a document states itself, whoever speaks in the sentence: who is what, who met whom. */
const OWN_VOICE =
  /^(?:leads|represents|belongs-to|located-in|kin-of|controls|consults|informs|agrees-with|cooperates-with|reports-on)$/;

function byRule(index: SpeakerIndex, statement: Statement, options: readonly SpeakerOption[]): SpeakerOption {
  const none = options[0] ?? NOBODY;
  const withRole = (...roles: string[]): SpeakerOption | undefined =>
    options.find((o) => o.roles.some((role) => roles.includes(role)));
  const quoted = withRole('quote', 'turn');
  if (quoted) return quoted;
  const sayers = options.filter((o) => o.sayer?.mention.sentence === statement.sentence);
  const own = sayers.find((o) => o.actor === statement.subject) ?? sayers[0];
  if (!index.report.isReadout && index.report.voice !== null) {
    const voice = withRole('voice');
    if (statement.sentence > 0 && voice) return voice;
    return none;
  }
  if (!own || (statement.type !== undefined && OWN_VOICE.test(statement.type))) return none;
  if (own.actor === statement.subject && index.report.protagonists.includes(statement.object ?? ''))
    return none;
  return own;
}

/** Those whose word the speaker passes on: other sayers of the sentence, nearest the statement last. */
function viaOf(index: SpeakerIndex, statement: Statement, best: SpeakerOption): string[] {
  if (best.actor === null) return [];
  const inner = index
    .sayersOf(statement.sentence)
    .filter((y) => y.kind === 'says' && y.mention.actor !== best.actor && y.mention.start < statement.end)
    .map((y) => y.mention.actor);
  return [...new Set(inner)].slice(0, 3);
}
