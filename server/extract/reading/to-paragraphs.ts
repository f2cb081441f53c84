const ELEMENT = 1;
const TEXT = 3;
const SKIPPED = new Set(
  (
    'script style noscript template iframe object embed svg math canvas audio video form button select textarea input ' +
    'head title nav footer dialog'
  ).split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Soft hyphens, zero-width spaces and joiners of Latin text: hints for line breaks, which would part a name in two. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/**
 * The text under a node as a reader sees it: one line a paragraph, an empty line between paragraphs, white space run together,
 * a line break only where the page forces one. What is no prose (scripts, menus, forms, pictures) is left out. Walks without
 * recursion, in the order of the page, in time linear in it.
 */
export function toParagraphs(root: Node): string {
  const parts: string[] = [];
  let node: Node | null = root;
  while (node !== null) {
    const name: string = node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : '';
    if (node.nodeType === TEXT) parts.push((node.nodeValue ?? '').replace(/[\s\u00A0]+/g, ' '));
    else if (name === 'br') parts.push('\n');
    else if (name === 'td' || name === 'th') parts.push(' ');
    else if (BLOCKS.has(name)) parts.push('\n\n');
    const isEntered: boolean = name !== '' && !SKIPPED.has(name) && !isHidden(node as Element);
    node = isEntered && node.firstChild !== null ? node.firstChild : leave(node);
  }
  return tidy(parts.join(''));

  /** The next node after one whose children are done; null after the last. */
  function leave(from: Node): Node | null {
    let current: Node = from;
    while (current !== root) {
      if (BLOCKS.has(current.nodeName.toLowerCase())) parts.push('\n\n');
      if (current.nextSibling !== null) return current.nextSibling;
      if (current.parentNode === null) return null;
      current = current.parentNode;
    }
    return null;
  }
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

function tidy(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
