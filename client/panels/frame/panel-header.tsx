import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { hasInput, isByKeyboard } from './input-modality.ts';

interface PanelHeaderProps {
  /** Changes whenever the panel shows something else: the heading then takes the focus, so that it is never lost. */
  readonly place: string;
  readonly title: ReactNode;
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
  readonly onClose: () => void;
}

/** The head of what the panel shows: a way back where there is one, the heading, and a way out. */
export function PanelHeader({ place, title, back, onClose }: PanelHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    // In a tree grid the selection follows the focus, which must stay with the rows.
    if (document.activeElement?.closest('[role=treegrid]')) return;
    // What opens by itself takes nothing from who is typing.
    if (place === 'start' && document.activeElement instanceof HTMLInputElement) return;
    if (isByKeyboard(document) || (isLost && hasInput(document)))
      heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <header className="panel-head">
      {back && (
        <button type="button" className="link-button panel-back" onClick={back.onBack}>
          <Icon name="back" />
          {back.label}
        </button>
      )}
      <div className="panel-title">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </header>
  );
}
