import type { ActorKind } from '../../graph-data/model/actor.ts';

/**
 * A sign for each kind, so that colour is never the only way to tell: SVG path data, filled, in a box from (-8, -8) to
 * (8, 8). The legend draws the same ones.
 */
export const KIND_GLYPHS: Readonly<Record<ActorKind, string>> = {
  // head and shoulders
  person: 'M0-7a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8zM-6.2 6.6c0-4 2.6-5.8 6.2-5.8s6.2 1.8 6.2 5.8z',
  // a house with columns
  organisation:
    'M-7-2.6L0-7.2L7-2.6zM-5.6-1.4h2.4v6h-2.4zM-1.2-1.4h2.4v6h-2.4zM3.2-1.4h2.4v6h-2.4zM-7 5.4h14v1.8h-14z',
  // a printed page
  media: 'M-6-6.6h12v2.8h-12zM-6-2h5.2v5h-5.2zM.8-2h5.2v1.9h-5.2zM.8 1.1h5.2v1.9h-5.2zM-6 4.6h12v1.9h-12z',
  // a flag
  country: 'M-5.4-7.2h1.9v14.4h-1.9zM-2.6-6.6c3-1.6 5 1.2 8.6-.4v7.8c-3.6 1.6-5.6-1.2-8.6 .4z',
  // a pin in a map
  place:
    'M0-7.2a4.9 4.9 0 0 1 4.9 4.9c0 3.4-3.4 5.6-4.9 9.5c-1.5-3.9-4.9-6.1-4.9-9.5a4.9 4.9 0 0 1 4.9-4.9zm0 3a1.9 1.9 0 1 0 0 3.8a1.9 1.9 0 1 0 0-3.8z',
  // three together
  group:
    'M0-6.6a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8zM-4.1 .6a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8zM4.1 .6a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8z',
};
