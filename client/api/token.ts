/** The key the token is kept under; of this tab alone, until it is closed. */
const KEY = 'onrecord-token';

type TokenStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a signed-in reader sends along with every request, as `Authorization: Bearer`. */
export interface TokenKeeper {
  /** Null where nobody has signed in. */
  get(): string | null;
  /** Null signs out. */
  set(token: string | null): void;
}

/** Keeps the token in `storage`, or for this visit alone where the browser forbids storing. */
export function createTokenKeeper(getStorage: () => TokenStorage): TokenKeeper {
  let token: string | null = null;
  try {
    token = getStorage().getItem(KEY);
  } catch {
    // forbidden by the browser's settings: nothing was kept
  }
  return {
    get: () => token,
    set: (next) => {
      token = next;
      try {
        if (next === null) getStorage().removeItem(KEY);
        else getStorage().setItem(KEY, next);
      } catch {
        // it then holds until the page is left
      }
    },
  };
}

/** This tab's. */
export const token = createTokenKeeper(() => sessionStorage);
