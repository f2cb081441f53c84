import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { actorSchema } from '../../../graph-data/model/actor.ts';
import type { Claim } from '../../../graph-data/model/claim.ts';
import { claimInputSchema } from '../../../graph-data/model/claim.ts';
import type { Document } from '../../../graph-data/model/document.ts';
import { documentSchema } from '../../../graph-data/model/document.ts';
import { claimIdOf } from '../../../graph-data/model/ids.ts';
import { toEvidence } from '../../../graph-data/model/text.ts';
import type { SmallDataset } from '../../fixtures/small-network.ts';
import { NOT_REVIEWED, sha256Hex, VOCABULARY, withOrigins } from '../../fixtures/small-network.ts';

const DATASET = join(import.meta.dirname, '../../../graph-data/dataset');
const readYaml = (path: string): unknown => parse(readFileSync(join(DATASET, path), 'utf8'));

/** The shipped dataset, read without the program's own loader. */
export function readShippedDataset(): SmallDataset {
  const documents: Document[] = [];
  const claims: Claim[] = [];
  for (const file of readdirSync(join(DATASET, 'documents')).sort()) {
    const { claims: written, ...rest } = z
      .looseObject({ claims: z.unknown() })
      .parse(readYaml(`documents/${file}`));
    const document = documentSchema.parse(rest);
    documents.push(document);
    for (const { quote: _quote, start, end, ...input } of z.array(claimInputSchema).parse(written)) {
      const { saidOn = null, happenedOn = null, ...fields } = input;
      const id = claimIdOf({ ...fields, start, end, document: document.id }, sha256Hex);
      const evidence = toEvidence(document.text, start, end);
      claims.push({
        ...fields,
        id,
        document: document.id,
        evidence,
        saidOn,
        happenedOn,
        ...NOT_REVIEWED,
        origin: id,
      });
    }
  }
  const actors = z.array(actorSchema).parse(readYaml('actors.yaml'));
  return { version: 1, vocabulary: VOCABULARY, actors, documents, claims: withOrigins(claims) };
}
