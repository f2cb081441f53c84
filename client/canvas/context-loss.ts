/** How long the browser may take to give a lost WebGL context back. */
const GRACE_MS = 4_000;

/**
 * Tells when the browser takes the GPU context of a renderer away.
 * @param onRestored it came back: the renderer must be made anew, its programs are gone
 * @param onGone it did not
 * @returns stops watching; call it before the renderer frees its contexts itself
 */
export function watchContextLoss(
  canvases: Iterable<HTMLCanvasElement>,
  onRestored: () => void,
  onGone: () => void,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const canvas of canvases) {
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault(); // without this it is never given back
        timer ??= setTimeout(onGone, GRACE_MS);
      },
      { signal },
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        if (timer !== undefined) onRestored();
      },
      { signal },
    );
  }
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
