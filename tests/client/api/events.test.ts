import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../../client/api/event-stream.ts';
import { createEventParser } from '../../../client/api/event-stream.ts';
import { readLiveEvent } from '../../../client/api/events.ts';

function parseAll(...chunks: readonly string[]): ServerEvent[] {
  const events: ServerEvent[] = [];
  const parse = createEventParser((event) => events.push(event));
  for (const chunk of chunks) parse(chunk);
  return events;
}

const STREAM =
  ': hello\r\n\r\nevent: job\r\ndata: {"id":1}\r\n\r\nid: 4\ndata:one\ndata: two\n\nevent: none\n\ndata\n\n';

describe('createEventParser', () => {
  it('when events come, then each has its name and its lines; comments and empty ones are passed over', () => {
    expect(parseAll(STREAM)).toEqual([
      { name: 'job', data: '{"id":1}' },
      { name: 'message', data: 'one\ntwo' },
      { name: 'message', data: '' },
    ]);
  });

  it('when the stream is cut anywhere, then the events are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 6 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), STREAM.length];
        const chunks = cuts.slice(1).map((end, at) => STREAM.slice(cuts[at], end));
        expect(parseAll(...chunks)).toEqual(parseAll(STREAM));
      }),
    );
  });

  it('when an event is not ended, then it has not come yet', () => {
    expect(parseAll('data: half\n')).toEqual([]);
  });
});

describe('readLiveEvent', () => {
  it('when it is of a kind the page knows, then it is read; anything else is passed over', () => {
    expect(readLiveEvent({ name: 'version', data: '{"version":7}' })).toEqual({
      kind: 'version',
      version: 7,
    });
    expect(readLiveEvent({ name: 'job', data: '{"id":"a"}' })).toEqual({ kind: 'job', job: { id: 'a' } });
    for (const data of ['{"version":"7"}', '7', 'null', '{', ''])
      expect(readLiveEvent({ name: 'version', data })).toBeUndefined();
    expect(readLiveEvent({ name: 'weather', data: '{}' })).toBeUndefined();
  });
});
