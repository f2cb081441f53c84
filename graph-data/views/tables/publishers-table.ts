import type { LensQuery } from '../../contract/queries.ts';
import type { TableRow } from '../../formats/csv/csv-table.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { viewAllPublishers } from '../publishers-view.ts';
import type { ViewContext } from '../view-context.ts';
import { toVoiceCells } from './claim-cells.ts';
import type { QuestionTable } from './question-table.ts';

const COLUMNS = [
  'publisher', 'documents', 'publisherClaims', 'publisherShare', 'handedOn', 'speaker', 'speakerId', 'claims', 'share',
  'wholeClaims', 'wholeShare',
]; // prettier-ignore

/** Whom each publisher lets speak, a row a publisher and voice, all of them. Throws `unknown-value`. */
export function toPublishersTable(context: ViewContext, query: LensQuery): QuestionTable {
  const { items, meta } = viewAllPublishers(context, query);
  return {
    name: ['publishers', meta.cutBy.length > 0 ? 'lens' : ''],
    columns: COLUMNS,
    shown: toShownWords(meta, { statuses: query.status }),
    lots: [toRows(items)],
  };
}

function* toRows(items: ReturnType<typeof viewAllPublishers>['items']): Generator<TableRow> {
  for (const { publisher, documents, claims, share, handedOn, speakers } of items) {
    const own = [publisher, documents, claims, share, handedOn];
    for (const voice of speakers)
      yield [
        ...own,
        ...toVoiceCells(voice.speaker),
        voice.claims,
        voice.share,
        voice.wholeClaims,
        voice.wholeShare,
      ];
  }
}
