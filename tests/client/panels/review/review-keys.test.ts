import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../../client/panels/review/review-keys.ts';
import { REVIEW_KEYS, toReviewAct } from '../../../../client/panels/review/review-keys.ts';

function press(key: string, more: Partial<KeyPress> = {}): string | undefined {
  return toReviewAct({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    ...more,
  });
}

describe('toReviewAct', () => {
  it('when a key of the list is pressed, then it does what the list says, and no key does two things', () => {
    const all = REVIEW_KEYS.flatMap(({ act, keys }) => keys.map((key) => [key, act] as const));
    for (const [key, act] of all) expect(press(key, { shiftKey: /^[A-Z?]$/.test(key) })).toBe(act);
    expect(new Set(all.map(([key]) => key)).size).toBe(all.length);
  });

  it('when Caps Lock is on, then a capital means the small letter, and Shift still the capital', () => {
    expect(press('A')).toBe('accept');
    expect(press('a', { shiftKey: true })).toBe('acceptSentence');
  });

  it('when a key is held down, then it decides once, and moves on and on', () => {
    expect(press('a', { repeat: true })).toBeUndefined();
    expect(press('j', { repeat: true })).toBe('next');
  });

  it('when Ctrl, ⌘ or Alt is down, then only Z with the first two means something', () => {
    expect(press('a', { ctrlKey: true })).toBeUndefined();
    expect(press('r', { metaKey: true })).toBeUndefined();
    expect(press('a', { altKey: true })).toBeUndefined();
    expect(press('z', { ctrlKey: true })).toBe('undo');
  });

  it('when any other key is pressed, then nothing is meant', () => {
    expect([press('x'), press('Enter'), press('1')]).toEqual([undefined, undefined, undefined]);
  });
});
