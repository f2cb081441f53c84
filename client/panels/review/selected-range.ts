import type { TextRange } from './find-words.ts';

/**
 * The part of a text that is selected on the page. Every element under `root` that shows some of it says in `data-start`
 * where that begins. Undefined where nothing is selected, or neither end of it lies under `root`; one that lies outside
 * counts as the end of the text, as after three clicks on the last paragraph.
 */
export function toSelectedRange(selection: Selection | null, root: Element): TextRange | undefined {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [beginsHere, endsHere] = [root.contains(range.startContainer), root.contains(range.endContainer)];
  if (!beginsHere && !endsHere) return undefined;
  const start = beginsHere ? toPlace(range.startContainer, range.startOffset) : toPlace(root, 0);
  const end = endsHere ? toPlace(range.endContainer, range.endOffset) : toPlace(root, root.childNodes.length);
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function toPlace(node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const start = toStart(node.parentElement?.closest('[data-start]'));
    return start === undefined ? undefined : start + offset;
  }
  if (!(node instanceof Element)) return undefined;
  const next = node.childNodes[offset];
  if (next instanceof Text) return toPlace(next, 0);
  if (next instanceof Element)
    return toStart(next.matches('[data-start]') ? next : next.querySelector('[data-start]'));
  const last = node.matches('[data-start]') ? node : [...node.querySelectorAll('[data-start]')].at(-1);
  const start = toStart(last);
  return start === undefined ? undefined : start + (last?.textContent.length ?? 0);
}

function toStart(element: Element | null | undefined): number | undefined {
  const start = element?.getAttribute('data-start') ?? '';
  return /^\d+$/.test(start) ? Number(start) : undefined;
}
