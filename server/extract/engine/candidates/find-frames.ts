import { tokenAt } from '../names/token-at.ts';
import type { Sense } from '../lexicon/lexicon.ts';
import type { Mention, Token } from '../report.ts';
import { childrenOf, findRoles, type Role } from '../syntax/find-roles.ts';
import type { Tree } from '../syntax/tree.ts';

/** What a trigger says of two mentions: the first does it, the second is the one it is done to. */
export interface Frame {
  readonly trigger: number;
  readonly sense: Sense | undefined;
  readonly agent: Role;
  readonly patient: Role;
  /** full: both are the arguments themselves; part: one stands within an argument; none: the slots fit no sense. */
  readonly verdict: 'full' | 'part' | 'none';
}

const AGENT_OF_VERB = new Set(['subj', 'p:by']);
const AGENT_OF_NOUN = new Set(['light', 'poss', 'mod', 'p:by', 'p:from', 'self', 'subj']);
const AGENT_OF_ADJECTIVE = new Set(['subj', 'light', 'self', 'obj']);
const SHARED_NOUN = new Set(['light', 'poss', 'mod', 'p:between', 'p:of', 'p:among', 'self']);

/** The roles of each mention of one sentence. */
export function findMentionRoles(
  tree: Tree,
  mentions: readonly Mention[],
  tokens: readonly Token[],
): Map<Mention, Map<number, Role>> {
  const children = childrenOf(tree);
  const headOf = new Map(mentions.map((mention) => [mention.to - 1, mention.actor]));
  return new Map(
    mentions.map((mention) => [
      mention,
      findRoles(tree, children, mention.to - 1, {
        isNoun: (at) => (at < mention.from || at >= mention.to) && tokenAt(tokens, at).pos === 'NOUN',
        isNamed: (at) => headOf.has(at) && headOf.get(at) !== mention.actor,
      }),
    ]),
  );
}

/** The frames in which `agent` and `patient` both have a part; `senses` are those of each token. */
export function findFrames(
  agent: ReadonlyMap<number, Role>,
  patient: ReadonlyMap<number, Role>,
  sensesOf: readonly (readonly Sense[])[],
): Frame[] {
  const frames: Frame[] = [];
  for (const [trigger, role] of agent) {
    const other = patient.get(trigger);
    if (!other) continue;
    const senses = sensesOf[trigger] ?? [];
    if (senses.length === 0)
      frames.push({ trigger, sense: undefined, agent: role, patient: other, verdict: 'none' });
    for (const sense of senses)
      frames.push({ trigger, sense, agent: role, patient: other, verdict: judge(sense, role, other) });
  }
  return frames;
}

const RANK = { full: 0, part: 10, none: 30 };

/** The surest frame first: by verdict, then by the steps from both mentions, then in the order of the text. */
export function sortFrames(frames: readonly Frame[]): Frame[] {
  if (frames.length < 2) return [...frames];
  const cost = (f: Frame): number => RANK[f.verdict] + f.agent.depth + f.patient.depth;
  return frames.toSorted((a, b) => cost(a) - cost(b) || a.trigger - b.trigger);
}

function judge(sense: Sense, agent: Role, patient: Role): Frame['verdict'] {
  const agents =
    sense.part === 'verb' ? AGENT_OF_VERB : sense.part === 'noun' ? AGENT_OF_NOUN : AGENT_OF_ADJECTIVE;
  const isDirected = agents.has(agent.slot) && takesSlot(sense, patient) && agent.slot !== patient.slot;
  const shares = (role: Role): boolean =>
    sense.part === 'verb' ? role.slot === 'subj' : SHARED_NOUN.has(role.slot);
  const isShared =
    sense.isReciprocal &&
    ((shares(agent) && shares(patient)) ||
      (agents.has(patient.slot) && takesSlot(sense, agent) && agent.slot !== patient.slot));
  if (!isDirected && !isShared) return 'none';
  return isBare(agent) && isBare(patient) ? 'full' : 'part';
}

const isBare = ({ inside }: Role): boolean => inside === '';

const takesSlot = (sense: Sense, { slot }: Role): boolean =>
  sense.patient.has(slot.startsWith('p:') ? slot.slice(2) : slot);
