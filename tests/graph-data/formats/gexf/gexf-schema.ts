import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import type { GexfVersion } from '../../../../graph-data/formats/gexf/gexf-writer.ts';

const FOLDER = new URL('../../../fixtures/gexf-schema/', import.meta.url);

/** The grammar, then what it includes. */
const FILES: Readonly<Record<GexfVersion, readonly string[]>> = {
  '1.3': ['gexf.rng', 'dynamics.rng', 'viz.rng'],
  '1.2': ['gexf.rng', 'data.rng', 'dynamics.rng', 'hierarchy.rng', 'phylogenics.rng', 'viz.rng'],
};

/**
 * What the official RELAX NG grammar of this version, or XML itself, has against the document; empty when it is valid.
 * The 1.2 grammar expects the viz elements in GEXF's own namespace, against its documentation and every reader: there
 * a copy without their prefix is checked. About half a second a call.
 */
export async function findGexfFaults(xml: string, version: GexfVersion = '1.3'): Promise<string[]> {
  const [grammar, ...included] = FILES[version].map((fileName) => ({
    fileName,
    contents: readFileSync(new URL(`${version}/${fileName}`, FOLDER), 'utf8'),
  }));
  if (grammar === undefined) throw new Error('the grammar is missing');
  const contents = version === '1.2' ? xml.replaceAll(/<(\/?)viz:/g, '<$1') : xml;
  const result = await validateXML({
    xml: { fileName: 'document.gexf', contents },
    schema: grammar,
    preload: included,
    extension: 'relaxng',
  });
  return result.valid ? [] : result.errors.map((error) => error.message);
}
