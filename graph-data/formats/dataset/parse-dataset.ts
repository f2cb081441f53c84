import { compareIds } from '../../model/ids.ts';
import { readActors } from './check-actors.ts';
import { readDocument } from './check-document.ts';
import { readVocabulary } from './check-vocabulary.ts';
import type { DatasetFile, ParsedDataset, UnreadableFile } from './dataset.ts';
import { hashDataset } from './dataset-hash.ts';
import type { DatasetFault } from './fault.ts';
import { compareFaults } from './fault.ts';
import { reportSameDocuments } from './same-documents.ts';
import type { YamlFile } from './yaml-file.ts';
import { readYaml } from './yaml-file.ts';

export interface ParseOptions {
  /** Stands in where the folder has no vocabulary of its own. */
  readonly vocabulary?: DatasetFile;
  /** Passed in, because browsers and Node hash differently. */
  readonly sha256Hex: (text: string) => string;
}

const ACTORS = /^actors\.ya?ml$/;
const VOCABULARY = /^vocabulary\.ya?ml$/;
const DOCUMENT = /^documents\/[^/.][^/]*\.ya?ml$/;

/** True for the files a dataset folder consists of; all others are passed over. */
export function isDatasetPath(path: string): boolean {
  return [ACTORS, VOCABULARY, DOCUMENT].some((pattern) => pattern.test(path));
}

/**
 * Reads a dataset from the files of its folder, in any order: either all of it, or every fault there is. A file that cannot
 * be read as YAML is one fault (or several); what other files name of it is then not reported as well.
 */
export function parseDataset(
  files: readonly (DatasetFile | UnreadableFile)[],
  options: ParseOptions,
): ParsedDataset {
  const faults: DatasetFault[] = [];
  const report = (fault: DatasetFault): void => void faults.push(fault);
  const own = files.filter(({ path }) => isDatasetPath(path)).sort((a, b) => compareIds(a.path, b.path));
  const yamlFiles = new Map(own.map((file) => [file.path, readAsYaml(file, report)]));
  const findOne = (pattern: RegExp): { path: string; yaml: YamlFile | undefined } | undefined => {
    const [first, ...others] = [...yamlFiles.keys()].filter((path) => pattern.test(path));
    for (const path of others) report(toFileFault(path, `either ${first} or ${path}`, 'both'));
    return first === undefined ? undefined : { path: first, yaml: yamlFiles.get(first) };
  };

  const ownVocabulary = findOne(VOCABULARY);
  if (ownVocabulary === undefined && options.vocabulary === undefined) {
    report(toFileFault('vocabulary.yaml', 'a list of relation types', 'no such file'));
  }
  const isBorrowed = ownVocabulary === undefined && options.vocabulary !== undefined;
  const vocabularyFile = isBorrowed ? readAsYaml(options.vocabulary, report) : ownVocabulary?.yaml;
  const vocabulary = vocabularyFile === undefined ? undefined : readVocabulary(vocabularyFile, report);

  const actorsFile = findOne(ACTORS);
  if (actorsFile === undefined) report(toFileFault('actors.yaml', 'a list of actors', 'no such file'));
  const actors = actorsFile?.yaml === undefined ? undefined : readActors(actorsFile.yaml, report);

  const types = vocabulary === undefined ? undefined : new Set<string>(vocabulary.map(({ id }) => id));
  const documentFiles = [...yamlFiles].flatMap(([path, yaml]) =>
    DOCUMENT.test(path) && yaml !== undefined
      ? readDocument(yaml, { known: actors?.known, types }, report)
      : [],
  );
  reportSameDocuments(documentFiles, report);
  if (faults.length > 0 || vocabulary === undefined || actors === undefined) {
    return { ok: false, faults: faults.sort(compareFaults) };
  }

  const documents = documentFiles
    .flatMap(({ document, claims }) => (document === undefined ? [] : { document, claims }))
    .sort((a, b) => compareIds(a.document.id, b.document.id));
  const ownFiles = [...yamlFiles.values()].flatMap((yaml) => (yaml === undefined ? [] : [yaml.value]));
  return {
    ok: true,
    dataset: {
      vocabulary,
      actors: actors.actors.sort((a, b) => compareIds(a.id, b.id)),
      documents: documents.map(({ document }) => document),
      claims: documents.flatMap(({ document, claims }) =>
        claims.map((claim) => ({ ...claim, document: document.id })),
      ),
      hash: hashDataset(ownFiles, options.sha256Hex),
    },
  };
}

function readAsYaml(
  file: DatasetFile | UnreadableFile,
  report: (fault: DatasetFault) => void,
): YamlFile | undefined {
  if ('text' in file) return readYaml(file, report);
  report(toFileFault(file.path, file.expected, file.found));
  return undefined;
}

function toFileFault(file: string, expected: string, found: string): DatasetFault {
  return { file, line: 1, path: '', expected, found };
}
