import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { AnswerFormat } from './answer-format.ts';
import { STRICTEST, toFormatFields, toWeakerFormat } from './answer-format.ts';
import type { ChatAnswer } from './chat-answer.ts';
import { toChatAnswer, toComplaint } from './chat-answer.ts';
import type { ChatAddress, ModelEndpoint, Redact } from './model-endpoint.ts';
import { toChatAddress, toRedact } from './model-endpoint.ts';
import { modelUnavailable } from './model-error.ts';
import type { RequestPace } from './request-pace.ts';
import { TIME_LIMIT_MS, toWaitMs } from './request-pace.ts';
import { toLine } from './to-line.ts';
import type { ChatMessage } from './write-prompt.ts';

/** More than this of one answer is not taken, in bytes. */
export const LARGEST_ANSWER = 1024 * 1024;
/** How often a request is made again that failed for now. */
export const MOST_RETRIES = 4;
const LONGEST_COMPLAINT = 200;

/** What came back of one request: a status and a body, or neither and why. */
type Reply =
  | { readonly status: number; readonly body: string; readonly retryAfter: string | null }
  | { readonly status: null; readonly reason: string };

/** Asks one model. What it learns of the formats that the server takes holds for all later requests. */
export class ChatClient {
  readonly #model: string;
  readonly #address: ChatAddress;
  readonly #redact: Redact;
  readonly #pace: RequestPace;
  #format: AnswerFormat = STRICTEST;

  /** Throws OnrecordError `model-unavailable` for an endpoint that cannot be asked. */
  constructor(endpoint: ModelEndpoint, pace: RequestPace) {
    this.#model = endpoint.model.trim();
    this.#address = toChatAddress(endpoint);
    this.#redact = toRedact(endpoint);
    this.#pace = pace;
  }

  /**
   * What the model says to this, in JSON of a schema where the server can hold it to one. Asks again, ever later and at most
   * {@link MOST_RETRIES} times, where the server is busy, fails or cannot be reached; and in a weaker format where it refuses one.
   * Throws OnrecordError `model-unavailable` with the reason; the signal's own once it is aborted.
   */
  async ask(
    messages: readonly ChatMessage[],
    schema: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<ChatAnswer> {
    for (let retries = 0; ;) {
      const format = this.#format;
      const body = { model: this.#model, messages, stream: false, ...toFormatFields(format, schema) };
      const reply = await this.#send(JSON.stringify(body), signal);
      if (reply.status !== null && reply.status < 300) return this.#read(reply.body);
      const complaint = reply.status === null ? '' : toComplaint(reply.body);
      const weaker = reply.status === null ? undefined : toWeakerFormat(format, reply.status, complaint);
      if (weaker !== undefined) {
        // Another request may have learnt it meanwhile.
        if (this.#format === format) this.#format = weaker;
        continue;
      }
      if (retries === MOST_RETRIES || !isForNow(reply)) throw this.#toError(reply, complaint);
      await this.#pace.delay(
        toWaitMs(retries, reply.status === null ? null : reply.retryAfter, this.#pace),
        signal,
      );
      retries += 1;
    }
  }

  async #send(body: string, signal: AbortSignal): Promise<Reply> {
    signal.throwIfAborted();
    const limit = this.#pace.timeLimit();
    const { url, headers } = this.#address;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        // A redirect would carry report and key to where nobody sent them.
        redirect: 'manual',
        signal: AbortSignal.any([signal, limit]),
      });
      return {
        status: response.status,
        body: await readBounded(response),
        retryAfter: response.headers.get('retry-after'),
      };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OnrecordError) throw error;
      if (limit.aborted) throw modelUnavailable(`the model did not answer within ${TIME_LIMIT_MS / 1000} s`);
      return { status: null, reason: toReason(error) };
    }
  }

  #read(body: string): ChatAnswer {
    const answer = toChatAnswer(body);
    if (answer !== undefined) return answer;
    const complaint = toLine(this.#redact(toComplaint(body)), LONGEST_COMPLAINT);
    throw modelUnavailable(
      complaint === ''
        ? "what is at the model's base URL does not answer as a chat endpoint does"
        : `the model's server says: ${complaint}`,
    );
  }

  #toError(reply: Reply, complaint: string): Error {
    if (reply.status === null) return modelUnavailable(reply.reason);
    const { status } = reply;
    if (status === 401 || status === 403)
      // What the server says to this may hold parts of the key.
      return modelUnavailable(`the model's server does not take the key, or asks for one (${status})`);
    if (status >= 300 && status < 400)
      return modelUnavailable(`the model's server redirects (${status}), which is not followed`);
    const words = toLine(this.#redact(complaint), LONGEST_COMPLAINT);
    return modelUnavailable(`the model's server answered ${status}${words === '' ? '' : `: ${words}`}`);
  }
}

const isForNow = (reply: Reply): boolean =>
  reply.status === null || reply.status === 408 || reply.status === 429 || reply.status >= 500;

/** The body as text. Above {@link LARGEST_ANSWER} the connection is given up and OnrecordError `model-unavailable` thrown. */
async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (size > LARGEST_ANSWER)
      throw modelUnavailable(`the model's answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MB`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "no server of the name in the model's base URL is known",
  EAI_AGAIN: "the name in the model's base URL could not be looked up now",
  ECONNREFUSED: "nothing takes a connection at the model's base URL: is its server running?",
  ECONNRESET: "the connection to the model's server broke off",
  UND_ERR_SOCKET: "the connection to the model's server broke off",
  ETIMEDOUT: "the model's server did not answer",
  UND_ERR_CONNECT_TIMEOUT: "the model's server did not answer",
  UND_ERR_HEADERS_TIMEOUT: "the model's server did not answer",
  UND_ERR_BODY_TIMEOUT: "the model's server did not answer",
};

/** What fetch throws, by its code alone: its message and cause may repeat what was sent. */
function toReason(error: unknown): string {
  const { code = '' } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  return (
    REASONS[code] ??
    `the model's server could not be reached${/^[A-Z_]{1,60}$/.test(code) ? ` (${code})` : ''}`
  );
}
