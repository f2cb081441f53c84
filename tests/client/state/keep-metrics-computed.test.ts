import { describe, expect, it } from 'vitest';
import type { Metrics } from '../../../graph-data/network/metrics/metrics.ts';
import { computeMetrics } from '../../../graph-data/network/metrics/metrics.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { keepMetricsComputed } from '../../../client/state/keep-metrics-computed.ts';
import type { MetricsAnswer, MetricsOrder } from '../../../client/state/metrics-state.ts';
import { toLoadedNetwork, withLoaded } from '../../../client/state/network-state.ts';
import { changePage, createPageStore } from '../../../client/state/page-store.ts';
import { withAppearance, withTab, withTable } from '../../../client/state/page-transitions.ts';
import { toNetworkAnswer } from './network-answer.ts';

/** A page without a worker: what is ordered is kept, and the test answers. */
function setUp(query = '') {
  const store = createPageStore(query);
  const runs: {
    order: MetricsOrder;
    answer: (answer: MetricsAnswer) => void;
    fail: () => void;
    isStopped: boolean;
  }[] = [];
  const keeper = keepMetricsComputed(store, (order, answer, fail) => {
    const run = { order, answer, fail, isStopped: false };
    runs.push(run);
    return () => {
      run.isStopped = true;
    };
  });
  const load = (): void => {
    store.setState({ network: withLoaded(toLoadedNetwork(toNetworkAnswer(), DEFAULT_LENS)) });
  };
  const runAt = (index: number) => {
    const run = runs.at(index);
    if (run === undefined) throw new Error('nothing runs');
    return run;
  };
  const answerQuick = (index = -1): Metrics => {
    const metrics = computeMetrics(runAt(index).order.input);
    runAt(index).answer({ kind: 'metrics', metrics });
    return metrics;
  };
  return { store, keeper, runs, runAt, load, answerQuick, metrics: () => store.getState().metrics };
}

const BETWEENNESS = { kind: 'betweenness', betweenness: Float64Array.of(0, 0) } as const;

describe('keepMetricsComputed', () => {
  it('when size and colour tell what everyone knows, then nothing is computed', () => {
    const { runs, load } = setUp();
    load();

    expect(runs).toHaveLength(0);
  });

  it('when colour tells the community, then the quick numbers are computed, and no betweenness', () => {
    const { runAt, load, answerQuick, metrics } = setUp('colour=community');
    load();

    expect(metrics().status).toBe('running');
    expect(runAt(0).order.withBetweenness).toBe(false);
    const values = answerQuick();
    expect(metrics()).toMatchObject({ status: 'ready', values });
    expect(runAt(0).isStopped).toBe(true);
  });

  it('when betweenness is asked for, then the others are there first, progress is told, and then it is there', () => {
    const { runAt, load, answerQuick, metrics } = setUp('size=betweenness');
    load();
    answerQuick();
    runAt(0).answer({ kind: 'progress', progress: 0.5 });

    expect(metrics()).toMatchObject({ status: 'running', progress: 0.5 });
    runAt(0).answer(BETWEENNESS);
    expect(metrics()).toMatchObject({
      status: 'ready',
      values: { betweenness: BETWEENNESS.betweenness },
    });
  });

  it('when more is asked for while the quick numbers run, then that is computed after them', () => {
    const { store, runs, runAt, load, answerQuick } = setUp('colour=community');
    load();
    changePage(store, (page) => withTable(withTab(page, 'table'), 'ranking'));
    expect(runs).toHaveLength(1);
    answerQuick();

    expect(runs).toHaveLength(2);
    expect(runAt(1).order.withBetweenness).toBe(true);
  });

  it('when the network is another one, then the old run is stopped, its answers count for nothing, and a new one begins', () => {
    const { runs, runAt, load, answerQuick, metrics } = setUp('size=pagerank');
    load();
    load();

    expect(runs.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    answerQuick(0);
    expect(metrics().values).toBeNull();
    answerQuick(1);
    expect(metrics().status).toBe('ready');
    expect(runAt(1).isStopped).toBe(true);
  });

  it('when it is cancelled, then what is there stays, and it is taken up again only when asked', () => {
    const { store, keeper, runs, runAt, load, answerQuick, metrics } = setUp('size=betweenness');
    load();
    const values = answerQuick();
    keeper.cancel();

    expect(metrics()).toMatchObject({ status: 'cancelled', values });
    expect(runAt(0).isStopped).toBe(true);
    changePage(store, (page) => withAppearance(page, { colour: 'community' }));
    expect(runs).toHaveLength(1);
    keeper.restart();
    expect(runs).toHaveLength(2);
    expect(metrics().status).toBe('running');
  });

  it('when nobody asks any more, then what runs is stopped', () => {
    const { store, runAt, load, metrics } = setUp('size=betweenness');
    load();
    changePage(store, (page) => withAppearance(page, { size: 'claims' }));

    expect(runAt(0).isStopped).toBe(true);
    expect(metrics().status).toBe('none');
  });

  it('when it fails, then the page is told', () => {
    const { runAt, load, metrics } = setUp('size=betweenness');
    load();
    runAt(0).fail();

    expect(metrics().status).toBe('failed');
  });
});
