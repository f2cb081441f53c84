/** Keeps on the root element whether the last input came by keyboard or by pointer; the answer undoes it. */
export function watchInputModality(page: Document): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key))
      page.documentElement.dataset['input'] = 'keyboard';
  };
  const onPointer = (): void => {
    page.documentElement.dataset['input'] = 'pointer';
  };
  page.addEventListener('keydown', onKey, true);
  page.addEventListener('pointerdown', onPointer, true);
  return () => {
    page.removeEventListener('keydown', onKey, true);
    page.removeEventListener('pointerdown', onPointer, true);
  };
}

/** True when the last input came by keyboard; false before any. */
export function isByKeyboard(page: Document): boolean {
  return page.documentElement.dataset['input'] === 'keyboard';
}

/** True once there was any input: before, nothing on the page moves the focus. */
export function hasInput(page: Document): boolean {
  return page.documentElement.dataset['input'] !== undefined;
}
