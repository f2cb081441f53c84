import { useEffect, useMemo, useState } from 'react';
import type { ActorDetail, ActorRef } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { actorRequest } from '../../api/requests.ts';
import { useServices } from '../page-context.ts';
import type { ActorName, Mention } from './find-mentions.ts';
import { findMentions } from './find-mentions.ts';

/** Of so many actors the other names are asked for: more are not told apart by the eye. */
const MOST_ASKED = 60;

/** Where a document's text names its actors: by their names at once, by their other names when those have come. */
export function useMentions(text: string, actors: readonly ActorRef[]): readonly Mention[] {
  const { ask } = useServices();
  const [aliases, setAliases] = useState<readonly ActorName[]>([]);
  const key = actors
    .slice(0, MOST_ASKED)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const controller = new AbortController();
    const look = async (id: string): Promise<readonly ActorName[]> => {
      try {
        const actor: ActorDetail = await ask(actorRequest(id as ActorId, DEFAULT_LENS), controller.signal);
        return actor.aliases.map((name) => ({ actor: id, name }));
      } catch {
        return []; // its name alone is marked then
      }
    };
    void Promise.all(key.split(' ').filter(Boolean).map(look)).then((found) => {
      if (!controller.signal.aborted) setAliases(found.flat());
    });
    return () => controller.abort();
  }, [ask, key]);
  const names = JSON.stringify(actors.map(({ id, label }) => [id, label]));
  return useMemo(() => {
    const own = (JSON.parse(names) as [string, string][]).map(([actor, name]) => ({ actor, name }));
    return findMentions(text, [...own, ...aliases]);
  }, [text, names, aliases]);
}
