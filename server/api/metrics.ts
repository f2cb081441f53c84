import type { RequestHandler } from 'express';
import { JOB_STATES } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { ContextSource } from './api-router.ts';
import type { Jobs } from './changes.ts';
import { visitorOf } from './visitor.ts';

/** How many requests were answered with each status since the start. */
export class RequestMetrics {
  readonly #byStatus = new Map<number, number>();

  count(status: number): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
  }

  /** Rising statuses. */
  list(): [status: number, count: number][] {
    return [...this.#byStatus].sort(([a], [b]) => a - b);
  }
}

export interface MetricsSources {
  readonly metrics: RequestMetrics;
  readonly getContext: ContextSource;
  readonly jobs?: Jobs | undefined;
}

/** Answers with counts in the text format of Prometheus. Throws OnrecordError `not-ready`. */
export function createMetricsHandler({ metrics, getContext, jobs }: MetricsSources): RequestHandler {
  return (_request, response) => {
    const network = getContext(visitorOf(response).scope)?.network;
    if (network === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
    const states = (jobs?.list() ?? []).map(({ state }) => state);
    const lines = [
      ...toFamily('onrecord_requests_total', 'counter', 'Requests answered, by status.', [
        ...metrics.list().map(([status, count]) => [`{status="${status}"}`, count] as const),
      ]),
      ...toFamily('onrecord_jobs', 'gauge', 'The last 100 jobs, by state.', [
        ...JOB_STATES.map(
          (state) => [`{state="${state}"}`, states.filter((each) => each === state).length] as const,
        ),
      ]),
      ...toFamily('onrecord_claims', 'gauge', 'Claims of any status.', [['', network.claims.length]]),
      ...toFamily('onrecord_actors', 'gauge', 'Actors.', [['', network.actors.length]]),
      ...toFamily('onrecord_dataset_version', 'gauge', 'The last entry of the ledger.', [
        ['', network.version],
      ]),
    ];
    response.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  };
}

function toFamily(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  samples: readonly (readonly [labels: string, value: number])[],
): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
  ];
}
