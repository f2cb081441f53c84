import type { CDPSession, Page } from 'playwright-core';

/** What of Chromium's accessibility tree is read here; see Accessibility.AXNode of the DevTools protocol. */
type Said = { readonly value?: string | number | boolean };

interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Said;
  readonly name?: Said;
  readonly description?: Said;
  readonly value?: Said;
  readonly properties?: readonly { readonly name: string; readonly value: Said }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

interface DomNode {
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
}

/** Roles that are said in other words than their own. */
const ROLE_WORDS: Readonly<Record<string, string>> = {
  comboboxgrouping: 'combobox',
  ComboBoxSelect: 'combobox',
  combobox: 'combobox',
  textbox: 'edit',
  searchbox: 'search edit',
  Date: 'date edit',
  img: 'image',
  image: 'image',
  DisclosureTriangle: 'summary',
  contentinfo: 'content information',
  gridcell: 'cell',
  columnheader: 'column header',
  rowheader: 'row header',
  tablist: 'tab list',
  listbox: 'list box',
  treegrid: 'tree grid',
  radiogroup: 'radio group',
};

/** Said once, with everything in them: nothing is read again below. */
const WHOLE = new Set([
  'button',
  'link',
  'tab',
  'heading',
  'checkbox',
  'radio',
  'switch',
  'option',
  'menuitem',
  'slider',
  'textbox',
  'searchbox',
  'combobox',
  'ComboBoxSelect',
  'ComboBoxGrouping',
  'Date',
  'DisclosureTriangle',
  'img',
  'image',
  'progressbar',
  'columnheader',
]);

/** Said where they begin; what is in them follows. */
const AROUND = new Set([
  'article',
  'complementary',
  'banner',
  'main',
  'navigation',
  'search',
  'region',
  'form',
  'group',
  'radiogroup',
  'dialog',
  'alertdialog',
  'list',
  'listbox',
  'table',
  'grid',
  'treegrid',
  'tablist',
  'tabpanel',
  'status',
  'alert',
  'log',
  'toolbar',
]);

const CELLS = new Set(['cell', 'gridcell', 'rowheader']);

/** Counted among their like in what holds them. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  tab: ['tablist'],
  option: ['listbox'],
  listitem: ['list'],
};

/** Said with the field, the group or the table that they name. */
const NAMES_OF_OTHERS = new Set(['LabelText', 'Legend', 'caption', 'Caption', 'Figcaption']);

/** Words in one sentence, whatever they are marked with. */
const INLINE = new Set(['StaticText', 'strong', 'emphasis', 'mark', 'time', 'code', 'cite']);

/**
 * The lines a screen reader would speak of the page, or of the first element that matches a selector, in their order:
 * the name, then the role, the states, level and position, as in “Disputes, tab, selected, 2 of 4”. Plain text is a line of
 * its own words. Read from Chromium's accessibility tree, not from the markup.
 */
export async function readSpokenTree(page: Page, selector = 'body'): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const tree = await readTree(session);
    const root = await findNode(session, tree.nodes, selector);
    const lines: string[] = [];
    speak(tree, root, [], lines);
    return lines;
  } finally {
    await session.detach();
  }
}

/** What a screen reader says when the focus comes to where it is now. */
export async function readSpokenFocus(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const tree = await readTree(session);
    const found = await findNode(session, tree.nodes, ':focus');
    const words = toWords(tree, found, toHolders(tree, found));
    const description = String(found.description?.value ?? '');
    return description === '' ? words : `${words}. ${description}`;
  } finally {
    await session.detach();
  }
}

/** What it stands in, innermost first. */
function toHolders(tree: Tree, node: TreeNode): TreeNode[] {
  const holder = tree.parents.get(node.nodeId);
  return holder === undefined ? [] : [holder, ...toHolders(tree, holder)];
}

interface Tree {
  readonly nodes: ReadonlyMap<string, TreeNode>;
  readonly parents: ReadonlyMap<string, TreeNode>;
  /** By the node's number in the page. */
  readonly attributes: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

async function readTree(session: CDPSession): Promise<Tree> {
  await session.send('Accessibility.enable');
  const { nodes: list } = await session.send('Accessibility.getFullAXTree');
  const nodes = new Map((list as readonly TreeNode[]).map((node) => [node.nodeId, node]));
  const parents = new Map<string, TreeNode>();
  for (const node of nodes.values()) for (const child of node.childIds ?? []) parents.set(child, node);
  const attributes = new Map<number, ReadonlyMap<string, string>>();
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  addAttributes(root, attributes);
  return { nodes, parents, attributes };
}

function addAttributes(node: DomNode, into: Map<number, ReadonlyMap<string, string>>): void {
  const flat = node.attributes ?? [];
  const own = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) own.set(flat[at] ?? '', flat[at + 1] ?? '');
  into.set(node.backendNodeId, own);
  for (const child of node.children ?? []) addAttributes(child, into);
}

async function findNode(
  session: CDPSession,
  nodes: ReadonlyMap<string, TreeNode>,
  selector: string,
): Promise<TreeNode> {
  const expression = `document.querySelector(${JSON.stringify(selector)})`;
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) throw new Error(`nothing on the page matches ${selector}`);
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId });
  const found = [...nodes.values()].find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  if (found === undefined) throw new Error(`a screen reader is not told of ${selector}`);
  return found;
}

function speak(tree: Tree, node: TreeNode, within: readonly TreeNode[], lines: string[]): void {
  const role = toRole(node);
  if (NAMES_OF_OTHERS.has(role)) return;
  if (role === 'status' && toText(tree, node) === '') return; // says something when there is something
  if (node.ignored || role === '' || role === 'generic' || role === 'none') {
    speakChildren(tree, node, within, lines);
    return;
  }
  if (INLINE.has(role)) {
    lines.push(toName(node) || toText(tree, node));
    return;
  }
  const inside = [node, ...within];
  const [button] = role === 'heading' ? collect(tree, node, 'button') : [];
  if (button !== undefined) {
    lines.push(`${toWords(tree, button, inside)}, heading level ${String(toStates(node).get('level'))}`);
    return;
  }
  if (CELLS.has(role)) {
    speakCell(tree, node, inside, lines);
    return;
  }
  if (role === 'row') lines.push(toWords(tree, node, within));
  else if (WHOLE.has(role)) {
    lines.push(toWords(tree, node, within));
    return;
  } else if (AROUND.has(role)) {
    const words = toWords(tree, node, within);
    if (toName(node) !== '' || !['group', 'generic'].includes(role)) lines.push(words);
  }
  if (role === 'row' && isInTree(within)) return; // its words are those of its cells
  speakChildren(tree, node, inside, lines);
}

/** A cell's first words follow its column's, as a screen reader says them when it comes there. */
function speakCell(tree: Tree, node: TreeNode, within: readonly TreeNode[], lines: string[]): void {
  const own: string[] = [];
  speakChildren(tree, node, within, own);
  const column = toColumnWords(tree, node, within);
  const [first = 'blank', ...rest] = own;
  lines.push(column === '' ? first : `${column}: ${first}`, ...rest);
}

function toColumnWords(tree: Tree, node: TreeNode, within: readonly TreeNode[]): string {
  const row = within.find((each) => toRole(each) === 'row');
  const table = within.find((each) => ['table', 'grid', 'treegrid'].includes(toRole(each)));
  if (row === undefined || table === undefined) return '';
  const cells = (row.childIds ?? []).flatMap((id) => tree.nodes.get(id) ?? []);
  const at = cells.filter((cell) => CELLS.has(toRole(cell))).indexOf(node);
  const column = at < 0 ? undefined : collect(tree, table, 'columnheader')[at];
  return column === undefined ? '' : toName(column);
}

/** Words that follow one another in a line of the page are one line here. */
function speakChildren(tree: Tree, node: TreeNode, within: readonly TreeNode[], lines: string[]): void {
  let words = '';
  const flush = (): void => {
    if (words.trim() !== '') lines.push(words.replace(/\s+/g, ' ').trim());
    words = '';
  };
  for (const id of node.childIds ?? []) {
    const child = tree.nodes.get(id);
    if (child === undefined) continue;
    if (!child.ignored && INLINE.has(toRole(child))) words += toName(child) || toText(tree, child);
    else {
      flush();
      speak(tree, child, within, lines);
    }
  }
  flush();
}

function toText(tree: Tree, node: TreeNode): string {
  return (node.childIds ?? [])
    .flatMap((id) => tree.nodes.get(id) ?? [])
    .map((child) => (toRole(child) === 'InlineTextBox' ? '' : toName(child) || toText(tree, child)))
    .join('');
}

function toWords(tree: Tree, node: TreeNode, within: readonly TreeNode[]): string {
  const role = toRole(node);
  const is = toStates(node);
  const own = tree.attributes.get(node.backendDOMNodeId ?? -1);
  // Words for screen readers alone stand apart from those before them, which is not heard.
  const name = toName(node)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.])/g, '')
    .trim();
  // The protocol gives a slider's number for its words: those stand in the page.
  const value = own?.get('aria-valuetext') ?? String(node.value?.value ?? '');
  const words = [
    name,
    role === 'heading' ? `heading level ${String(is.get('level'))}` : (ROLE_WORDS[role] ?? role),
    ...(value !== '' && value !== name ? [value] : []),
    ...(is.get('checked') === undefined ? [] : [is.get('checked') === 'true' ? 'checked' : 'not checked']),
    ...(is.get('pressed') === undefined ? [] : [is.get('pressed') === 'true' ? 'pressed' : 'not pressed']),
    ...(is.get('expanded') === undefined ? [] : [is.get('expanded') === true ? 'expanded' : 'collapsed']),
    ...(is.get('selected') === true ? ['selected'] : []),
    ...(is.get('disabled') === true ? ['unavailable'] : []),
    ...(own?.has('aria-current') === true ? ['current'] : []),
    ...(own?.has('aria-sort') === true && own.get('aria-sort') !== 'none'
      ? [`sorted ${own.get('aria-sort') ?? ''}`]
      : []),
    ...(role !== 'heading' && is.get('level') !== undefined ? [`level ${String(is.get('level'))}`] : []),
    ...toPlaceWords(tree, node, within, own),
  ];
  return words.filter((each) => each !== '').join(', ');
}

/** “2 of 35”, as the page says it or else as it is counted. */
function toPlaceWords(
  tree: Tree,
  node: TreeNode,
  within: readonly TreeNode[],
  own: ReadonlyMap<string, string> | undefined,
): string[] {
  const [place, size] = [own?.get('aria-posinset'), own?.get('aria-setsize')];
  if (place !== undefined && size !== undefined) return [`${place} of ${size}`];
  const role = toRole(node);
  const holder = within.find((each) => COUNTED[role]?.includes(toRole(each)));
  if (holder === undefined) return [];
  const like = collect(tree, holder, role);
  return [`${like.indexOf(node) + 1} of ${like.length}`];
}

function collect(tree: Tree, node: TreeNode, role: string): TreeNode[] {
  return (node.childIds ?? []).flatMap((id) => {
    const child = tree.nodes.get(id);
    if (child === undefined) return [];
    return !child.ignored && toRole(child) === role ? [child] : collect(tree, child, role);
  });
}

function isInTree(within: readonly TreeNode[]): boolean {
  return within.some((node) => toRole(node) === 'treegrid');
}

function toStates(node: TreeNode): ReadonlyMap<string, unknown> {
  return new Map((node.properties ?? []).map(({ name, value }) => [name, value.value]));
}

function toRole(node: TreeNode): string {
  return String(node.role?.value ?? '');
}

function toName(node: TreeNode): string {
  return String(node.name?.value ?? '');
}
