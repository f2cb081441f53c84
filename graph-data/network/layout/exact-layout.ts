import type { Forces } from './forces.ts';
import { toPull } from './forces.ts';
import type { LayoutInput } from './layout-input.ts';
import { ln } from './ln.ts';
import type { RunningLayout } from './running-layout.ts';

/**
 * ForceAtlas2 with every pair's repulsion and its own adaptive speed, in single precision, step by step as
 * graphology-layout-forceatlas2 0.10 has it: the same places to the last digit. For small networks: O(n²) a step.
 */
export function startExactLayout(
  input: LayoutInput,
  forces: Forces,
  start: ArrayLike<number>,
): RunningLayout {
  const count = input.ids.length;
  const { sources, targets, weights } = input.edges;
  const positions = Float32Array.from(start);
  const pulls = weights.map((weight) => toPull(Math.fround(weight), forces));
  const mass = new Float32Array(count).fill(1);
  weights.forEach((weight, edge) => {
    const [source, target] = [sources[edge] ?? 0, targets[edge] ?? 0];
    mass[source] = (mass[source] ?? 0) + weight;
    mass[target] = (mass[target] ?? 0) + weight;
  });
  const convergence = new Float32Array(count).fill(1);
  let [force, before] = [new Float32Array(count * 2), new Float32Array(count * 2)];

  const repel = (): void => {
    for (let one = 0; one < count; one += 1) {
      const ownX = positions[one * 2] ?? 0;
      const ownY = positions[one * 2 + 1] ?? 0;
      const own = forces.scaling * (mass[one] ?? 0);
      // Rounded at every step, as the column would.
      let sumX = force[one * 2] ?? 0;
      let sumY = force[one * 2 + 1] ?? 0;
      for (let other = 0; other < one; other += 1) {
        const x = ownX - (positions[other * 2] ?? 0);
        const y = ownY - (positions[other * 2 + 1] ?? 0);
        const distance = Math.sqrt(x * x + y * y);
        if (!(distance > 0)) continue;
        const factor = (own * (mass[other] ?? 0)) / distance / distance;
        sumX = Math.fround(sumX + x * factor);
        sumY = Math.fround(sumY + y * factor);
        force[other * 2] = (force[other * 2] ?? 0) - x * factor;
        force[other * 2 + 1] = (force[other * 2 + 1] ?? 0) - y * factor;
      }
      force[one * 2] = sumX;
      force[one * 2 + 1] = sumY;
    }
  };
  const push = (one: number, other: number, x: number, y: number): void => {
    force[one * 2] = (force[one * 2] ?? 0) + x;
    force[one * 2 + 1] = (force[one * 2 + 1] ?? 0) + y;
    force[other * 2] = (force[other * 2] ?? 0) - x;
    force[other * 2 + 1] = (force[other * 2 + 1] ?? 0) - y;
  };
  const attract = (): void => {
    for (let node = 0; node < count; node += 1) {
      const factor = forces.scaling * (mass[node] ?? 0) * (forces.gravity / forces.scaling);
      force[node * 2] = (force[node * 2] ?? 0) - (positions[node * 2] ?? 0) * factor;
      force[node * 2 + 1] = (force[node * 2 + 1] ?? 0) - (positions[node * 2 + 1] ?? 0) * factor;
    }
    for (let edge = 0; edge < pulls.length; edge += 1) {
      const [source, target, pull] = [sources[edge] ?? 0, targets[edge] ?? 0, -(pulls[edge] ?? 0)];
      const x = (positions[source * 2] ?? 0) - (positions[target * 2] ?? 0);
      const y = (positions[source * 2 + 1] ?? 0) - (positions[target * 2 + 1] ?? 0);
      push(source, target, x * pull, y * pull);
    }
  };
  /** Slower where the force turns about, faster where it stays. */
  const move = (): void => {
    for (let node = 0; node < count; node += 1) {
      if (input.pinned?.[node] === 1) continue;
      const [x, y] = [force[node * 2] ?? 0, force[node * 2 + 1] ?? 0];
      const [oldX, oldY] = [before[node * 2] ?? 0, before[node * 2 + 1] ?? 0];
      const swinging = (mass[node] ?? 0) * Math.sqrt((oldX - x) * (oldX - x) + (oldY - y) * (oldY - y));
      const traction = Math.sqrt((oldX + x) * (oldX + x) + (oldY + y) * (oldY + y)) / 2;
      const calm = 1 + Math.sqrt(swinging);
      const speed = ((convergence[node] ?? 0) * ln(1 + traction)) / calm;
      convergence[node] = Math.min(1, Math.sqrt((speed * (x * x + y * y)) / calm));
      positions[node * 2] = (positions[node * 2] ?? 0) + x * speed;
      positions[node * 2 + 1] = (positions[node * 2 + 1] ?? 0) + y * speed;
    }
  };
  return {
    step(iterations) {
      for (let done = 0; done < iterations; done += 1) {
        [before, force] = [force, before];
        force.fill(0);
        repel();
        attract();
        move();
      }
    },
    positions: () => positions.slice(),
  };
}
