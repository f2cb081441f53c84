import { useEffect, useState } from 'react';
import type { ActorSummary, ActorsAnswer } from '../../../graph-data/contract/answers.ts';
import { toApiRequest } from '../../api/api-request.ts';
import { useServices } from '../page-context.ts';

const MOST_FOUND = 8;

interface FoundActors {
  readonly words: string;
  readonly actors: readonly ActorSummary[];
}

/** The actors that words find, by name or alias; undefined until that is known. Each further word aborts the request before. */
export function useActorSearch(words: string): readonly ActorSummary[] | undefined {
  const { ask } = useServices();
  const [found, setFound] = useState<FoundActors>();
  const asked = words.trim();
  useEffect(() => {
    if (asked === '') return;
    const controller = new AbortController();
    const request = toApiRequest<ActorsAnswer>('actors', [
      ['q', asked],
      ['limit', String(MOST_FOUND)],
    ]);
    ask(request, controller.signal).then(
      ({ items }) => {
        if (!controller.signal.aborted) setFound({ words: asked, actors: items });
      },
      () => {
        if (!controller.signal.aborted) setFound({ words: asked, actors: [] });
      },
    );
    return () => controller.abort();
  }, [ask, asked]);
  return found?.words === asked ? found.actors : undefined;
}
