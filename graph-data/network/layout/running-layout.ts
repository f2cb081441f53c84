/** A layout that goes on: positions can be read between steps. */
export interface RunningLayout {
  /** Makes some iterations. */
  step(iterations: number): void;
  /** The present positions, x and y in turn, in the layout's own scale. */
  positions(): Float32Array;
}
