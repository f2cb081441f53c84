import { z } from 'zod';

/** What a model was asked and said, in tokens as the server counts them. */
export interface Tokens {
  readonly prompt: number;
  readonly completion: number;
}

/** What a model said. */
export interface ChatAnswer {
  readonly content: string;
  /** `cut`: it ran out of room; `refused`: it would not, `content` may say why. */
  readonly ending: 'whole' | 'cut' | 'refused';
  readonly tokens: Tokens;
}

const count = z.number().int().min(0).catch(0);
const words = z.string().nullish().catch(null);

/** As much of a chat completion as is read (https://platform.openai.com/docs/api-reference/chat/object). */
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: words, refusal: words }),
        finish_reason: words,
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/** A chat completion as an answer; undefined where it is none. */
export function toChatAnswer(body: string): ChatAnswer | undefined {
  const completion = completionSchema.safeParse(parseJson(body));
  const choice = completion.data?.choices[0];
  if (completion.data === undefined || choice === undefined) return undefined;
  const { message, finish_reason: finish } = choice;
  const refusal = message.refusal ?? '';
  return {
    content: refusal === '' ? (message.content ?? '') : refusal,
    ending: refusal !== '' || finish === 'content_filter' ? 'refused' : finish === 'length' ? 'cut' : 'whole',
    tokens: {
      prompt: completion.data.usage?.prompt_tokens ?? 0,
      completion: completion.data.usage?.completion_tokens ?? 0,
    },
  };
}

const complaint = z.object({ message: z.string() });
/** Servers disagree on where they say what is wrong: OpenAI and llama.cpp in `error.message`, others beside it. */
const complaintSchema = z.union([
  z.object({ error: complaint }).transform(({ error }) => error.message),
  z.object({ error: z.string() }).transform(({ error }) => error),
  complaint.transform(({ message }) => message),
  z.object({ detail: z.string() }).transform(({ detail }) => detail),
]);

/** What a server says is wrong; empty where it does not say so in a known form. */
export function toComplaint(body: string): string {
  return complaintSchema.safeParse(parseJson(body)).data ?? '';
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
