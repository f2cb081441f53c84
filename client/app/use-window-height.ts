import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
}

/** The window's inner height in CSS pixels, as it changes. */
export function useWindowHeight(): number {
  return useSyncExternalStore(subscribe, () => innerHeight);
}
