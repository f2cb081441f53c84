import { useEffect, useMemo, useRef } from 'react';
import { toLooks } from '../../canvas/node-look.ts';
import type { CanvasEvents, Insets, NetworkCanvas, Theme } from '../../canvas/network-canvas-options.ts';
import type { PageCamera } from '../../state/page-state.ts';
import type { PageStore } from '../../state/page-store.ts';
import { withCamera, withSelection } from '../../state/page-transitions.ts';
import { useLoaded, usePage, useServices } from '../page-context.ts';
import { expandActor } from './expand-actor.ts';
import { toCountWords } from '../words/count-words.ts';

interface NetworkViewProps {
  readonly theme: Theme;
  readonly insets: Insets;
  /** Where the same can be had by keyboard: a sentence. */
  readonly elsewhere?: string;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onPinned: (count: number) => void;
  readonly onUnavailable: (reason: string) => void;
}

/** The container's own property through which browser tests ask the canvas where an actor's node is (`locate`). */
interface CanvasContainer extends HTMLDivElement {
  networkCanvas?: NetworkCanvas;
}

/** Holds the drawn network and keeps it equal to the page's state. */
export function NetworkView(props: NetworkViewProps) {
  const { theme, insets, onRunning, onPinned, onUnavailable } = props;
  const { elsewhere = 'The Table tab gives the same by keyboard.' } = props;
  const services = useServices();
  const container = useRef<CanvasContainer>(null);
  const loaded = useLoaded();
  const graph = loaded?.graph;
  const selection = usePage((state) => state.page.selection);
  const lifted = usePage((state) => state.lifted);
  const appearance = usePage((state) => state.page.appearance);
  const values = usePage((state) => (state.metrics.graph === graph ? state.metrics.values : null));
  const looks = useMemo(() => toLooks(appearance, values), [appearance, values]);
  const latest = useRef({ looks, theme, insets, onRunning, onPinned, onUnavailable });
  useEffect(() => {
    latest.current = { looks, theme, insets, onRunning, onPinned, onUnavailable };
  });

  useEffect(() => {
    const { store, canvas: handle } = services;
    let isGone = false;
    let stopFollowing: (() => void) | undefined;
    /** The canvas tells where its camera is: it need not be told. */
    let isOwnCamera = false;
    const events: CanvasEvents = {
      onSelect: (chosen) => store.setState(({ page }) => ({ page: withSelection(page, chosen) })),
      onExpand: (actor) => void expandActor(services, actor).catch(() => undefined),
      onCamera: (camera) => {
        isOwnCamera = true;
        store.setState(({ page }) => ({ page: withCamera(page, camera) }));
        isOwnCamera = false;
      },
      onRunning: (isRunning) => latest.current.onRunning(isRunning),
      onPinned: (count) => latest.current.onPinned(count),
      onUnavailable: (reason) => latest.current.onUnavailable(reason),
    };
    const start = async (): Promise<void> => {
      const { createNetworkCanvas } = await import('../../canvas/network-canvas.ts');
      const element = container.current;
      if (isGone || element === null) return;
      const canvas = createNetworkCanvas(element, events, {
        theme: latest.current.theme,
        prefersReducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      });
      handle.put(canvas);
      element.networkCanvas = canvas;
      const { page, network } = store.getState();
      canvas.setInsets(latest.current.insets);
      if (page.camera !== null) canvas.setCamera(page.camera);
      canvas.setSelection(page.selection);
      canvas.setLooks(latest.current.looks);
      if (network.loaded !== null) canvas.setGraph(network.loaded.graph);
      canvas.setPath(store.getState().lifted ?? []);
      stopFollowing = followStore(store, canvas, () => isOwnCamera);
    };
    void start().catch((error: unknown) =>
      latest.current.onUnavailable(
        `The drawing did not load (${error instanceof Error ? error.message : 'unknown'}).`,
      ),
    );
    return () => {
      isGone = true;
      stopFollowing?.();
      handle.current?.destroy();
      handle.put(null);
    };
  }, [services]);

  useEffect(() => {
    if (graph) services.canvas.current?.setGraph(graph);
  }, [services, graph]);
  useEffect(() => services.canvas.current?.setSelection(selection), [services, selection]);
  useEffect(() => services.canvas.current?.setPath(lifted ?? []), [services, lifted]);
  useEffect(() => services.canvas.current?.setLooks(looks), [services, looks]);
  useEffect(() => services.canvas.current?.setTheme(theme), [services, theme]);
  const { top, right, bottom, left } = insets;
  useEffect(
    () => services.canvas.current?.setInsets({ top, right, bottom, left }),
    [services, top, right, bottom, left],
  );

  const words =
    loaded === null
      ? 'The network'
      : `Network of ${toCountWords(loaded.meta.shown.actors, 'actor')} and ${toCountWords(loaded.meta.shown.relations, 'relation')}`;
  return <div ref={container} className="canvas" role="img" aria-label={`${words}. ${elsewhere}`} />;
}

/**
 * Draws another network the moment it has arrived, before the panels are rendered: the picture is what was waited for. The
 * first one waits for the panels, which make the room it is fitted into. A camera that comes back by back and forward is
 * brought back; where it is the one there is, nothing is drawn for it.
 */
function followStore(store: PageStore, canvas: NetworkCanvas, isOwnCamera: () => boolean): () => void {
  return store.subscribe(({ page: { camera }, network: { loaded } }, before) => {
    const drawn = before.network.loaded;
    if (loaded !== null && drawn !== null && loaded.graph !== drawn.graph) canvas.setGraph(loaded.graph);
    if (isOwnCamera() || isSameCamera(camera, before.page.camera)) return;
    if (camera === null) canvas.fit();
    else canvas.setCamera(camera);
  });
}

function isSameCamera(one: PageCamera | null, other: PageCamera | null): boolean {
  if (one === null || other === null) return one === other;
  return one.x === other.x && one.y === other.y && one.ratio === other.ratio;
}
