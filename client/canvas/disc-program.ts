import type Sigma from 'sigma';
import type { ProgramDefinition, ProgramInfo } from 'sigma/rendering';
import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import { setViewUniforms, VIEW_UNIFORMS } from './view-uniforms.ts';

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Angles of a triangle's corners. */
const CORNERS = [0, 1, 2].map((corner) => (corner * 2 * Math.PI) / 3);

const VERTEX_SHADER = /* glsl */ `
attribute float a_corner;
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_rim;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;

varying vec2 v_offset;
varying vec2 v_radii;
varying vec3 v_color;
varying vec3 v_rim;

void main() {
  // In the largest networks nodes would be too small to be seen.
  float radius = max(1.1, a_size / u_sizeRatio) * u_pixelRatio;
  float rim = min(1.5 * u_pixelRatio, radius * 0.25);
  v_radii = vec2(radius, radius - rim);
  v_offset = vec2(cos(a_corner), sin(a_corner)) * 2.0 * (radius + 0.5); // round the disc
  v_color = a_color.rgb;
  v_rim = a_rim.rgb;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_dimensions, 0.0, 1.0);
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec2 v_offset;
varying vec2 v_radii;
varying vec3 v_color;
varying vec3 v_rim;

void main() {
  vec2 cover = clamp(v_radii + 0.5 - length(v_offset), 0.0, 1.0);
  gl_FragColor = vec4(mix(v_rim, v_color, cover.y), 1.0) * cover.x;
}
`;

/**
 * Draws nodes as discs with a rim in the ground's colour, which is thinner on small ones, and none smaller than can be seen.
 * Three vertices each rather than one instance: drawing in software pays for each instance as for a drawing of its own.
 * Nodes are hit-tested by `hit-test.ts`: without a buffer to pick from Sigma draws each of them once, not twice.
 */
export class DiscProgram extends NodeProgram<(typeof VIEW_UNIFORMS)[number], DrawnNode, DrawnEdge> {
  constructor(
    gl: WebGLRenderingContext,
    _picking: WebGLFramebuffer | null,
    renderer: Sigma<DrawnNode, DrawnEdge>,
  ) {
    super(gl, null, renderer);
  }

  override getDefinition(): ProgramDefinition<(typeof VIEW_UNIFORMS)[number]> {
    return {
      VERTICES: CORNERS.length,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS: VIEW_UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_corner', size: 1, type: FLOAT },
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(
    _id: number,
    startIndex: number,
    { x, y, size, color, borderColor = color }: NodeDisplayData & { readonly borderColor?: string },
  ): void {
    const { array } = this;
    const [fill, rim] = [floatColor(color), floatColor(borderColor)];
    let at = startIndex;
    for (const corner of CORNERS) {
      array[at++] = corner;
      array[at++] = x;
      array[at++] = y;
      array[at++] = size;
      array[at++] = fill;
      array[at++] = rim;
    }
  }

  override setUniforms(params: RenderParams, info: ProgramInfo): void {
    setViewUniforms(params, info);
  }
}
