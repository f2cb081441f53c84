import { describe, expect, it } from 'vitest';
import { withoutFaultyParts } from '../../../client/state/faulty-lens.ts';
import { toggleLensValue, withoutLensParameter } from '../../../client/state/lens-changes.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS, toLensParameters } from '../../../graph-data/model/lens.ts';

const lens: Lens = {
  ...DEFAULT_LENS,
  speakers: ['nobody' as ActorId, 'steve-witkoff' as ActorId],
  stances: ['negative'],
  from: '2025-03',
  clock: 'happened',
};

describe('the changes of a lens', () => {
  it('when a value is toggled twice, then the lens is as before', () => {
    const once = toggleLensValue(DEFAULT_LENS, 'kinds', 'person');
    expect(once.kinds).toEqual(['person']);
    expect(toggleLensValue(once, 'kinds', 'person')).toEqual(DEFAULT_LENS);
  });

  it('when one condition is taken off, then the others stay', () => {
    expect(toLensParameters(withoutLensParameter(lens, 'speaker', 'nobody'))).toEqual([
      ['clock', 'happened'],
      ['from', '2025-03'],
      ['speaker', 'steve-witkoff'],
      ['stance', 'negative'],
    ]);
  });

  it('when the last date is taken off, then the clock stays as it was chosen', () => {
    expect(withoutLensParameter(lens, 'from', '2025-03').clock).toBe('happened');
  });
});

describe('withoutFaultyParts', () => {
  it('when the server points at a part, then that part is left out and named', () => {
    const mended = withoutFaultyParts(lens, ['/query/speaker']);
    expect(mended?.dropped).toEqual(['speaker=nobody', 'speaker=steve-witkoff']);
    expect(mended?.lens).toEqual({ ...lens, speakers: [] });
  });

  it('when it points at nothing of the lens, then leaving out does not help', () => {
    expect(withoutFaultyParts(lens, ['/query/limit', 'nonsense', ''])).toBeUndefined();
  });

  it('when nothing is left, then it is the default lens', () => {
    expect(withoutFaultyParts({ ...DEFAULT_LENS, from: '2025-99' }, ['/query/from'])?.lens).toBe(
      DEFAULT_LENS,
    );
  });
});
