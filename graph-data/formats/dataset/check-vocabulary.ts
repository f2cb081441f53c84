import type { RelationType } from '../../model/vocabulary.ts';
import { relationTypeSchema } from '../../model/vocabulary.ts';
import { readEntries } from './entries.ts';
import type { DatasetFault } from './fault.ts';
import { describeValue, quoteValue } from './fault.ts';
import type { YamlFile } from './yaml-file.ts';

/** The network keeps types as bytes. */
const MOST_TYPES = 256;

/** The relation types of a vocabulary file in its order; opposites are known types and name each other. */
export function readVocabulary(file: YamlFile, report: (fault: DatasetFault) => void): RelationType[] {
  const entries = readEntries(file, 'relation types', relationTypeSchema, report);
  if (entries.length > MOST_TYPES) {
    report(file.faultAt([MOST_TYPES], `at most ${MOST_TYPES} relation types`, `${entries.length}`));
  }
  const oppositesOf = new Map(entries.map(({ fields }) => [fields.id, fields.opposites ?? []]));
  for (const { index, fields } of entries) {
    fields.opposites?.forEach((opposite, at) => {
      const theirs = oppositesOf.get(opposite);
      const path = [index, 'opposites', at];
      if (theirs === undefined) {
        report(file.faultAt(path, 'a relation type of this file', quoteValue(opposite)));
      } else if (fields.id !== undefined && !theirs.includes(fields.id)) {
        const found = theirs.length === 0 ? describeValue(theirs) : theirs.join(', ');
        report(file.faultAt(path, `${opposite} to name ${fields.id} among its own opposites`, found));
      }
    });
  }
  return entries.flatMap(
    ({ fields, whole }) => whole ?? (fields.id === undefined ? [] : toStandIn(fields.id)),
  );
}

/** Keeps the id of a faulty type known, so that its claims are not reported as well. */
function toStandIn(id: RelationType['id']): RelationType {
  return { id, group: 'other', label: id, inverse: id, stance: 'neutral', mutual: false, opposites: [] };
}
