import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const FOLDER = new URL('../../../fixtures/gexf-schema/', import.meta.url);
const [grammar, ...included] = ['gexf.rng', 'dynamics.rng', 'viz.rng'].map((fileName) => ({
  fileName,
  contents: readFileSync(new URL(fileName, FOLDER), 'utf8'),
}));

/**
 * What the official GEXF 1.3 RELAX NG grammar, or XML itself, has against the document; empty when it is valid.
 * About half a second a call.
 */
export async function findGexfFaults(xml: string): Promise<string[]> {
  if (grammar === undefined) throw new Error('the grammar is missing');
  const document = { fileName: 'document.gexf', contents: xml };
  const result = await validateXML({
    xml: document,
    schema: grammar,
    preload: included,
    extension: 'relaxng',
  });
  return result.valid ? [] : result.errors.map((error) => error.message);
}
