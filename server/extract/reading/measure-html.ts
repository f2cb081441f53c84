/** How large a page is as a tree, before anything is built of it. */
export interface HtmlSize {
  readonly elements: number;
  /** Elements inside one another, most. */
  readonly depth: number;
  readonly attributes: number;
  /** Character references, and `<` that begin no tag: each becomes a node of its own. */
  readonly pieces: number;
}

/** Elements that hold nothing, or that end where the next of their kind begins: they open no new level. */
const LEVEL_LESS = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd td th tr thead tbody tfoot option optgroup rp rt colgroup'
  ).split(' '),
);
/** Elements whose text is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const NAME = /[a-z][^\s/>]{0,40}/iy;

/**
 * The size of a page by a scan of its tags, with one look at each character: what building a tree of it costs grows with the
 * product of these numbers, so they are bounded first. Elements left open count as open; text inside scripts and comments does
 * not count. Never throws.
 */
export function measureHtml(html: string): HtmlSize {
  const open: string[] = [];
  const openByName = new Map<string, number>();
  let [elements, depth, attributes] = [0, 0, 0];
  let pieces = countReferences(html);
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      at = nextAfter(html, '-->', at + 4);
    } else {
      const isEnd = html[at + 1] === '/';
      NAME.lastIndex = at + (isEnd ? 2 : 1);
      const name = NAME.exec(html)?.[0].toLowerCase();
      const tag = name === undefined ? { end: at + 1, attributes: 0 } : readTag(html, NAME.lastIndex);
      at = tag.end;
      if (name === undefined) pieces += 1;
      else if (isEnd) close(name);
      else {
        elements += 1;
        attributes += tag.attributes;
        if (RAW.has(name)) at = endOfRaw(html, name, at);
        else if (!LEVEL_LESS.has(name)) {
          open.push(name);
          openByName.set(name, (openByName.get(name) ?? 0) + 1);
          depth = Math.max(depth, open.length);
        }
      }
    }
    at = at === -1 ? -1 : html.indexOf('<', at);
  }
  return { elements, depth, attributes, pieces };

  function close(name: string): void {
    if ((openByName.get(name) ?? 0) === 0) return;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      openByName.set(last, (openByName.get(last) ?? 1) - 1);
      if (last === name) return;
    }
  }
}

function countReferences(html: string): number {
  let count = 0;
  for (let at = html.indexOf('&'); at !== -1; at = html.indexOf('&', at + 1)) count += 1;
  return count;
}

function nextAfter(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

/** Where the text of a script or the like ends; -1 where it never does. */
function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}

/** Reads on to the `>` that ends a tag, quoted values passed over, and counts what stands apart. */
function readTag(html: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  let quote = '';
  let isApart = false;
  for (let at = from; at < html.length; at += 1) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return { end: at + 1, attributes };
    else if (character === ' ' || character === '\n' || character === '\t' || character === '/')
      isApart = true;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character;
    else {
      if (isApart) attributes += 1;
      isApart = false;
    }
  }
  return { end: html.length, attributes };
}
