import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Theme } from '../canvas/network-canvas-options.ts';
import type { ThemePreference } from '../state/theme-preference.ts';
import { readThemePreference, writeThemePreference } from '../state/theme-preference.ts';

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined; // forbidden by the browser's settings
  }
}

/** Puts the reader's choice on the root element before anything is drawn. */
export function applyTheme(theme: ThemePreference = readThemePreference(storage())): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The choice, and the theme it comes to with the system's own. */
export function useTheme(): {
  readonly preference: ThemePreference;
  readonly theme: Theme;
  readonly choose: (theme: ThemePreference) => void;
} {
  const [preference, setPreference] = useState(() => readThemePreference(storage()));
  const isDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => applyTheme(preference), [preference]);
  return {
    preference,
    theme: preference === 'system' ? (isDark ? 'dark' : 'light') : preference,
    choose: (theme) => {
      writeThemePreference(storage(), theme);
      setPreference(theme);
    },
  };
}

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}
