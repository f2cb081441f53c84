import { describe, expect, it } from 'vitest';
import { toStatedDay } from '../../../../server/extract/reading/stated-day.ts';

describe('toStatedDay', () => {
  it.each([
    ['2025-03-13', '2025-03-13'],
    ['2025-03-13T23:30:00+03:00', '2025-03-13'],
    ['2025-03-13 08:00', '2025-03-13'],
    ['20250313', '2025-03-13'],
    ['Thu, 13 Mar 2025 10:00:00 GMT', '2025-03-13'],
    ['March 3rd, 2025', '2025-03-03'],
    ['Sept. 9, 2025', '2025-09-09'],
    ['2025-03', '2025-03'],
    ['2025', '2025'],
  ])('when a page states %s, then it is %s', (text, day) => {
    expect(toStatedDay(text)).toBe(day);
  });

  it.each(['03/04/2025', '2025-02-30', '2025-13', 'yesterday', 'Foo 3, 2025', '1741824000', '', '20251399'])(
    'when it states "%s", then it states no day',
    (text) => {
      expect(toStatedDay(text)).toBeUndefined();
    },
  );
});
