import { useEffect, useState } from 'react';
import { useCanWrite, useServices } from '../page-context.ts';

/** Files dropped anywhere on the page open the dialog that adds reports; an open dialog takes its own. */
export function DropAnywhere() {
  const { store } = useServices();
  const canWrite = useCanWrite();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (!canWrite) return;
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const isTaken = (): boolean => document.querySelector('dialog[open]') !== null;
    const onDragOver = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault(); // else the browser would leave the page for the file
      setIsOver(!isTaken());
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (!isFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!isTaken()) store.setState({ adding: [...(event.dataTransfer?.files ?? [])] });
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, [store, canWrite]);
  if (!isOver) return null;
  return (
    <div className="drop-anywhere" aria-hidden="true">
      <p>Drop to add as reports</p>
    </div>
  );
}
