const KEY = 'onrecord-review-keys';

type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Whether single keys work on the review screen; they do unless turned off here, and where the browser forbids storing. */
export function readKeysPreference(storage: () => PreferenceStorage): boolean {
  try {
    return storage().getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps it for the next visit, where the browser allows. */
export function keepKeysPreference(storage: () => PreferenceStorage, areOn: boolean): void {
  try {
    storage().setItem(KEY, areOn ? 'on' : 'off');
  } catch {
    // it then holds until the page is left
  }
}
