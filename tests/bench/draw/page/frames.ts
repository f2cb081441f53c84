/** Waits until what was drawn is on the screen, the graphics card's (or its stand-in's) work included. */
export async function presented(stage: HTMLElement): Promise<void> {
  finishDrawing(stage);
  await nextFrame();
  finishDrawing(stage);
  await nextFrame();
}

/**
 * Asks each canvas for a pixel: the answer waits for all that was drawn. (Browsers note down what is drawn on a 2D canvas,
 * and may draw it long after the script went on.)
 */
export function finishDrawing(stage: HTMLElement): void {
  const pixel = new Uint8Array(4);
  for (const canvas of stage.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    // A canvas has contexts of one kind only, and answers null for all others.
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    if (gl === null) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    else gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  }
}

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Moves the ground by mouse, a step a frame, and answers how long the frames took together, in milliseconds. */
export async function pan(stage: HTMLElement, target: Element, steps: number): Promise<number> {
  const { left, top, width, height } = stage.getBoundingClientRect();
  const at = (step: number): MouseEventInit => ({
    bubbles: true,
    clientX: left + 12 + (width / 3) * (step / steps),
    clientY: top + 12 + (height / 3) * (step / steps),
    buttons: 1,
  });
  target.dispatchEvent(new MouseEvent('mousedown', at(0)));
  await nextFrame();
  const startMs = performance.now();
  for (let step = 1; step <= steps; step += 1) {
    target.dispatchEvent(new MouseEvent('mousemove', at(step)));
    await nextFrame();
    finishDrawing(stage);
  }
  const tookMs = performance.now() - startMs;
  target.dispatchEvent(new MouseEvent('mouseup', { ...at(steps), buttons: 0 }));
  await nextFrame();
  return tookMs;
}
