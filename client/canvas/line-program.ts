import type { ProgramDefinition, ProgramInfo } from 'sigma/rendering';
import { Program } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Line, LineLook } from './line-look.ts';
import { toFramed } from './view.ts';
import { setViewUniforms, VIEW_UNIFORMS } from './view-uniforms.ts';

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Straight pieces that a bow is drawn as. */
const PIECES = 14;
const UNIFORMS = [...VIEW_UNIFORMS, 'u_minThickness'] as const;

const HEADS: Readonly<Record<DrawnEdge['arrows'], number>> = { none: 0, target: 1, both: 2 };
const DASHES: Readonly<Record<LineLook['dash'], number>> = {
  none: 0,
  dashes: 1,
  dots: 2,
  double: 3,
  zigzag: 4,
};

/**
 * A line's corners in the order of its strip, each packed into a number: its part (0 source arrowhead, 1 body, 2 target
 * arrowhead), how far along that part in pieces, its side, the line's arrowheads. The first and the last come twice: then
 * nothing is drawn from one line to the next.
 */
function toStrip(heads: number, pieces: number): number[] {
  const stations = [
    ...(heads > 1
      ? [
          [0, PIECES],
          [0, 0],
        ]
      : []),
    ...Array.from({ length: pieces + 1 }, (_, piece) => [1, (piece * PIECES) / pieces]),
    ...(heads > 0
      ? [
          [2, 0],
          [2, PIECES],
        ]
      : []),
  ];
  const corners = stations.flatMap(([part = 0, along = 0]) =>
    [0, 1].map((side) => [part, along, side, heads]),
  );
  const bytes = Uint8Array.from([...corners.slice(0, 1), ...corners, ...corners.slice(-1)].flat());
  return [...new Float32Array(bytes.buffer)];
}
const STRAIGHT = [0, 1, 2].map((heads) => toStrip(heads, 1));
const BOWED = [0, 1, 2].map((heads) => toStrip(heads, PIECES));
const stripOf = ({ arrows, curvature }: DrawnEdge): readonly number[] =>
  (curvature === 0 ? STRAIGHT : BOWED)[HEADS[arrows]] ?? [];

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_corner; // see toStrip; 255ths, as Sigma packs bytes only so
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec3 a_shape; // thickness, curvature, dash (0 none, 1 dashes, 2 dots, 3 double, 4 zigzag)
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
  vec4 corner = floor(a_corner * 255.0 + 0.5);
  from = toPixels(a_source);
  to = toPixels(a_target);
  vec2 way = to - from;
  bend = (from + to) / 2.0 + vec2(-way.y, way.x) * a_shape.y;

  float thickness = max(u_minThickness, a_shape.x / u_sizeRatio) * u_pixelRatio;
  float least = u_pixelRatio / max(1.0, u_sizeRatio);
  float headLength = 4.5 * least + thickness * 1.9;
  float headHalf = 1.7 * least + thickness * 1.05;
  vec2 radii = a_radii / u_sizeRatio * u_pixelRatio;
  bool hasTarget = corner.w > 0.5;
  bool hasSource = corner.w > 1.5;

  float sourceTip = leave(radii.x, false);
  float targetTip = 1.0 - leave(radii.y, true);
  float sourceBase = hasSource ? leave(radii.x + headLength, false) : sourceTip;
  float targetBase = hasTarget ? 1.0 - leave(radii.y + headLength, true) : targetTip;

  float part = corner.x - 1.0;
  float along = corner.y / ${PIECES}.0;
  float side = corner.z * 2.0 - 1.0;
  float halfWidth = thickness / 2.0;
  float t = mix(sourceBase, targetBase, along);
  if (part < -0.5) {
    t = mix(sourceBase, sourceTip, along);
    halfWidth = hasSource ? headHalf * (1.0 - along) : 0.0;
  } else if (part > 0.5) {
    t = mix(targetBase, targetTip, along);
    halfWidth = hasTarget ? headHalf * (1.0 - along) : 0.0;
  }

  v_color = a_color;
  v_color.a *= bias;

  vec2 tangent = mix(bend - from, to - bend, t);
  float speed = length(tangent);
  vec2 normal = speed > 0.0 ? vec2(-tangent.y, tangent.x) / speed : vec2(0.0);
  float margin = 0.5; // the last half pixel that anything covers
  // Nodes that touch leave no room: everything falls together into nothing.
  bool isHidden = sourceTip + (1.0 - targetTip) >= 1.0;
  vec2 position = isHidden ? from : pointAt(t) + normal * side * (halfWidth + margin);

  v_side = side * (halfWidth + margin);
  v_half = halfWidth;
  v_along = t * length(way);
  v_dashed = part == 0.0 ? a_shape.z : 0.0;
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
  if (v_dashed > 3.5) {
    float pen = max(0.7 * v_pixelRatio, v_half * 0.24);
    float height = max(0.0, v_half - pen);
    float period = max(4.0 * v_pixelRatio, height * 3.4);
    float offset = (abs(mod(v_along, period) / period * 2.0 - 1.0) * 2.0 - 1.0) * height;
    float lean = period / sqrt(period * period + 16.0 * height * height);
    cover = clamp(pen + 0.5 - abs(v_side - offset) * lean, 0.0, 1.0);
  } else if (v_dashed > 2.5) {
    cover *= clamp(abs(v_side) - max(0.8 * v_pixelRatio, v_half * 0.4) + 0.5, 0.0, 1.0);
  } else if (v_dashed > 0.5) {
    float period = v_dashed > 1.5 ? 5.0 : 9.0;
    float drawn = v_dashed > 1.5 ? 1.0 : 3.0; // half of it
    float dash = mod(v_along / v_pixelRatio, period);
    cover *= clamp((drawn - abs(dash - drawn)) * v_pixelRatio + 0.5, 0.0, 1.0);
  }
  gl_FragColor = v_color * cover;
}
`;

/**
 * Draws lines of any bow, straight ones too, with or without arrowheads, full or dashed, in one program, so that one order
 * holds for all. Arrowheads keep their proportion on thin lines. Not made for picking: see `hit-test.ts`.
 * (@sigma/edge-curve drops straight lines, has one program for each arrowhead, and fills a box for each bow.)
 * All lines are one strip rather than an instance each: drawing in software pays for each instance as for a drawing of its own.
 */
export class LineProgram extends Program<(typeof UNIFORMS)[number], DrawnNode, DrawnEdge> {
  override getDefinition(): ProgramDefinition<(typeof UNIFORMS)[number]> {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_corner', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_shape', size: 3, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  /** Takes these lines in place of the present ones, the lowest first. */
  write(lines: readonly Line[]): void {
    this.reallocate(lines.reduce((sum, { data }) => sum + stripOf(data).length, 0));
    const { array } = this;
    let at = 0;
    for (const { from, to, data, look } of lines) {
      const [fromX, fromY, toX, toY] = [toFramed(from.x), toFramed(from.y), toFramed(to.x), toFramed(to.y)];
      const dash = DASHES[look.dash];
      for (const corner of stripOf(data)) {
        array[at++] = corner;
        array[at++] = fromX;
        array[at++] = fromY;
        array[at++] = toX;
        array[at++] = toY;
        array[at++] = look.size;
        array[at++] = data.curvature;
        array[at++] = dash;
        array[at++] = from.size;
        array[at++] = to.size;
        array[at++] = look.colour;
      }
    }
  }

  override setUniforms(params: RenderParams, info: ProgramInfo): void {
    setViewUniforms(params, info);
    info.gl.uniform1f(info.uniformLocations['u_minThickness'] ?? null, params.minEdgeThickness);
  }
}
