import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STATUSES } from '../../../graph-data/model/claim.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';

// Run as a program by measure.ts: a store's folder; prints the milliseconds it takes to read its rows and do nothing with them.
// As the program reads them: closed lists as numbers.
const toPlace = (column: string, words: readonly string[]): string =>
  `case ${column} ${words.map((word, place) => `when '${word}' then ${place}`).join(' ')} end`;
const TABLES = [
  `select id, subject, type, object, label, ${toPlace('stance', STANCES)}, ${toPlace('modality', MODALITIES)}, speaker,
    document, said_on, happened_on, ${toPlace('status', STATUSES)}, nullif(origin, id) from claims`,
  `select id, kind, title, publisher, author, url, language, published_at, licence, derived_from from documents order by id`,
  'select * from actors order by id',
  'select * from aliases order by actor, position',
  'select actor, x, y from layouts order by actor',
];

const database = new DatabaseSync(join(process.argv[2] ?? '', 'onrecord.sqlite'), { readOnly: true });
const startedAt = performance.now();
let rows = 0;
for (const table of TABLES) {
  const statement = database.prepare(table);
  statement.setReturnArrays(true);
  for (const _ of statement.iterate()) rows += 1;
}
if (rows === 0) throw new Error('the store is empty');
console.log(Math.round(performance.now() - startedAt));
database.close();
