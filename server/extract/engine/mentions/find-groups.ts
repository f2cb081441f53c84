import { tokenAt } from '../names/token-at.ts';
import { toMention } from './to-mention.ts';
import type { FoundActor, Report, Sentence } from '../report.ts';
import { countryOf, ensureCountry } from '../coreference/discourse.ts';
import { DEMONYM_OF, slug } from '../names/known-names.ts';
import {
  BARE,
  BODIES,
  COLLECTIVE,
  GROUP_HEADS,
  PEOPLE,
  PHRASES,
  QUANTIFIERS,
  STATE_SELF,
} from './group-nouns.ts';
import { findLeaders } from './find-leaders.ts';
import type { MentionIndex } from './mention-index.ts';
import { endOfPhrase, startOfPhrase } from './noun-phrase.ts';
import type { PhraseStart } from './noun-phrase.ts';

const lastWord = (words: string): string => words.slice(words.lastIndexOf(' ') + 1);

/** "The two leaders", "both countries": the pair, whom the step on references resolves. */
const PAIR =
  /^(?:leaders|presidents|countries|nations|states|ministers|sides|governments|representatives|interlocutors|officials|politicians|colleagues|advisors|heads|peoples)$/;
const SHORTENS = /^(?:the|these|those|such|this|that)$/;
const OWNED_BODY = /^(?:administration|government|regime|cabinet)$/;
const OWNED = /^(?:its|our|my|his|her)\b/;
/** Words of number that say nothing of who they are: "all political prisoners" are the political prisoners. */
const EMPTY_NUMBER = /^(?:all|any|every|each|those|these)$/;
/** A country's own. */
const PEOPLE_OF = /^(?:people|citizens|nationals)$/;
/** Friends of an actor are one group, however much of it is said: "its partners", "our allies and partners". */
const FRIENDS = /^(?:allies|partners|friends)$/;

/**
 * Groups of people and bodies that have no name of their own ("several villages", "the people of Ruritania"), each an
 * actor; a country's government or side is the country. One pass over the tokens.
 */
export function findGroups(report: Report, mentions: MentionIndex): void {
  const lastOfHead = new Map<string, string>();
  for (const sentence of report.sentences)
    for (let i = 0; i < sentence.tokens.length; i += 1) {
      const to = readGroup(sentence, i);
      if (to > i) i = to - 1;
    }

  /** Reads a group whose head is a token; gives the token after it, or the token itself. */
  function readGroup(sentence: Sentence, head: number): number {
    const { tokens } = sentence;
    const token = tokenAt(tokens, head);
    const word = token.lower;
    if (!GROUP_HEADS.has(word)) return readPhrase(sentence, head);
    const isPlural = PEOPLE.has(word) || BODIES.has(word);
    const isSingular = COLLECTIVE.has(word) || BARE.has(word) || STATE_SELF.has(word);
    const isEach = !isPlural && !isSingular && (PEOPLE.has(`${word}s`) || BODIES.has(`${word}s`));
    if (!isPlural && !isSingular && !isEach) return readPhrase(sentence, head);
    if (
      mentions.at(sentence.index, head) ||
      token.pos === 'VERB' ||
      (/^(?:'s|’s)$/.test(tokens[head + 1]?.lower ?? '') && isEach)
    )
      return head;
    // the head of a longer phrase comes later: "police officers"
    if (!isPlural && (PEOPLE.has(tokens[head + 1]?.lower ?? '') || BODIES.has(tokens[head + 1]?.lower ?? '')))
      return head;
    // "military operations", "security cabinet meeting": a modifier, no head
    if (isSingular && !isPlural && /^(?:NOUN|PROPN)$/.test(tokens[head + 1]?.pos ?? '')) return head;
    const leadersTo = findLeaders(report, sentence, head, mentions);
    if (leadersTo > head) return leadersTo;
    const start = startOfPhrase(sentence, head, mentions);
    if (word === 'leadership' && isQuality(sentence, head, start)) return head;
    if (/^(?:both|either|neither)\b/.test(start.determiner) && PAIR.test(word)) return head;
    if (isEach && !/^(?:every|each|any)\b/.test(start.determiner)) return head;
    if (STATE_SELF.has(word) || /^(?:regime|aggression)$/.test(word)) {
      const country = ownerCountry(sentence, head, start);
      if (country) return putCountry(sentence, country.actor, country.from, country.to);
    }
    let core = head + 1;
    if (
      /^(?:and|or)$/.test(tokens[core]?.lower ?? '') &&
      (PEOPLE.has(tokens[core + 1]?.lower ?? '') ||
        (BODIES.has(tokens[core + 1]?.lower ?? '') && !BODIES.has(word)))
    )
      core += 2;
    const hasModifier = start.core < head;
    const to = endOfPhrase(sentence, core, word, mentions);
    if (
      isSingular &&
      !isPlural &&
      !hasModifier &&
      to === core &&
      !(BARE.has(word) && start.determiner !== '') &&
      !(OWNED_BODY.test(word) && OWNED.test(start.determiner))
    )
      return head;
    if (STATE_SELF.has(word) && !isPlural && !start.owner && (to === core || word !== 'government'))
      return head;
    if (
      /^(?:the|both|two|the two|either|neither|all|)$/.test(start.determiner) &&
      PAIR.test(word) &&
      to === core &&
      core === head + 1 &&
      (!hasModifier || /^(?:two|three|four)$/.test(text(sentence, start.core, head).toLowerCase())) &&
      start.determiner !== 'all'
    )
      return head;
    return putGroup(sentence, start, head, core, to);
  }

  /** Whether it is what a person does and no body: "her leadership", "the minister's firm leadership". */
  function isQuality({ tokens }: Sentence, head: number, { from, determiner, owner }: PhraseStart): boolean {
    const kind = owner && report.actors.get(owner.actor)?.kind;
    if (kind === 'country' || kind === 'organisation') return false;
    const isOwned = tokens.slice(from, head).some(({ text }) => /^['’]s?$/.test(text));
    return isOwned || /^(?:his|her|their|my|your|our)\b/.test(determiner);
  }

  /** "The injured", "those in need": groups without a head of their own. */
  function readPhrase(sentence: Sentence, at: number): number {
    const { tokens } = sentence;
    const word = tokenAt(tokens, at).lower;
    if (word !== 'terrorism' && !PHRASES.has(word)) return at;
    if (
      word === 'those' &&
      /^(?:who|in|fleeing|affected|seeking|responsible|involved|suffering|living|killed|injured|held|displaced|facing|defending|fighting|detained|working|accused)$/.test(
        tokens[at + 1]?.lower ?? '',
      )
    ) {
      let to = at + 2;
      while (
        to < tokens.length &&
        to < at + 7 &&
        (tokenAt(tokens, to).lower === 'need' ||
          /^(?:NOUN|PROPN|ADJ|DET|ADP)$/.test(tokenAt(tokens, to).pos)) &&
        !/^[^\p{L}]/u.test(tokenAt(tokens, to).text)
      )
        to += 1;
      while (to > at + 2 && /^(?:DET|ADP)$/.test(tokenAt(tokens, to - 1).pos)) to -= 1;
      return put(sentence, at, at + 1, text(sentence, at, to), slug(text(sentence, at, to)), [], 'those');
    }
    const before = tokens[at - 1]?.lower;
    if (
      (before === 'the' || before === 'entire' || before === 'whole') &&
      PHRASES.has(word) &&
      !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') &&
      !(
        word === 'world' &&
        /^(?:around|across|throughout|in|of)$/.test(tokens[at - (before === 'the' ? 2 : 3)]?.lower ?? '')
      ) &&
      !mentions.at(sentence.index, at)
    ) {
      const isWorld = word === 'world';
      return put(
        sentence,
        at - 1,
        at + 1,
        isWorld ? 'world' : text(sentence, at, at + 1),
        isWorld ? 'international-community' : slug(word),
        [],
        word,
      );
    }
    if (word === 'terrorism' && !mentions.at(sentence.index, at)) {
      const from = tokens[at - 1]?.lower === 'international' ? at - 1 : at;
      return put(sentence, from, at + 1, text(sentence, from, at + 1), 'terrorists', [], 'terrorists');
    }
    return at;
  }

  function ownerCountry(
    sentence: Sentence,
    head: number,
    start: PhraseStart,
  ): { actor: string; from: number; to: number } | undefined {
    const { tokens } = sentence;
    const isCountry = (id: string): boolean => report.actors.get(id)?.kind === 'country';
    if (start.owner && isCountry(start.owner.actor) && tokenAt(tokens, head).lower !== 'governments')
      return { actor: start.owner.actor, from: start.from, to: head + 1 };
    if (/^(?:of|in)$/.test(tokens[head + 1]?.lower ?? '')) {
      const at = tokens[head + 2]?.lower === 'the' ? head + 3 : head + 2;
      const of = mentions.at(sentence.index, at);
      if (of && isCountry(of.actor)) return { actor: of.actor, from: start.from, to: of.to };
    }
    return undefined;
  }

  function putCountry(sentence: Sentence, actor: string, from: number, to: number): number {
    const words = text(sentence, from, to);
    report.actors
      .get(actor)
      ?.names.add(words)
      .add(words.replace(/^(?:the|a|its|their|our) /i, ''));
    mentions.add(toMention(sentence, from, to, actor, 'name'));
    return to;
  }

  function putGroup(sentence: Sentence, start: PhraseStart, head: number, core: number, to: number): number {
    const { tokens } = sentence;
    const noun = tokenAt(tokens, head).lower;
    const owner = start.owner ? report.actors.get(start.owner.actor) : undefined;
    const isBare = start.core === head && core === head + 1 && to === core;
    // "those families": the families spoken of before
    if (isBare && SHORTENS.test(start.determiner)) {
      const same = lastOfHead.get(noun);
      if (same !== undefined) return put(sentence, start.from, core, '', same, [], noun);
    }
    const quantifier = start.determiner
      .split(' ')
      .find((word) => QUANTIFIERS.has(word) && !EMPTY_NUMBER.test(word));
    const long = text(sentence, quantifier === undefined ? start.core : start.from, to);
    const short = text(sentence, start.core, core);
    const isOwned = OWNED.test(start.determiner) && !start.owner;
    let id = slug(short);
    const holder = report.actors.get(resolveOwner(sentence, start) ?? '');
    const friendsOf = owner ?? (isOwned ? homeOf(holder) : undefined);
    if (
      FRIENDS.test(noun) &&
      friendsOf &&
      friendsOf.kind !== 'person' &&
      isPlainOwned(sentence, start, head)
    ) {
      const label = `${adjectiveOf(friendsOf, noun)} allies and partners`;
      return put(sentence, start.from, core, label, slug(label), [], noun);
    }
    if (
      owner?.kind === 'country' &&
      PEOPLE_OF.test(noun) &&
      to === core &&
      isPlainOwned(sentence, start, head)
    )
      id = slug(`${DEMONYM_OF.get(owner.id) ?? owner.name} people`);
    else if (owner?.kind === 'country' && start.owner?.isPossessive)
      id = slug(`${adjectiveOf(owner, noun)} ${text(sentence, start.owner.to + 1, core)}`);
    else if (isOwned && holder !== undefined) {
      const words = text(sentence, start.core, core);
      if (holder.kind === 'person' && OWNED_BODY.test(noun))
        return put(
          sentence,
          start.from,
          core,
          `${lastWord(holder.name)} ${noun}`,
          slug(`${lastWord(holder.name)} ${noun}`),
          [],
          noun,
          'organisation',
        );
      if (holder.kind === 'country') id = slug(`${adjectiveOf(holder, noun)} ${words.replace(/^own /, '')}`);
    } else if (noun === 'people' && to > core) {
      const of = mentions.at(sentence.index, to - 1);
      const country =
        of && tokenAt(tokens, core).lower === 'of' && start.core === head
          ? report.actors.get(of.actor)
          : undefined;
      if (country?.kind === 'country') id = slug(`${DEMONYM_OF.get(country.id) ?? country.name} people`);
      else id = slug(long);
    } else if (to > core && start.core === head) id = slug(long);
    const names = [text(sentence, start.from, to), long, short, text(sentence, start.from, core)];
    const label =
      quantifier === undefined && /^(?:NUM|DET)$/.test(tokenAt(tokens, start.core).pos) ? short : long;
    const kind = OWNED_BODY.test(noun) && owner?.kind === 'person' ? 'organisation' : 'group';
    return put(sentence, start.from, core, label, id, names, noun, kind);
  }

  /** Whether nothing stands between owner and head: "its partners", "America's partners", not "its trade partners". */
  function isPlainOwned({ tokens }: Sentence, { core, owner }: PhraseStart, head: number): boolean {
    const from = owner ? owner.to : core;
    return tokens
      .slice(from, head)
      .every(({ lower }) => /^(?:['’]s?|own|and|allies|partners|friends)$/.test(lower));
  }

  /** For whom a holder speaks: a person for the country, others for themselves. */
  function homeOf(holder: FoundActor | undefined): FoundActor | undefined {
    if (holder?.kind !== 'person') return holder;
    return report.actors.get(countryOf(report, holder.id) ?? '');
  }

  /** Whose "its", "our" or "his" a group is. */
  function resolveOwner({ index, tokens }: Sentence, start: PhraseStart): string | undefined {
    if (/^(?:our|my)\b/.test(start.determiner)) {
      const voice = report.turns[index]?.speaker ?? report.voice ?? undefined;
      if (start.determiner.startsWith('my')) return voice;
      const ours = voice ?? (report.isReadout ? report.protagonists[0] : undefined);
      const home = ours === undefined ? undefined : countryOf(report, ours);
      if (home !== undefined) ensureCountry(report, home);
      return home;
    }
    if (!start.determiner.startsWith('its'))
      return mentions.lastPerson(tokenAt(tokens, start.from).start, ({ name }) =>
        /^\p{Lu}/u.test(lastWord(name)),
      );
    for (let i = start.from - 1; i >= 0 && i > start.from - 60; i -= 1) {
      const mention = mentions.at(index, i);
      if (mention && report.actors.get(mention.actor)?.kind === 'country') return mention.actor;
    }
    return undefined;
  }

  /** The adjective of a country before a noun: "Ruritanian"; of the United States "US", save before its people. */
  function adjectiveOf(country: FoundActor, noun: string): string {
    if (
      country.id === 'united-states' &&
      !/^(?:people|citizens|voters|women|men|children|families)$/.test(noun)
    )
      return 'US';
    return DEMONYM_OF.get(country.id) ?? country.name;
  }

  function put(
    sentence: Sentence,
    from: number,
    to: number,
    label: string,
    wantedId: string,
    names: readonly string[],
    noun: string,
    kind: FoundActor['kind'] = 'group',
  ): number {
    let id = sameAsBefore(wantedId, noun) || 'group';
    const there = report.actors.get(id);
    if (there && there.kind !== kind && label !== '') id = `group:${id}`;
    let actor = report.actors.get(id);
    if (!actor)
      report.actors.set(
        id,
        (actor = {
          id,
          name: label.replace(/^(?:the|a|an) /i, ''),
          kind,
          names: new Set(),
          gender: '',
          ties: [],
          count: 0,
        }),
      );
    for (const name of names) if (/\p{Lu}/u.test(name)) actor.names.add(name);
    actor.names.add(text(sentence, from, to));
    lastOfHead.set(noun, id);
    mentions.add(toMention(sentence, from, to, id, 'group'));
    return to;
  }

  /** The id of a group of the same head that is told apart by nothing: "parties to the conflict (in the east)". */
  function sameAsBefore(id: string, noun: string): string {
    const before = lastOfHead.get(noun);
    if (before === undefined || report.actors.has(id)) return id;
    const [short, long] = before.length < id.length ? [before, id] : [id, before];
    const isDefined = short.startsWith(`${noun}-`) && short.split('-').length > 3;
    return isDefined && long.startsWith(`${short}-`) ? before : id;
  }

  function text({ tokens }: Sentence, from: number, to: number): string {
    return report.text.slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end).replace(/\s+/g, ' ');
  }
}
