import type { AnsweredActor, AnsweredClaim } from './answer-schema.ts';
import {
  answeredActorSchema,
  answeredClaimSchema,
  answerSchema,
  MOST_ACTORS,
  MOST_CLAIMS,
} from './answer-schema.ts';
import type { ChatAnswer } from './chat-answer.ts';
import type { DroppedTally } from './dropped-tally.ts';
import { DROP_REASONS } from './dropped-tally.ts';
import type { Redact } from './model-endpoint.ts';

/** What a model said of one part of a report: of the right form, not yet held against the text. */
export interface Answer {
  readonly actors: readonly AnsweredActor[];
  readonly claims: readonly AnsweredClaim[];
}

const NOTHING: Answer = { actors: [], claims: [] };

/**
 * Reads an answer's JSON, also where reasoning or prose stands round it. What is not of the right form goes to the tally: the
 * answer as a whole, or an actor or a claim of it.
 */
export function readAnswer({ content, ending }: ChatAnswer, tally: DroppedTally, redact: Redact): Answer {
  if (ending === 'refused') {
    tally.drop(DROP_REASONS.answerRefused, content);
    return NOTHING;
  }
  const said = parseJson(content, redact);
  if (said === undefined) {
    tally.drop(ending === 'cut' ? DROP_REASONS.answerCut : DROP_REASONS.answerNotJson, content);
    return NOTHING;
  }
  const answer = answerSchema.safeParse(said);
  if (!answer.success) {
    tally.drop(DROP_REASONS.answerWrongForm, content);
    return NOTHING;
  }
  const { actors, claims } = answer.data;
  if (claims.length > MOST_CLAIMS)
    tally.drop(DROP_REASONS.tooMany, toExample(claims[MOST_CLAIMS]), claims.length - MOST_CLAIMS);
  return {
    actors: actors.slice(0, MOST_ACTORS).flatMap((said) => {
      const actor = answeredActorSchema.safeParse(said);
      if (!actor.success) tally.drop(DROP_REASONS.actorWrongForm, toExample(said));
      return actor.data ?? [];
    }),
    claims: claims.slice(0, MOST_CLAIMS).flatMap((said) => {
      const claim = answeredClaimSchema.safeParse(said);
      if (!claim.success) tally.drop(DROP_REASONS.claimWrongForm, toExample(said));
      return claim.data ?? [];
    }),
  };
}

const toExample = (said: unknown): string => JSON.stringify(said);

/** The JSON of an answer; undefined where there is none. Reasoning that stands before it ends with `</think>`, as a rule. */
function parseJson(content: string, redact: Redact): unknown {
  for (const said of [content, inBraces(content.split('</think>').at(-1) ?? ''), inBraces(content)])
    try {
      return JSON.parse(said, (_, value: unknown) => (typeof value === 'string' ? redact(value) : value));
    } catch {
      // It is tried in the next way.
    }
  return undefined;
}

const inBraces = (said: string): string => said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
