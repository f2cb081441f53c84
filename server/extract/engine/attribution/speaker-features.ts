import type { FeatureList } from '../hashing/feature-list.ts';
import { PartCache, toPart, toParts, type Part } from '../hashing/part.ts';
import type { SpeakerIndex, SpeakerOption, SpeakerRole, Statement } from './speaker-options.ts';

const ROLE: Readonly<Record<SpeakerRole, Part>> = toParts(
  'none',
  'quote',
  'turn',
  'voice',
  'sayer',
  'source',
  'voices',
  'earlier',
  'subject',
);
const F = toParts(
  'r:',
  'w:',
  'g:',
  't:',
  'all:',
  'has:',
  'q:word',
  'q:speech',
  'first',
  'heading',
  'pp',
  'p-',
  '-p',
  'p1',
  'nv:',
  'nk:',
  'na:',
  'ev:',
  'ek:',
  'plural:',
  'v:',
  'k:',
  'that:',
  'f:',
  'kind:',
  'rivals:',
  'one',
  'own:',
  'other:',
  'true',
  'false',
  'turns',
  'readout',
  'statement',
  'news',
  ':',
  '?',
);
const NONE = toPart('');
const WHO = new Map(
  Object.keys(ROLE).map((role) => [
    role,
    { s: toPart(`${role}s`), o: toPart(`${role}o`), '-': toPart(`${role}-`) },
  ]),
);
const NUMBERS = [0, 1, 2, 3].map((number) => toPart(String(number)));
/** Words of saying and of the vocabulary, which are few, keep their pieces. */
const words = new PartCache();

const is = (value: boolean): Part => (value ? F.true : F.false);

/** What kind of report it is, as far as it matters for who speaks. */
const genreOf = ({ report }: SpeakerIndex): Part =>
  report.isReadout ? F.readout : report.voice !== null ? F.statement : F.news;

/** What tells whether an option is the speaker of a statement, as features for a linear model, put into `list`. */
export function speakerFeatures(
  list: FeatureList,
  index: SpeakerIndex,
  statement: Statement,
  option: SpeakerOption,
  all: readonly SpeakerOption[],
): void {
  const { report } = index;
  const s = report.sentences[statement.sentence];
  const genre = report.turns[statement.sentence]?.isTurn === true ? F.turns : genreOf(index);
  const role = ROLE[option.roles[0] ?? 'none'];
  const type = statement.type === undefined ? F['?'] : words.get(statement.type);
  const quote = index.quoteAt(statement.start) ?? index.quoteAt(statement.end - 1);
  const kinds = rolesOf(all);
  const who = whoOf(option, statement);
  list.add(F['r:'], role);
  list.add(F['w:'], who);
  list.add(F['g:'], genre, F[':'], role);
  list.add(F['g:'], genre, F[':'], who);
  const add = (name: Part, value: Part = NONE): void => {
    list.add(name, value, F[':'], role);
    list.add(name, value, F[':'], who);
    list.add(name, value, F[':'], genre, F[':'], who);
  };
  add(F['t:'], type);
  for (const r of option.roles) {
    list.add(F['all:'], ROLE[r]);
    list.add(F['all:'], genre, F[':'], ROLE[r]);
  }
  for (const k of kinds) {
    list.add(F['has:'], ROLE[k], F[':'], role);
    list.add(F['has:'], genre, F[':'], ROLE[k], F[':'], who);
  }
  if (quote) add(quote.end - quote.start < 25 ? F['q:word'] : F['q:speech']);
  if (statement.sentence === 0) add(F.first);
  if (s?.kind === 'heading') add(F.heading);
  const isObject = report.protagonists.includes(statement.object ?? '');
  if (statement.subject !== '' && report.protagonists.includes(statement.subject))
    add(isObject ? F.pp : F['p-']);
  else if (isObject) add(F['-p']);
  if (option.actor !== null && option.actor === report.protagonists[0]) add(F.p1);
  sayerFeatures(list, index, statement, option, genre, who, type);
  if (role !== ROLE.none) return;
  for (const other of all)
    if (other.sayer && other.sayer.mention.sentence === statement.sentence) {
      const isAfter = is(isAfterVerb(index, statement, other));
      const kind = words.get(other.sayer.kind);
      list.add(F['nv:'], words.get(other.sayer.word));
      list.add(F['nk:'], kind);
      list.add(F['nk:'], kind, F[':'], type);
      list.add(F['na:'], isAfter);
      list.add(F['na:'], isAfter, F[':'], type);
      list.add(F['na:'], isAfter, F[':'], is(other.actor === statement.subject));
    }
}

/** The roles of all options, each once. */
function rolesOf(all: readonly SpeakerOption[]): SpeakerRole[] {
  const roles: SpeakerRole[] = [];
  for (const option of all) for (const role of option.roles) if (!roles.includes(role)) roles.push(role);
  return roles;
}

function whoOf({ roles, actor }: SpeakerOption, { subject, object }: Statement): Part {
  const who = WHO.get(roles[0] ?? 'none');
  return who?.[actor === subject ? 's' : actor === object ? 'o' : '-'] ?? NONE;
}

function sayerFeatures(
  list: FeatureList,
  index: SpeakerIndex,
  statement: Statement,
  option: SpeakerOption,
  genre: Part,
  who: Part,
  type: Part,
): void {
  const { sayer } = option;
  if (!sayer) return;
  const [word, kind] = [words.get(sayer.word), words.get(sayer.kind)];
  if (sayer.mention.sentence !== statement.sentence) {
    list.add(F['ev:'], word);
    list.add(F['ek:'], kind, F[':'], who);
    list.add(F['ek:'], kind, F[':'], genre, F[':'], who);
    return;
  }
  const isAfter = is(isAfterVerb(index, statement, option));
  const tokens = index.report.sentences[statement.sentence]?.tokens ?? [];
  const that = is(tokens.slice(sayer.verb + 1, sayer.verb + 3).some((t) => t.lower === 'that'));
  const rivals = index
    .sayersOf(statement.sentence)
    .filter((y) => y.mention.actor !== sayer.mention.actor).length;
  const together = index.sayersOf(statement.sentence).filter((y) => y.verb === sayer.verb);
  const isOwn = together.some((y) => y.mention.actor === statement.subject);
  const isFirst =
    index.report.protagonists.find((p) => together.some((y) => y.mention.actor === p)) === option.actor;
  const [plural, whose] =
    together.length < 2
      ? [F.one, NONE]
      : isOwn
        ? [F['own:'], is(option.actor === statement.subject)]
        : [F['other:'], is(isFirst)];
  list.add(F['plural:'], plural, whose);
  list.add(F['plural:'], plural, whose, F[':'], type);
  list.begin(F['plural:']);
  for (const piece of [plural, whose, F[':'], kind, F[':'], isAfter]) list.and(piece);
  list.end();
  list.add(
    F['plural:'],
    plural,
    whose,
    F[':'],
    is(index.report.protagonists.includes(statement.object ?? '')),
  );
  list.add(F['v:'], word);
  list.add(F['v:'], word, F[':'], who);
  list.add(F['k:'], kind, F[':'], isAfter);
  list.add(F['k:'], kind, F[':'], isAfter, F[':'], who);
  list.add(F['k:'], kind, F[':'], isAfter, F[':'], type);
  list.begin(F['k:']);
  for (const piece of [kind, F[':'], genre, F[':'], isAfter, F[':'], who]) list.and(piece);
  list.end();
  list.add(F['that:'], that, F[':'], isAfter, F[':'], who);
  list.add(F['f:'], words.get(sayer.mention.form), F[':'], who);
  list.add(F['kind:'], words.get(index.report.actors.get(sayer.mention.actor)?.kind ?? ''), F[':'], kind);
  list.add(F['rivals:'], NUMBERS[Math.min(3, rivals)] ?? NONE, F[':'], who);
}

/** Whether a statement stands after the sayer's verb, or before one that follows what is said. */
function isAfterVerb(index: SpeakerIndex, statement: Statement, { sayer }: SpeakerOption): boolean {
  const verb = sayer && index.report.sentences[sayer.mention.sentence]?.tokens[sayer.verb];
  if (!verb) return false;
  return sayer.isBefore ? statement.end > verb.start : true;
}
