/**
 * How an answer is asked for. Servers differ: OpenAI, llama.cpp and Ollama hold a model to a schema; DeepSeek refuses a schema and
 * takes `json_object`; LM Studio refuses `json_object`; OpenAI's reasoning models refuse a temperature.
 */
export interface AnswerFormat {
  readonly form: 'json_schema' | 'json_object' | 'plain';
  readonly hasTemperature: boolean;
}

/** Asked first: the schema, and the likeliest words alone, so that the same text has the same answer as far as may be. */
export const STRICTEST: AnswerFormat = { form: 'json_schema', hasTemperature: true };

/** The fields of a request that ask for a format. */
export function toFormatFields(
  { form, hasTemperature }: AnswerFormat,
  schema: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    ...(hasTemperature ? { temperature: 0 } : {}),
    ...(form === 'json_schema'
      ? { response_format: { type: form, json_schema: { name: 'claims', strict: true, schema } } }
      : form === 'json_object'
        ? { response_format: { type: form } }
        : {}),
  };
}

/** The statuses by which servers refuse a field; older llama.cpp servers do so by 500, and name it. */
const REFUSALS = new Set([400, 415, 422, 501]);

/** The format to ask for after a refusal: without what the server named, else the next weaker; undefined where it is not that. */
export function toWeakerFormat(
  format: AnswerFormat,
  status: number,
  complaint: string,
): AnswerFormat | undefined {
  const namesFormat = /response_format|json_schema|json_object|grammar/i.test(complaint);
  if (!REFUSALS.has(status) && !(status === 500 && namesFormat)) return undefined;
  if (format.hasTemperature && /temperature/i.test(complaint)) return { ...format, hasTemperature: false };
  if (format.form === 'plain') return undefined;
  return { ...format, form: format.form === 'json_schema' ? 'json_object' : 'plain' };
}
