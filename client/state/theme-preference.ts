const THEMES = ['system', 'light', 'dark'] as const;
export type ThemePreference = (typeof THEMES)[number];

const KEY = 'onrecord-theme';

/** What the reader chose last; `system` where nothing was chosen or the browser keeps nothing. */
export function readThemePreference(storage: Pick<Storage, 'getItem'> | undefined): ThemePreference {
  try {
    const value = storage?.getItem(KEY);
    return THEMES.find((theme) => theme === value) ?? 'system';
  } catch {
    return 'system'; // storage may be forbidden; the page then follows the system
  }
}

export function writeThemePreference(
  storage: Pick<Storage, 'setItem'> | undefined,
  theme: ThemePreference,
): void {
  try {
    storage?.setItem(KEY, theme);
  } catch {
    // the choice then holds for this visit only
  }
}

/** The one after it: system, light, dark, system. */
export function toNextTheme(theme: ThemePreference): ThemePreference {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}
