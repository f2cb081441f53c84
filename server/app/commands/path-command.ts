import { parseArgs } from 'node:util';
import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Connection, PathAnswer, PathsAnswer } from '../../../graph-data/contract/questions-paths.ts';
import { askStore, toValue } from './ask-store.ts';
import { toCountWords } from './count-words.ts';
import { toPlainLine } from './plain-line.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { lens: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/**
 * `path A B... [--lens QUERY] [--json]`: prints how actors are connected, best path first, with the sentences of each step as notes.
 * QUERY takes the parameters of the API's call too: `k=10&avoidHubs=50&dateFrom=2025-03`.
 */
export async function runPath(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [from, ...to] = positionals;
  if (from === undefined || to.length === 0) throw new UsageError('path takes the ids of two actors or more');
  const own = [['from', from] as const, ...to.map((id) => ['to', id] as const)];
  const answer = await askStore({ operation: 'findPaths', own, lens: values.lens }, toValue);
  if (values.json) console.log(JSON.stringify(answer, undefined, 1));
  // Our own contract: the schema of the call.
  else for (const line of toLines(answer as PathsAnswer)) console.log(toPlainLine(line));
  return 0;
}

function toLines({ connections, claims }: PathsAnswer): string[] {
  return [
    ...connections.flatMap((connection) => [toHeading(connection), ...connection.paths.flatMap(toPathLines)]),
    ...claims.map((claim, place) => `[${place + 1}] ${toSource(claim)}`),
  ];
}

function toHeading({ from, to, paths, hasMore, isComplete, unrestricted }: Connection): string {
  const count = paths.length === 0 ? 'no path' : toCountWords(paths.length, 'path');
  return [
    `${from.label} – ${to.label}: ${count}`,
    ...(hasMore ? ['and more'] : []),
    ...(isComplete ? [] : ['not all ways could be looked at']),
    ...(unrestricted === null ? [] : [`${unrestricted.paths} without lens, hubs and direction`]),
  ].join(', ');
}

function toPathLines({ actors, strength, reading }: PathAnswer): string[] {
  return [
    `  ${actors.map(({ label }) => label).join(' – ')} (weakest step: ${toCountWords(strength, 'origin')})`,
    ...reading.map(({ subject, words, object, label, modality, speakers, speakerCount, disputed, notes }) => {
      const others = speakerCount > speakers.length ? ` and ${speakerCount - speakers.length} more` : '';
      return [
        `    ${subject.label} ${words} ${object.label}${label === null ? '' : ` (“${label}”)`}`,
        ...(modality === 'asserted' ? [] : [modality]),
        `${speakerCount > 1 ? 'say' : 'says'} ${speakers.map(toVoice).join(', ')}${others}`,
        ...(disputed ? ['disputed'] : []),
        notes.map((note) => `[${note}]`).join(''),
      ].join(', ');
    }),
  ];
}

function toSource({ evidence, speaker, via, document }: ClaimAnswer): string {
  const voices = [speaker, ...via].map(toVoice).join(', quoting ');
  return `“${evidence.sentence}” ${voices}; ${document.title}, ${document.publisher}`;
}

function toVoice(speaker: ActorRef | null): string {
  return speaker?.label ?? 'the document’s own voice';
}
