import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { TOUR_KEY } from '../../client/state/tour-state.ts';

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[variable] ?? 'C:\\', path),
    ),
  ),
};

/**
 * The Chrome, Chromium or Edge of this machine; on Linux x64 without one, the browser inside an npm package.
 * Undefined where there is neither. BUNDLED_BROWSER=1 takes the npm package even where a browser is installed.
 */
export async function findBrowser(): Promise<string | undefined> {
  const installed = INSTALLED[process.platform]?.find((path) => existsSync(path));
  const mayBundle = process.platform === 'linux' && process.arch === 'x64';
  if (mayBundle && (installed === undefined || process.env['BUNDLED_BROWSER'] === '1')) {
    const { default: bundled } = await import('@sparticuz/chromium');
    return bundled.executablePath();
  }
  return installed;
}

/**
 * A headless browser with WebGL in software, which asks nothing of the network on its own. Every context of it is that of a
 * reader who has taken the tour, unless `isFirstVisit`.
 */
export async function launchBrowser(
  executablePath: string,
  extraArgs: readonly string[] = [],
  isFirstVisit = false,
): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...extraArgs,
    ],
  });
  return isFirstVisit ? browser : withTourTaken(browser);
}

function withTourTaken(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.addInitScript((key) => {
      try {
        localStorage.setItem(key, 'done');
      } catch {
        // a page without an origin keeps nothing, and has no tour
      }
    }, TOUR_KEY);
    return context;
  };
  return browser;
}
