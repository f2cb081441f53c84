import type { TextRange } from './find-words.ts';

/** A name by which a text may speak of an actor. */
export interface ActorName {
  readonly actor: string;
  readonly name: string;
}

export interface Mention extends TextRange {
  readonly actor: string;
}

const SHORTEST_NAME = 2;

/**
 * Where a text names actors, first to last: whole words, in the case they are written in, the longest name at each place.
 * A name that two actors have counts for the first. It marks names for the eye; no claim stands on it.
 */
export function findMentions(text: string, names: readonly ActorName[]): readonly Mention[] {
  const actors = new Map<string, string>();
  for (const { actor, name } of names) {
    const known = name.trim();
    if (known.length >= SHORTEST_NAME && !actors.has(known)) actors.set(known, actor);
  }
  if (actors.size === 0) return [];
  const choices = [...actors.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return Array.from(text.matchAll(pattern), (match) => ({
    actor: actors.get(match[0]) ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
