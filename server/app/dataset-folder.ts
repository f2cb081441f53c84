import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Dataset,
  DatasetFile,
  ParsedDataset,
  UnreadableFile,
} from '../../graph-data/formats/dataset/dataset.ts';
import { formatFault } from '../../graph-data/formats/dataset/fault.ts';
import { isDatasetPath, parseDataset } from '../../graph-data/formats/dataset/parse-dataset.ts';
import { sha256Hex } from '../store/sha256-hex.ts';
import { StartError } from './start-error.ts';

/** The folder of the dataset that comes with the program. */
export const SHIPPED_DATASET = fileURLToPath(new URL('../../graph-data/dataset', import.meta.url));

const DOCUMENTS = 'documents';

export interface FolderLimits {
  /** Largest file, in bytes. */
  readonly fileBytes: number;
  readonly documents: number;
}
const DEFAULT_LIMITS: FolderLimits = { fileBytes: 50_000_000, documents: 100_000 };

/**
 * Reads and checks a dataset folder: `actors.yaml`, `documents/*.yaml` and, where there is none, the shipped vocabulary in
 * place of `vocabulary.yaml`. Other files are passed over; links that lead out of the folder are faults and not followed;
 * so are files above 50 MB and more than 100,000 documents. A folder that is not there is one fault. Blocks while it reads.
 */
export function readDatasetFolder(folder: string, limits: FolderLimits = DEFAULT_LIMITS): ParsedDataset {
  const root = findFolder(folder);
  if (root === undefined) return refuse(folder, 'a dataset folder', 'no such folder');
  const paths = listFiles(root);
  const documents = paths.filter((path) => path.startsWith(`${DOCUMENTS}/`)).length;
  if (documents > limits.documents) {
    return refuse(
      DOCUMENTS,
      `at most ${limits.documents.toLocaleString('en')} documents`,
      documents.toLocaleString('en'),
    );
  }
  const path = 'vocabulary.yaml';
  return parseDataset(
    paths.map((each) => readInside(root, each, limits)),
    { sha256Hex, vocabulary: { path, text: readFileSync(join(SHIPPED_DATASET, path), 'utf8') } },
  );
}

/** The dataset in a folder. Throws StartError with every fault, a line each. */
export function getDataset(folder: string): Dataset {
  const parsed = readDatasetFolder(folder);
  if (parsed.ok) return parsed.dataset;
  throw new StartError(`The dataset in ${folder} has faults:`, parsed.faults.map(formatFault));
}

function refuse(file: string, expected: string, found: string): ParsedDataset {
  return { ok: false, faults: [{ file, line: 1, path: '', expected, found }] };
}

/** The folder's true path; undefined when there is no folder of that name. */
function findFolder(path: string): string | undefined {
  try {
    const real = realpathSync(path);
    return statSync(real).isDirectory() ? real : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function listFiles(root: string): string[] {
  const documents = findFolder(join(root, DOCUMENTS));
  const names = documents === undefined ? [] : readdirSync(documents);
  return [...readdirSync(root), ...names.map((name) => `${DOCUMENTS}/${name}`)].filter(isDatasetPath);
}

function readInside(root: string, path: string, limits: FolderLimits): DatasetFile | UnreadableFile {
  const expected = 'a file of the dataset folder';
  try {
    const real = realpathSync(join(root, path));
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { path, expected, found: 'a link that leads out of it' };
    }
    const status = lstatSync(real);
    if (!status.isFile()) return { path, expected, found: 'something that is not a file' };
    if (status.size > limits.fileBytes) {
      const [most, size] = [limits.fileBytes, status.size].map(
        (bytes) => `${bytes.toLocaleString('en')} bytes`,
      );
      return { path, expected: `a file of at most ${most}`, found: `${size}` };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
    return { path, text };
  } catch (error) {
    if (error instanceof TypeError) return { path, expected: 'text in UTF-8', found: 'other bytes' };
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { path, expected: 'a file that can be read', found: isMissing(error) ? 'no such file' : code };
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
