import type { IconName } from '../frame/icon.tsx';
import { Icon } from '../frame/icon.tsx';
import { useServices } from '../page-context.ts';
import type { NetworkCanvas } from '../../canvas/network-canvas-options.ts';

/** Zoom, fit, and the layout: Run and Stop, Reset, Undo. */
export function CanvasControls({
  isRunning,
  pinned,
}: {
  readonly isRunning: boolean;
  /** How many nodes stand where they were pinned. */
  readonly pinned: number;
}) {
  const { canvas } = useServices();
  const button = (icon: IconName, label: string, act: (canvas: NetworkCanvas) => void) => (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => canvas.current && act(canvas.current)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="canvas-controls" role="toolbar" aria-label="Network view" aria-orientation="vertical">
      {button('plus', 'Zoom in', (drawn) => drawn.zoomIn())}
      {button('minus', 'Zoom out', (drawn) => drawn.zoomOut())}
      {button('fit', 'Fit', (drawn) => drawn.fit())}
      <hr />
      {button(isRunning ? 'stop' : 'run', isRunning ? 'Stop the layout' : 'Run the layout', (drawn) =>
        drawn.run(),
      )}
      {button('reset', pinned > 0 ? `Reset the layout (${pinned} pinned)` : 'Reset the layout', (drawn) =>
        drawn.reset(),
      )}
      {button('undo', 'Undo in the layout', (drawn) => drawn.undo())}
    </div>
  );
}
