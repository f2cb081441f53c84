import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// Run as a program by measure.ts: a store's folder; prints the milliseconds it takes to read its rows and do nothing with them.
const TABLES = [
  `select id, subject, type, object, label, stance, modality, speaker, document, said_on, happened_on, status,
    nullif(origin, id) from claims`,
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
