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
  /** The surer, the lower: by verdict, then by the steps from both mentions. */
  readonly cost: number;
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
): Map<Mention, RolesOf> {
  const children = childrenOf(tree);
  const headOf = new Map(mentions.map((mention) => [mention.to - 1, mention.actor]));
  const rolesOf = (mention: Mention): RolesOf => {
    const roles = findRoles(tree, children, mention.to - 1, {
      isNoun: (at) => (at < mention.from || at >= mention.to) && tokenAt(tokens, at).pos === 'NOUN',
      isNamed: (at) => headOf.has(at) && headOf.get(at) !== mention.actor,
    });
    const roleAt = tokens.map((): Role | undefined => undefined);
    for (const [trigger, role] of roles) roleAt[trigger] = role;
    return { triggers: [...roles.keys()], roleAt };
  };
  return new Map(mentions.map((mention) => [mention, rolesOf(mention)]));
}

/** The parts that a mention plays, by token, and the tokens at which it plays one. */
export interface RolesOf {
  readonly triggers: readonly number[];
  readonly roleAt: readonly (Role | undefined)[];
}

/** The frames in which `agent` and `patient` both have a part, the surest first; `words` are those of the sentence. */
export function findFrames(
  agent: RolesOf,
  patient: RolesOf,
  words: readonly { readonly senses: readonly Sense[] }[],
): readonly Frame[] {
  let frames: Frame[] | undefined;
  for (const trigger of agent.triggers) {
    const other = patient.roleAt[trigger];
    const role = other && agent.roleAt[trigger];
    if (!role) continue;
    frames ??= [];
    const senses = words[trigger]?.senses ?? [];
    if (senses.length === 0) frames.push(toFrame(trigger, undefined, role, other, 'none'));
    for (const sense of senses) frames.push(toFrame(trigger, sense, role, other, judge(sense, role, other)));
  }
  return frames === undefined ? NO_FRAMES : sortFrames(frames);
}

const NO_FRAMES: readonly Frame[] = [];
const RANK = { full: 0, part: 10, none: 30 };

/** The surest frame first, of equals the first in the text. */
export function sortFrames(frames: readonly Frame[]): readonly Frame[] {
  if (frames.length < 2) return frames;
  if (frames.length > FEW) return frames.toSorted((a, b) => a.cost - b.cost || a.trigger - b.trigger);
  const sorted = frames.slice();
  for (let k = 1; k < sorted.length; k += 1) {
    const frame = sorted[k];
    if (frame === undefined) break;
    let at = k;
    for (
      let before = sorted[at - 1];
      before !== undefined && isSurer(frame, before);
      before = sorted[at - 1]
    ) {
      sorted[at] = before;
      at -= 1;
    }
    sorted[at] = frame;
  }
  return sorted;
}

/** So few are sorted soonest one after another. */
const FEW = 12;

const isSurer = (one: Frame, other: Frame): boolean =>
  one.cost < other.cost || (one.cost === other.cost && one.trigger < other.trigger);

const toFrame = (
  trigger: number,
  sense: Sense | undefined,
  agent: Role,
  patient: Role,
  verdict: Frame['verdict'],
): Frame => ({
  trigger,
  sense,
  agent,
  patient,
  verdict,
  cost: RANK[verdict] + agent.depth + patient.depth,
});

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
