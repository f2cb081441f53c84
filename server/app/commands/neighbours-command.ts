import { parseArgs } from 'node:util';
import type { NeighboursAnswer } from '../../../graph-data/contract/answers.ts';
import { askStore, toValue } from './ask-store.ts';
import { toCountWords } from './count-words.ts';
import { toPlainLine } from './plain-line.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { lens: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/**
 * `neighbours ID [--lens QUERY] [--json]`: prints who is tied to an actor, most claims first, and by what. QUERY takes the parameters
 * of the API's call too: `depth=2&limit=100`.
 */
export async function runNeighbours(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new UsageError('neighbours takes the id of one actor');
  const answer = await askStore({ operation: 'listNeighbours', id, own: [], lens: values.lens }, toValue);
  if (values.json) console.log(JSON.stringify(answer, undefined, 1));
  // Our own contract: the schema of the call.
  else for (const line of toLines(answer as NeighboursAnswer)) console.log(toPlainLine(line));
  return 0;
}

function toLines({ actor, items, nextCursor, meta }: NeighboursAnswer): string[] {
  return [
    ...items.map(({ actor: neighbour, distance, claims, relations, relationCount }) => {
      const words = relations.map((relation) => {
        const arrow = { out: '→', in: '←', both: '↔' }[relation.direction];
        const isFar = relation.with !== actor.id;
        return `${arrow} ${relation.labels[0] ?? relation.type}${isFar ? ` of ${relation.with}` : ''} (${relation.claims})`;
      });
      const more = relationCount > relations.length ? [`${relationCount - relations.length} more`] : [];
      const far = distance > 1 ? `, ${distance} steps` : '';
      return `${neighbour.label} [${neighbour.id}${far}] ${toCountWords(claims, 'claim')}: ${[...words, ...more].join(', ')}`;
    }),
    `${toCountWords(items.length, 'neighbour')} of ${actor.label}${nextCursor === null ? '' : ', and more'}; ` +
      `${meta.shown.claims} of ${meta.total.claims} claims${meta.cutBy.length > 0 ? `, cut by ${meta.cutBy.join(', ')}` : ''}`,
  ];
}
