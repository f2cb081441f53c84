import { useState } from 'react';
import { Icon } from './icon.tsx';

interface FileDropProps {
  readonly words: string;
  /** As an input's `accept`: what the system's dialog offers; anything may be dropped. */
  readonly accept: string;
  /** More than one may be chosen; dropped ones come all the same. */
  readonly isMultiple?: boolean;
  /** The id of what describes it. */
  readonly note?: string;
  readonly isAtFault?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files by choice or by dropping them on it; the same file may be chosen again. */
export function FileDrop({
  words,
  accept,
  isMultiple = false,
  note,
  isAtFault = false,
  onFiles,
}: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  return (
    <label
      className={isOver ? 'import-drop import-drop-over' : 'import-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name="document" />
      <span>{words}</span>
      <input
        type="file"
        multiple={isMultiple}
        accept={accept}
        aria-describedby={note}
        aria-invalid={isAtFault || undefined}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
