import type { Page } from 'playwright-core';

/** More than there are stops on any page of the tests' dataset. */
const MOST_PRESSES = 160;

/** What the element with the focus is called, as far as it is tied to words on the page; empty for the page itself. */
export function readFocusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    const label = at.id === '' ? null : document.querySelector(`label[for="${CSS.escape(at.id)}"]`);
    const around = at instanceof HTMLInputElement ? at.closest('label') : null;
    const words =
      at.getAttribute('aria-label') ?? label?.textContent ?? around?.textContent ?? at.textContent;
    return words.replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab, or another key, until what has the focus is called so; fails where nothing is. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const words = await readFocusName(page);
    if (typeof name === 'string' ? words === name : name.test(words)) return;
    met.push(words);
  }
  throw new Error(`${key} never came to ${String(name)}, only to: ${[...new Set(met)].join(' | ')}`);
}

/** The same, and then presses Enter. */
export async function chooseByKeys(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
}

/** From the top of the page to one of its four views, by arrow keys among the tabs. */
export async function goToView(
  page: Page,
  view: 'Network' | 'Table' | 'Questions' | 'Documents',
): Promise<void> {
  await tabTo(page, /^(?:Network|Table|Questions|Documents)$/);
  // Arrows open what they pass: the nearer way round leaves nothing of it in the address.
  const keys = { Network: 'Home', Table: 'ArrowRight', Questions: 'End', Documents: 'End' };
  await page.keyboard.press(keys[view]);
  if (view === 'Questions') await page.keyboard.press('ArrowLeft');
}
