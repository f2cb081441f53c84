import type { InstancedProgramDefinition, ProgramInfo } from 'sigma/rendering';
import { Program } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { LineLook } from './line-look.ts';
import { toFramed } from './view.ts';

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Straight pieces that a bow is drawn as. */
const PIECES = 14;
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_pixelRatio', 'u_dimensions', 'u_minThickness'] as const;

/** The strip: tip and base of the source's arrowhead, the body, base and tip of the target's; left and right of each. */
const STRIP: number[][] = [
  [-1, 1],
  [-1, 0],
  ...Array.from({ length: PIECES + 1 }, (_, piece) => [0, piece / PIECES]),
  [1, 0],
  [1, 1],
].flatMap(([part = 0, along = 0]) => [
  [part, along, -1],
  [part, along, 1],
]);

const VERTEX_SHADER = /* glsl */ `
attribute vec3 a_vertex; // part (-1 source arrowhead, 0 body, 1 target arrowhead), how far along it, side
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_shape; // thickness, curvature, arrowheads (0 none, 1 target, 2 both), dash (0 none, 1 dashes, 2 dots)
attribute vec2 a_radii;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
uniform float u_minThickness;

varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dashed;
varying float v_pixelRatio;

const float bias = 255.0 / 254.0;

vec2 from, bend, to;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions / 2.0;
}

vec2 pointAt(float t) {
  return mix(mix(from, bend, t), mix(bend, to, t), t);
}

// How far from one end the curve leaves a circle round that end.
float leave(float radius, bool isTarget) {
  if (a_shape.y == 0.0) return radius / max(1e-6, distance(from, to));
  float low = 0.0;
  float high = 1.0;
  vec2 centre = isTarget ? to : from;
  for (int step = 0; step < 9; step++) {
    float middle = (low + high) / 2.0;
    float t = isTarget ? 1.0 - middle : middle;
    if (distance(pointAt(t), centre) < radius) low = middle;
    else high = middle;
  }
  return high;
}

void main() {
  from = toPixels(a_source);
  to = toPixels(a_target);
  vec2 way = to - from;
  bend = (from + to) / 2.0 + vec2(-way.y, way.x) * a_shape.y;

  float thickness = max(u_minThickness, a_shape.x / u_sizeRatio) * u_pixelRatio;
  float least = u_pixelRatio / max(1.0, u_sizeRatio);
  float headLength = 4.5 * least + thickness * 1.9;
  float headHalf = 1.7 * least + thickness * 1.05;
  vec2 radii = a_radii / u_sizeRatio * u_pixelRatio;
  bool hasTarget = a_shape.z > 0.5;
  bool hasSource = a_shape.z > 1.5;

  float sourceTip = leave(radii.x, false);
  float targetTip = 1.0 - leave(radii.y, true);
  float sourceBase = hasSource ? leave(radii.x + headLength, false) : sourceTip;
  float targetBase = hasTarget ? 1.0 - leave(radii.y + headLength, true) : targetTip;

  float part = a_vertex.x;
  float halfWidth = thickness / 2.0;
  float t = mix(sourceBase, targetBase, a_vertex.y);
  if (part < -0.5) {
    t = mix(sourceBase, sourceTip, a_vertex.y);
    halfWidth = hasSource ? headHalf * (1.0 - a_vertex.y) : 0.0;
  } else if (part > 0.5) {
    t = mix(targetBase, targetTip, a_vertex.y);
    halfWidth = hasTarget ? headHalf * (1.0 - a_vertex.y) : 0.0;
  }

  v_color = a_color;
  v_color.a *= bias;

  vec2 tangent = mix(bend - from, to - bend, t);
  float speed = length(tangent);
  vec2 normal = speed > 0.0 ? vec2(-tangent.y, tangent.x) / speed : vec2(0.0);
  float margin = u_pixelRatio;
  // Nodes that touch leave no room: everything falls together into nothing.
  bool isHidden = sourceTip + (1.0 - targetTip) >= 1.0;
  vec2 position = isHidden ? from : pointAt(t) + normal * a_vertex.z * (halfWidth + margin);

  v_side = a_vertex.z * (halfWidth + margin);
  v_half = halfWidth;
  v_along = t * length(way);
  v_dashed = part == 0.0 ? a_shape.w : 0.0;
  v_pixelRatio = u_pixelRatio;
  gl_Position = vec4(position / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dashed;
varying float v_pixelRatio;

void main() {
  float cover = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
  if (v_dashed > 0.5) {
    float period = v_dashed > 1.5 ? 5.0 : 9.0;
    float drawn = v_dashed > 1.5 ? 1.0 : 3.0; // half of it
    float dash = mod(v_along / v_pixelRatio, period);
    cover *= clamp((drawn - abs(dash - drawn)) * v_pixelRatio + 0.5, 0.0, 1.0);
  }
  gl_FragColor = v_color * cover;
}
`;

const DASHES: Readonly<Record<LineLook['dash'], number>> = { none: 0, dashes: 1, dots: 2 };
const HEADS: Readonly<Record<DrawnEdge['arrows'], number>> = { none: 0, target: 1, both: 2 };

/**
 * Draws lines of any bow, straight ones too, with or without arrowheads, full or dashed, in one program, so that one order
 * holds for all. Arrowheads keep their proportion on thin lines. Not made for picking: see `hit-test.ts`.
 * (@sigma/edge-curve drops straight lines, has one program for each arrowhead, and fills a box for each bow.)
 */
export class LineProgram extends Program<(typeof UNIFORMS)[number], DrawnNode, DrawnEdge> {
  override getDefinition(): InstancedProgramDefinition<(typeof UNIFORMS)[number]> {
    return {
      VERTICES: STRIP.length,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_shape', size: 4, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
      CONSTANT_DATA: STRIP,
    };
  }

  /** Sets the line at this place of the drawing order. */
  write(
    order: number,
    from: DrawnNode,
    to: DrawnNode,
    { curvature, arrows }: DrawnEdge,
    look: LineLook,
  ): void {
    const { array } = this;
    let at = order * this.STRIDE;
    array[at++] = toFramed(from.x);
    array[at++] = toFramed(from.y);
    array[at++] = toFramed(to.x);
    array[at++] = toFramed(to.y);
    array[at++] = look.size;
    array[at++] = curvature;
    array[at++] = HEADS[arrows];
    array[at++] = DASHES[look.dash];
    array[at++] = from.size;
    array[at++] = to.size;
    array[at] = look.colour;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations['u_pixelRatio'] ?? null, params.pixelRatio);
    gl.uniform2f(
      uniformLocations['u_dimensions'] ?? null,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    );
    gl.uniform1f(uniformLocations['u_minThickness'] ?? null, params.minEdgeThickness);
  }
}
