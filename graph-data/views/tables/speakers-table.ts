import type { ActorRef } from '../../contract/answers.ts';
import type { LensQuery } from '../../contract/queries.ts';
import type { TableRow } from '../../formats/csv/csv-table.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { viewAllSpeakers } from '../speakers-view.ts';
import type { ViewContext } from '../view-context.ts';
import { toVoiceCells, toVoiceWords } from './claim-cells.ts';
import type { QuestionTable } from './question-table.ts';

const COLUMNS = [
  'speaker', 'speakerId', 'speakerKind', 'claims', 'about', 'aboutItself', 'heard', 'documents', 'publishers', 'quotes',
  'quoteCount', 'quotedBy', 'quotedByCount', 'chains', 'chainCount',
]; // prettier-ignore

/** Everyone who speaks under a lens, a row a voice, as `viewSpeakers` answers them. Throws `unknown-value`. */
export function toSpeakersTable(context: ViewContext, query: LensQuery): QuestionTable {
  const { items, meta } = viewAllSpeakers(context, query);
  return {
    name: ['speakers', meta.cutBy.length > 0 ? 'lens' : ''],
    columns: COLUMNS,
    shown: toShownWords(meta, { statuses: query.status }),
    lots: [toRows(items)],
  };
}

function* toRows(items: ReturnType<typeof viewAllSpeakers>['items']): Generator<TableRow> {
  for (const item of items) {
    const { speaker, claims, about, aboutItself, heard, documents, publishers } = item;
    yield [
      ...toVoiceCells(speaker),
      speaker?.kind,
      claims,
      about,
      aboutItself,
      heard,
      documents,
      publishers,
      toQuoted(item.quotes),
      item.quoteCount,
      toQuoted(item.quotedBy),
      item.quotedByCount,
      item.chains.map((chain) => `${chain.speakers.map(toVoiceWords).join(' > ')} (${chain.claims})`),
      item.chainCount,
    ];
  }
}

/** "Vladimir Putin (3)". */
function toQuoted(list: readonly { readonly actor: ActorRef | null; readonly claims: number }[]): string[] {
  return list.map(({ actor, claims }) => `${toVoiceWords(actor)} (${claims})`);
}
