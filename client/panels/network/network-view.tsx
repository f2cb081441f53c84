import { useEffect, useMemo, useRef } from 'react';
import { toLooks } from '../../canvas/node-look.ts';
import type { CanvasEvents, Insets, NetworkCanvas, Theme } from '../../canvas/network-canvas-options.ts';
import { withCamera, withSelection } from '../../state/page-transitions.ts';
import { useLoaded, usePage, useServices } from '../page-context.ts';
import { expandActor } from './expand-actor.ts';
import { toCountWords } from '../words/count-words.ts';

interface NetworkViewProps {
  readonly theme: Theme;
  readonly insets: Insets;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onPinned: (count: number) => void;
  readonly onUnavailable: (reason: string) => void;
}

/** The container's own property through which browser tests ask the canvas where an actor's node is (`locate`). */
interface CanvasContainer extends HTMLDivElement {
  networkCanvas?: NetworkCanvas;
}

/** Holds the drawn network and keeps it equal to the page's state. */
export function NetworkView({ theme, insets, onRunning, onPinned, onUnavailable }: NetworkViewProps) {
  const services = useServices();
  const container = useRef<CanvasContainer>(null);
  const loaded = useLoaded();
  const graph = loaded?.graph;
  const selection = usePage((state) => state.page.selection);
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
    let disposeCamera: (() => void) | undefined;
    const events: CanvasEvents = {
      onSelect: (chosen) => store.setState(({ page }) => ({ page: withSelection(page, chosen) })),
      onExpand: (actor) => void expandActor(services, actor).catch(() => undefined),
      onCamera: (camera) => store.setState(({ page }) => ({ page: withCamera(page, camera) })),
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
      disposeCamera = watchBackAndForward(services.store, canvas);
    };
    void start().catch((error: unknown) =>
      latest.current.onUnavailable(
        `The drawing did not load (${error instanceof Error ? error.message : 'unknown'}).`,
      ),
    );
    return () => {
      isGone = true;
      disposeCamera?.();
      handle.current?.destroy();
      handle.put(null);
    };
  }, [services]);

  useEffect(() => {
    if (graph) services.canvas.current?.setGraph(graph);
  }, [services, graph]);
  useEffect(() => services.canvas.current?.setSelection(selection), [services, selection]);
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
  return (
    <div
      ref={container}
      className="canvas"
      role="img"
      aria-label={`${words}. The Table tab gives the same by keyboard.`}
    />
  );
}

/** Back and forward bring a camera back; what the user does with the camera itself is already there. */
function watchBackAndForward(
  store: ReturnType<typeof useServices>['store'],
  canvas: NetworkCanvas,
): () => void {
  const onPopState = (): void => {
    const { camera } = store.getState().page;
    if (camera === null) canvas.fit();
    else canvas.setCamera(camera);
  };
  window.addEventListener('popstate', onPopState);
  return () => window.removeEventListener('popstate', onPopState);
}
