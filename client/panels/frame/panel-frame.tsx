import type { KeyboardEventHandler, ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface PanelFrameProps {
  readonly id?: string;
  readonly label: string;
  /** What it is on wide screens: `side` at the right, `side side-wide`, or `start-side` at the left. */
  readonly side: string;
  /** A sheet at the bottom, on narrow screens. */
  readonly isSheet: boolean;
  readonly isTall: boolean;
  readonly onTall: (isTall: boolean) => void;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly children: ReactNode;
}

/** A panel beside the view, or as a sheet that covers half of it, or all. */
export function PanelFrame(props: PanelFrameProps) {
  const { id, label, side, isSheet, isTall, onTall, onKeyDown, children } = props;
  return (
    <aside
      id={id}
      className={`panel ${isSheet ? (isTall ? 'sheet sheet-tall' : 'sheet') : side}`}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {isSheet && (
        <button
          type="button"
          className="sheet-handle"
          aria-label={isTall ? 'Make the panel smaller' : 'Make the panel larger'}
          aria-expanded={isTall}
          onClick={() => onTall(!isTall)}
        >
          <Icon name={isTall ? 'down' : 'up'} />
        </button>
      )}
      {children}
    </aside>
  );
}
