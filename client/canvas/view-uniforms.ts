import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** What every program needs that draws in pixels: where the camera stands, and how large the canvas is in device pixels. */
export const VIEW_UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixelRatio', 'u_dimensions'] as const;

/** Sets {@link VIEW_UNIFORMS} for a frame. */
export function setViewUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
  gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
  gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
  gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
  gl.uniform2f(
    uniformLocations['u_dimensions'] ?? null,
    params.width * params.pixelRatio,
    params.height * params.pixelRatio,
  );
}
