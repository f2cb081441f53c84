import type { Vocabulary } from '../../../graph-data/model/vocabulary.ts';
import type { Extraction } from '../engine/extract-claims.ts';
import { ActorRegister } from './actor-register.ts';
import { toJsonSchema, toOfferedTypes } from './answer-schema.ts';
import type { ChatAnswer, Tokens } from './chat-answer.ts';
import { ChatClient } from './chat-client.ts';
import type { Dropped } from './dropped-tally.ts';
import { DroppedTally } from './dropped-tally.ts';
import type { KnownActor } from './known-actors.ts';
import { KnownActors } from './known-actors.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { toMethod, toRedact } from './model-endpoint.ts';
import { modelUnavailable } from './model-error.ts';
import { readAnswer } from './read-answer.ts';
import type { RequestPace } from './request-pace.ts';
import { CLOCK_PACE } from './request-pace.ts';
import { splitParts } from './split-parts.ts';
import { verifyClaims } from './verify-claims.ts';
import { writePrompt } from './write-prompt.ts';

/** A longer text is not sent, in UTF-16 code units: a book costs more than anyone expects. */
export const LONGEST_SENT = 200_000;
/** Parts sent at a time. A local server works on few at once, and the others' time limit runs meanwhile. */
const AT_ONCE = 2;

/** A part is not sent in halves where it is as short as this: its answer is long for another reason. */
const LONGEST_CUT = 600;
/** More than 0.5, so that two parts do where paragraphs are of unequal length. */
const HALF = 0.6;

/** How far the asking is. */
export interface AskProgress {
  /** Parts of the text. */
  readonly done: number;
  readonly total: number;
  /** Used so far. */
  readonly tokens: Tokens;
}

export interface AskOptions {
  readonly endpoint: ModelEndpoint;
  readonly vocabulary: Vocabulary;
  /** None merged into another. */
  readonly knownActors?: readonly KnownActor[];
  /** Aborted, the requests end and the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the first part is sent and after each. */
  readonly onProgress?: ((progress: AskProgress) => void) | undefined;
  /** The clock's unless given. */
  readonly pace?: RequestPace | undefined;
}

/** What a model found in a text. */
export interface ModelExtraction {
  /** Offsets hold in the NFC form of the text. */
  readonly extraction: Extraction;
  /** `llm:` and the model: the method of its claims. */
  readonly method: string;
  readonly dropped: readonly Dropped[];
  /** As the server counts them; 0 where it does not. */
  readonly tokens: Tokens;
}

/**
 * The relations that a language model finds stated in a text, of which only those are kept that the text bears out
 * (`verifyClaims`); what is dropped is counted with its reason. The text leaves this machine for the endpoint, in parts of whole
 * paragraphs. Whatever stands in the text or comes back is data. All or nothing: where one part has no answer, there is none.
 * Throws OnrecordError `model-unavailable` with a plain sentence, without the key.
 */
export async function askModel(source: string, options: AskOptions): Promise<ModelExtraction> {
  const { endpoint, vocabulary, knownActors = [], signal, onProgress, pace = CLOCK_PACE } = options;
  signal?.throwIfAborted();
  const text = source.normalize('NFC');
  if (text.length > LONGEST_SENT)
    throw modelUnavailable(
      `the text is longer than the ${LONGEST_SENT.toLocaleString('en-GB')} characters that are sent to a model`,
    );
  const client = new ChatClient(endpoint, pace);
  const known = new KnownActors(knownActors);
  const types = toOfferedTypes(vocabulary);
  const schema = toJsonSchema(types);
  const parts = splitParts(text);
  let tokens: Tokens = { prompt: 0, completion: 0 };
  let done = 0;
  onProgress?.({ done, total: parts.length, tokens });
  const ask = async (part: string, stop: AbortSignal): Promise<ChatAnswer[]> => {
    const said = await client.ask(writePrompt(part, types, known.printedIn(part)), schema, stop);
    tokens = {
      prompt: tokens.prompt + said.tokens.prompt,
      completion: tokens.completion + said.tokens.completion,
    };
    if (said.ending !== 'cut' || part.length <= LONGEST_CUT) return [said];
    // There was no room for the whole answer: half the part has half of it.
    const halves: ChatAnswer[] = [];
    for (const half of splitParts(part, Math.ceil(part.length * HALF)))
      halves.push(...(await ask(half, stop)));
    return halves;
  };
  const askWhole = async (part: string, stop: AbortSignal): Promise<ChatAnswer[]> => {
    const said = await ask(part, stop);
    done += 1;
    onProgress?.({ done, total: parts.length, tokens });
    return said;
  };
  const said = (await inOrder(parts, askWhole, signal)).flat();

  const redact = toRedact(endpoint);
  const tally = new DroppedTally(redact);
  const answers = said.map((answer) => readAnswer(answer, tally, redact));
  const register = new ActorRegister(
    text,
    known,
    answers.map(({ actors }) => actors),
  );
  const proposals = verifyClaims(answers, { text, register, types }, tally);
  const named = new Set(
    proposals.flatMap(({ subject, object, speaker }) => [
      subject,
      object,
      ...(speaker === null ? [] : [speaker]),
    ]),
  );
  return {
    extraction: { actors: register.toFoundActors(named), proposals },
    method: toMethod(endpoint),
    dropped: tally.toDropped(),
    tokens,
  };
}

/**
 * The outcome of every item, in their order, {@link AT_ONCE} in hand at a time. The first failure stops the others; when the
 * promise is settled, none goes on. Aborted, it is rejected with the signal's reason.
 */
async function inOrder<Item, Outcome>(
  items: readonly Item[],
  run: (item: Item, stop: AbortSignal) => Promise<Outcome>,
  signal: AbortSignal | undefined,
): Promise<Outcome[]> {
  const stopper = new AbortController();
  const stop = AbortSignal.any([stopper.signal, ...(signal === undefined ? [] : [signal])]);
  const failures: unknown[] = [];
  const outcomes: Outcome[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && !stop.aborted) {
      const index = next;
      next += 1;
      outcomes[index] = await run(items[index] as Item, stop);
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      work().catch((error: unknown) => {
        failures.push(error);
        stopper.abort();
      }),
    ),
  );
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return outcomes;
}
