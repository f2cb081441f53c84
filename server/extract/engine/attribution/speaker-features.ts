import type { SpeakerIndex, SpeakerOption, Statement } from './speaker-options.ts';

/** What kind of report it is, as far as it matters for who speaks. */
export const genreOf = ({ report }: SpeakerIndex): 'turns' | 'readout' | 'statement' | 'news' =>
  report.isReadout ? 'readout' : report.voice !== null ? 'statement' : 'news';

/** What tells whether an option is the speaker of a statement, as names of features for a linear model. */
export function speakerFeatures(
  index: SpeakerIndex,
  statement: Statement,
  option: SpeakerOption,
  all: readonly SpeakerOption[],
): string[] {
  const { report } = index;
  const s = report.sentences[statement.sentence];
  const turn = report.turns[statement.sentence]?.isTurn === true;
  const genre = turn ? 'turns' : genreOf(index);
  const role = option.roles[0] ?? 'none';
  const type = statement.type ?? '?';
  const quote = index.quoteAt(statement.start) ?? index.quoteAt(statement.end - 1);
  const kinds = new Set(all.flatMap((o) => o.roles));
  const who = [
    role,
    option.actor === statement.subject ? 's' : option.actor === statement.object ? 'o' : '-',
  ].join('');
  const features = [`r:${role}`, `w:${who}`, `g:${genre}:${role}`, `g:${genre}:${who}`];
  const add = (name: string): void => {
    features.push(`${name}:${role}`, `${name}:${who}`, `${name}:${genre}:${who}`);
  };
  add(`t:${type}`);
  for (const r of option.roles) features.push(`all:${r}`, `all:${genre}:${r}`);
  for (const k of kinds) features.push(`has:${k}:${role}`, `has:${genre}:${k}:${who}`);
  if (quote) add(quote.end - quote.start < 25 ? 'q:word' : 'q:speech');
  if (statement.sentence === 0) add('first');
  if (s?.kind === 'heading') add('heading');
  if (statement.subject !== '' && report.protagonists.includes(statement.subject))
    add(report.protagonists.includes(statement.object ?? '') ? 'pp' : 'p-');
  else if (report.protagonists.includes(statement.object ?? '')) add('-p');
  if (option.actor !== null && option.actor === report.protagonists[0]) add('p1');
  features.push(...sayerFeatures(index, statement, option, genre, who, type));
  if (role === 'none')
    for (const other of all)
      if (other.sayer && other.sayer.mention.sentence === statement.sentence) {
        features.push(`nv:${other.sayer.word}`, `nk:${other.sayer.kind}`, `nk:${other.sayer.kind}:${type}`);
        const isAfter = isAfterVerb(index, statement, other);
        features.push(
          `na:${isAfter}`,
          `na:${isAfter}:${type}`,
          `na:${isAfter}:${other.actor === statement.subject}`,
        );
      }
  return features;
}

function sayerFeatures(
  index: SpeakerIndex,
  statement: Statement,
  option: SpeakerOption,
  genre: string,
  who: string,
  type: string,
): string[] {
  const { sayer } = option;
  if (!sayer) return [];
  if (sayer.mention.sentence !== statement.sentence)
    return [`ev:${sayer.word}`, `ek:${sayer.kind}:${who}`, `ek:${sayer.kind}:${genre}:${who}`];
  const isAfter = isAfterVerb(index, statement, option);
  const tokens = index.report.sentences[statement.sentence]?.tokens ?? [];
  const that = tokens.slice(sayer.verb + 1, sayer.verb + 3).some((t) => t.lower === 'that');
  const rivals = index
    .sayersOf(statement.sentence)
    .filter((y) => y.mention.actor !== sayer.mention.actor).length;
  const together = index.sayersOf(statement.sentence).filter((y) => y.verb === sayer.verb);
  const isOwn = together.some((y) => y.mention.actor === statement.subject);
  const isFirst =
    index.report.protagonists.find((p) => together.some((y) => y.mention.actor === p)) === option.actor;
  const plural =
    together.length < 2 ? 'one' : isOwn ? `own:${option.actor === statement.subject}` : `other:${isFirst}`;
  return [
    `plural:${plural}`,
    `plural:${plural}:${type}`,
    `plural:${plural}:${sayer.kind}:${isAfter}`,
    `plural:${plural}:${index.report.protagonists.includes(statement.object ?? '')}`,
    `v:${sayer.word}`,
    `v:${sayer.word}:${who}`,
    `k:${sayer.kind}:${isAfter}`,
    `k:${sayer.kind}:${isAfter}:${who}`,
    `k:${sayer.kind}:${isAfter}:${type}`,
    `k:${sayer.kind}:${genre}:${isAfter}:${who}`,
    `that:${that}:${isAfter}:${who}`,
    `f:${sayer.mention.form}:${who}`,
    `kind:${index.report.actors.get(sayer.mention.actor)?.kind ?? ''}:${sayer.kind}`,
    `rivals:${Math.min(3, rivals)}:${who}`,
  ];
}

/** Whether a statement stands after the sayer's verb, or before one that follows what is said. */
function isAfterVerb(index: SpeakerIndex, statement: Statement, { sayer }: SpeakerOption): boolean {
  const verb = sayer && index.report.sentences[sayer.mention.sentence]?.tokens[sayer.verb];
  if (!verb) return false;
  return sayer.isBefore ? statement.end > verb.start : true;
}
