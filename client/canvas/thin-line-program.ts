import type { ProgramDefinition, ProgramInfo } from 'sigma/rendering';
import { Program } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Line } from './line-look.ts';
import { toFramed } from './view.ts';

const { FLOAT, UNSIGNED_BYTE, LINES } = WebGLRenderingContext;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_color;
uniform mat3 u_matrix;
varying vec4 v_color;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  v_color = vec4(a_color.rgb, 1.0);
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision mediump float;
varying vec4 v_color;

void main() {
  gl_FragColor = v_color;
}
`;

/** Draws lines straight, full and one pixel wide: for so many of them that no more could be seen. */
export class ThinLineProgram extends Program<'u_matrix', DrawnNode, DrawnEdge> {
  override getDefinition(): ProgramDefinition<'u_matrix'> {
    return {
      VERTICES: 2,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: LINES,
      UNIFORMS: ['u_matrix'],
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  /** Takes these lines in place of the present ones, the lowest first. */
  write(lines: readonly Line[]): void {
    this.reallocate(lines.length);
    const { array } = this;
    let at = 0;
    for (const { from, to, look } of lines)
      for (const end of [from, to]) {
        array[at++] = toFramed(end.x);
        array[at++] = toFramed(end.y);
        array[at++] = look.colour;
      }
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
    gl.disable(gl.BLEND); // nothing shines through: Sigma blends all the same
  }
}
