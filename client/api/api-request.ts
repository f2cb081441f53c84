/** A typed address of the API, relative to the page: asking it answers a `T`. Equal requests have equal addresses. */
export interface ApiRequest<T> {
  /** `api/v1/…` with its query. */
  readonly address: string;
  /** Reads an answer that comes as bytes; left out, it is JSON. */
  readonly decode?: (bytes: Uint8Array) => T;
  /** Never set; it carries the answer's type. */
  readonly answer?: T;
}

export type Parameter = readonly [name: string, value: string];

/** The request for a path under `/api/v1`; parameters keep their order. Path segments must be encoded already. */
export function toApiRequest<T>(path: string, parameters: readonly Parameter[] = []): ApiRequest<T> {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return { address: `api/v1/${path}${query === '' ? '' : `?${query}`}` };
}
