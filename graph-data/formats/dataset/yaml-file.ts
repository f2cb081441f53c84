import type { Document as YamlDocument, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { DatasetFile } from './dataset.ts';
import type { DatasetFault } from './fault.ts';

/** More aliases than this may be a "billion laughs": a few lines that unfold to gigabytes. */
const MOST_ALIASES = 100;
const MOST_SYNTAX_FAULTS = 20;

export type DataPath = readonly (string | number)[];

/** A well-formed YAML file, as data and as a place where faults can be pointed at. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /**
   * A fault at a place of the data; where nothing stands there, at the nearest thing round it.
   * @param at 'key' points at the name of a field, 'value' at what it holds
   */
  faultAt(path: DataPath, expected: string, found: string, at?: 'key' | 'value'): DatasetFault;
}

/**
 * Reads one YAML 1.2 document. Undefined when it is not well-formed: then its faults of syntax are reported, 20 at most. Keys that stand
 * twice, tags, a second document and too many aliases are faults.
 */
export function readYaml(file: DatasetFile, report: (fault: DatasetFault) => void): YamlFile | undefined {
  const lines = new LineCounter();
  const reportAt = (offset: number, found: string): void => {
    const { line, col } = lines.linePos(offset);
    const place = { line: Math.max(line, 1), column: Math.max(col, 1) };
    report({ file: file.path, ...place, path: '', expected: 'well-formed YAML', found });
  };
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings];
  // One stray bracket makes every token after it unexpected: the first says it.
  const firstUnexpected = problems.find(({ code }) => code === 'UNEXPECTED_TOKEN');
  const telling = problems.filter((each) => each.code !== 'UNEXPECTED_TOKEN' || each === firstUnexpected);
  for (const { pos, message } of telling.slice(0, MOST_SYNTAX_FAULTS)) reportAt(pos[0], lowerFirst(message));
  if (problems.length > 0) return undefined;

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    reportAt(firstAliasOffset(document), lowerFirst(error instanceof Error ? error.message : String(error)));
    return undefined;
  }
  return {
    path: file.path,
    value,
    faultAt(path, expected, found, at = 'value') {
      const { line, col } = lines.linePos(offsetOf(document, path, at));
      return { file: file.path, line, column: col, path: formatPath(path), expected, found };
    },
  };
}

/** `claims[13].start`. */
function formatPath(path: DataPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function offsetOf(document: YamlDocument, path: DataPath, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  path.forEach((step, index) => {
    if (isAlias(node)) node = node.resolve(document);
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      [key, node] = [pair?.key, pair?.value];
    } else {
      node = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    }
    const isLast = index === path.length - 1;
    offset = (isLast && at === 'key' ? startOf(key) : startOf(node)) ?? startOf(key) ?? offset;
  });
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function firstAliasOffset(document: YamlDocument): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = startOf(node) ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
