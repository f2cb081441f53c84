import { findBrowser, launchBrowser } from '../browser/launch-browser.ts';
import { publishShipped } from '../fixtures/publish-shipped.ts';
import { serveFolder } from '../fixtures/serve-folder.ts';
import type { Bench } from './bench.ts';
import { median } from './bench.ts';
import { timeFirstPicture } from './draw/first-picture.ts';
import { serveStore } from './draw/serve-store.ts';

const REPEATS = 15;
const MOST_PACKED_BYTES = 1_500_000;

export const bench: Bench = {
  title: 'a published site, beside the page as the program serves it',
  method: `The shipped dataset published as a folder, below a path of a web server that knows files and nothing else (no
compression, no caching), and the same dataset served by the program, in Chromium with WebGL in software, 1280 × 800 pixels: from the
start of loading to the frame that shows the first lines, in turn, ${REPEATS} rounds after one that is not counted, every page with a
cache of its own. The size is the sum of all files of the folder, each as gzip packs it by default, also those that a reader never
loads.`,
  async run(say) {
    const executablePath = await findBrowser();
    if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge is installed here');
    const published = await publishShipped();
    const site = await serveFolder(published.folder, '/some/sub-path/');
    const program = await serveStore();
    const browser = await launchBrowser(executablePath);
    try {
      const siteMs: number[] = [];
      const programMs: number[] = [];
      for (let round = 0; round <= REPEATS; round += 1) {
        const ours = await timeFirstPicture(browser, site.address);
        const peer = await timeFirstPicture(browser, program.address);
        say(`site ${ours.toFixed(0)} ms, program ${peer.toFixed(0)} ms`);
        if (round === 0) continue;
        siteMs.push(ours);
        programMs.push(peer);
      }
      const [ours, peer] = [median(siteMs), median(programMs)];
      return {
        figures: [
          {
            what: 'first picture of the site: the time of the served page’s',
            ratio: ours / peer,
            atMost: 1.2,
            sides: `site ${ours.toFixed(0)} ms, served ${peer.toFixed(0)} ms (medians of ${REPEATS})`,
          },
          {
            what: 'all files of the site, packed: of 1.5 MB',
            ratio: published.packedBytes / MOST_PACKED_BYTES,
            atMost: 1,
            sides: `${published.packedBytes} bytes in ${published.files} files (${published.bytes} as they are), limit ${MOST_PACKED_BYTES}`,
          },
        ],
        notes: '',
      };
    } finally {
      await browser.close();
      await Promise.all([site.stop(), program.stop()]);
      published.remove();
    }
  },
};
