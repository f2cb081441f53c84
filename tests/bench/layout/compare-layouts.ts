import { computeLayout, finishPicture } from '../../../graph-data/network/layout/layout.ts';
import { median } from '../bench.ts';
import type { PairNetwork } from './generate-pairs.ts';
import type { PeerSettings } from './peer-layout.ts';
import { startPeerLayout } from './peer-layout.ts';
import type { PictureQuality } from './picture-quality.ts';
import { measureQuality } from './picture-quality.ts';

/** Ours and the peer on one network. Seconds are of the processor, in user mode, all threads. */
export interface Comparison {
  readonly ours: { readonly seconds: number; readonly quality: PictureQuality };
  /** Iterations and seconds to the quality that the peer's own last picture has, and this quality. */
  readonly peer: { readonly iterations: number; readonly seconds: number; readonly quality: PictureQuality };
  /** Iterations of the peer's whole run, and the seconds they took. */
  readonly run: { readonly iterations: number; readonly seconds: number };
}

/** Where the peer's picture is looked at. */
const CHECKPOINTS = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 150, 200, 300];
const OUR_RUNS = 5;

/** Each quality over the other's, so that more is worse. */
export function toLosses(own: PictureQuality, other: PictureQuality): Record<keyof PictureQuality, number> {
  return {
    edgeRatio: own.edgeRatio / other.edgeRatio,
    stress: own.stress / other.stress,
    preservation: other.preservation / own.preservation,
  };
}

/** Edges within 3 %, stress and preservation not worse than 5 %. */
export function isAsGood(own: PictureQuality, other: PictureQuality): boolean {
  const losses = toLosses(own, other);
  return losses.edgeRatio <= 1.03 && losses.stress <= 1.05 && losses.preservation <= 1.05;
}

/**
 * Runs ours five times between stretches of the peer's run of so many iterations. The peer is held to be done at the first
 * checkpoint where its picture is as good as its last; ours is compared with the last. Pictures are finished alike.
 */
export function compareLayouts(
  network: PairNetwork,
  { forces, settings }: PeerSettings,
  iterations: number,
): Comparison {
  const layout = startPeerLayout(network, settings);
  const marks = [...CHECKPOINTS.filter((mark) => mark < iterations), iterations];
  const ourSeconds: number[] = [];
  let picture: Float64Array = new Float64Array(0);
  const seen: { iterations: number; seconds: number; quality: PictureQuality }[] = [];
  const measure = (places: Float64Array): PictureQuality =>
    measureQuality(network.ids.length, network.edges, places);
  let [done, seconds] = [0, 0];
  for (const mark of marks) {
    if (ourSeconds.length < OUR_RUNS)
      ourSeconds.push(
        measureSeconds(() => {
          picture = computeLayout({ ...network, forces });
        }),
      );
    seconds += measureSeconds(() => layout.step(mark - done));
    done = mark;
    seen.push({ iterations: mark, seconds, quality: measure(finishPicture(layout.positions())) });
  }
  const last = seen.at(-1);
  const settled = seen.find(({ quality }) => last !== undefined && isAsGood(quality, last.quality));
  if (last === undefined || settled === undefined) throw new RangeError('the peer made no iteration');
  return {
    ours: { seconds: median(ourSeconds), quality: measure(picture) },
    peer: { iterations: settled.iterations, seconds: settled.seconds, quality: last.quality },
    run: { iterations: last.iterations, seconds: last.seconds },
  };
}

/** Seconds of processor time in user mode, all threads: other programs on the machine hardly change them. */
export function measureSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}
