import type { ActorId } from '../../graph-data/model/ids.ts';
import type { AppearanceController } from './appearance-controller.ts';
import { attachAppearance } from './appearance-controller.ts';
import type { CameraController } from './camera-controller.ts';
import { attachCamera } from './camera-controller.ts';
import type { CanvasState } from './canvas-state.ts';
import { watchContextLoss } from './context-loss.ts';
import { attachDrag } from './drag-controller.ts';
import type { CanvasEvents } from './network-canvas-options.ts';
import type { Overlay } from './overlay.ts';
import { attachOverlay } from './overlay.ts';
import type { PointerController } from './pointer-controller.ts';
import { attachPointer } from './pointer-controller.ts';
import { takeOverPointer } from './pointer-event.ts';
import type { Place } from './positions.ts';
import type { Renderer } from './renderer.ts';
import { createRenderer } from './renderer.ts';

/** A renderer with its controllers. */
export interface Mounted {
  readonly renderer: Renderer;
  readonly appearance: AppearanceController;
  readonly overlay: Overlay;
  readonly camera: CameraController;
  readonly pointer: PointerController;
  /** Takes everything down and frees the GPU contexts. */
  unmount(): void;
}

/** What the canvas does on its controllers' behalf. */
export interface MountHooks {
  readonly events: Pick<CanvasEvents, 'onSelect' | 'onExpand' | 'onCamera'>;
  readonly placeOf: (actor: ActorId) => Place | undefined;
  readonly onDragStart: (actor: ActorId) => void;
  readonly onDragEnd: (actor: ActorId, place: Place) => void;
  readonly onContextRestored: () => void;
  readonly onContextGone: () => void;
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): string => `${offsetWidth} × ${offsetHeight}`;

/** Starts a renderer in the container and attaches every controller. Throws where WebGL is missing. */
export function mount(
  container: HTMLElement,
  state: CanvasState,
  hooks: MountHooks,
  prefersReducedMotion: boolean,
): Mounted {
  const renderer = createRenderer(container, state, prefersReducedMotion);
  const appearance = attachAppearance(renderer, state);
  const overlay = attachOverlay(renderer, state, appearance);
  takeOverPointer(renderer);
  const drag = attachDrag(renderer, state, overlay, hooks.onDragStart, hooks.onDragEnd);
  const isDragging = (): boolean => drag.isDragging;
  const pointer = attachPointer(renderer, state, overlay, hooks.events, isDragging, (hovered) => {
    if (JSON.stringify(hovered) === JSON.stringify(state.hovered)) return;
    state.hovered = hovered;
    appearance.updateHover();
  });
  const camera = attachCamera(renderer, state, hooks.events, prefersReducedMotion, (id) =>
    hooks.placeOf(id as ActorId),
  );
  const stopWatching = watchContextLoss(
    container.querySelectorAll('canvas'),
    hooks.onContextRestored,
    hooks.onContextGone,
  );
  let size = sizeOf(container);
  const resizes = new ResizeObserver(() => {
    const next = sizeOf(container);
    if (next === size) return; // it tells the size once at the start, too
    size = next;
    renderer.resize();
    camera.resize();
    renderer.scheduleRefresh();
  });
  resizes.observe(container);
  return {
    renderer,
    appearance,
    overlay,
    camera,
    pointer,
    unmount() {
      resizes.disconnect();
      stopWatching();
      camera.detach();
      pointer.detach();
      renderer.kill();
    },
  };
}
