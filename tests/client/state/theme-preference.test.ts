import { describe, expect, it } from 'vitest';
import {
  readThemePreference,
  toNextTheme,
  writeThemePreference,
} from '../../../client/state/theme-preference.ts';

describe('the theme preference', () => {
  it('when it is written, then it is read back', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    writeThemePreference(storage, 'dark');
    expect(readThemePreference(storage)).toBe('dark');
  });

  it('when the browser keeps nothing or something else, then it is the system’s', () => {
    const broken = {
      getItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(readThemePreference(undefined)).toBe('system');
    expect(readThemePreference(broken)).toBe('system');
    expect(readThemePreference({ getItem: () => 'neon' })).toBe('system');
  });

  it('when it is changed three times, then it is round', () => {
    expect(toNextTheme(toNextTheme(toNextTheme('system')))).toBe('system');
  });
});
