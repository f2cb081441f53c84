import { useEffect, useState } from 'react';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { neighboursRequest } from '../../api/requests.ts';
import { useServices } from '../page-context.ts';
import type { Neighbours } from './ego-picture.ts';

const MOST_NEIGHBOURS = 200;
/** A reviewer who only passes by asks for nothing. */
const REST_MS = 150;

/** The neighbours of actors in the network as it is, by actor; those not asked for yet are missing. One that fails has none. */
export function useNeighbours(actors: readonly string[], version: number): ReadonlyMap<string, Neighbours> {
  const { ask } = useServices();
  const [known, setKnown] = useState<ReadonlyMap<string, Neighbours>>(new Map());
  const key = actors.join(' ');
  useEffect(() => {
    const controller = new AbortController();
    const look = async (id: string): Promise<void> => {
      let items: Neighbours = [];
      try {
        items = (
          await ask(neighboursRequest(id as ActorId, DEFAULT_LENS, MOST_NEIGHBOURS), controller.signal)
        ).items;
      } catch {
        // an actor that no accepted claim names has no place in the network yet
      }
      if (!controller.signal.aborted) setKnown((before) => new Map([...before, [id, items]]));
    };
    const timer = setTimeout(() => void Promise.all(key.split(' ').filter(Boolean).map(look)), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [ask, key, version]);
  return known;
}
