import { useEffect, useState } from 'react';
import { useServices } from '../page-context.ts';
import type { Area, TourStep } from './tour-steps.ts';
import { findArea } from './tour-steps.ts';

/** While the picture moves nothing in it can be pointed at: it is looked for again so often, for so long. */
const LOOK_EVERY_MS = 250;
const MOST_LOOKS = 16;

/** Where what a step is about stands in the window, as the page changes; null while it is not in sight. */
export function useArea({ target }: TourStep): Area | null {
  const { store, canvas } = useServices();
  const [area, setArea] = useState<Area | null>(null);
  useEffect(() => {
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const next = findArea(target, store.getState().network.loaded?.graph, canvas.current);
      setArea((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      looks += 1;
      if (next === null && looks < MOST_LOOKS) timer = setTimeout(look, LOOK_EVERY_MS);
    };
    const lookAgain = (): void => {
      looks = 0;
      clearTimeout(timer);
      timer = setTimeout(look, LOOK_EVERY_MS); // when what has changed is drawn
    };
    look();
    const unsubscribe = store.subscribe(({ page, network }, before) => {
      if (page !== before.page || network !== before.network) lookAgain();
    });
    addEventListener('resize', lookAgain);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      removeEventListener('resize', lookAgain);
    };
  }, [store, canvas, target]);
  return area;
}
