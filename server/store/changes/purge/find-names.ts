import type { DatabaseSync } from 'node:sqlite';
import { foldText } from '../../../../graph-data/model/text.ts';
import { parseImage, readImages } from '../logged-rows.ts';
import { isTombstone } from '../tombstone.ts';

/** What stands for each code unit of a purged name in a text that stays, so that offsets stay right. */
const BLOCK = '█';
/** Shorter names are looked for as they are written: "US" is not "us". */
const LEAST_FOLDED = 5;

/** Characters that mean something in a pattern. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

/** Every name and alias an actor has or had, as far as no other actor bears it; empty for one that never was. */
export function findNames(database: DatabaseSync, id: string): string[] {
  const past = database
    .prepare(
      `select before as image from ledger_changes where "table" = 'actors' and key = ?1 and before is not null
      union select after from ledger_changes where "table" = 'actors' and key = ?1 and after is not null`,
    )
    .all(id) as { image: string }[];
  const images = [...past.map(({ image }) => image), ...readImages(database, 'actors', [id]).values()];
  const names = new Set(
    images
      .filter((image) => !isTombstone(image))
      .map((image) => parseImage('actors', image))
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const others = database
    .prepare('select name from actors where id <> ?1 union select name from aliases where actor <> ?1')
    .all(id) as { name: string }[];
  const borne = new Set(others.map(({ name }) => foldText(name)));
  return [...names].filter((name) => !borne.has(foldText(name)));
}

/** Puts blocks in the place of these words wherever they stand as whole words. */
export function createRedactor(words: readonly string[]): (text: string) => string {
  const toPattern = (some: readonly string[], flags: string): RegExp[] => {
    if (some.length === 0) return [];
    const parts = some.toSorted((a, b) => b.length - a.length).map((word) => word.replace(SYNTAX, '\\$&'));
    return [new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, flags)];
  };
  const patterns = [
    ...toPattern(
      words.filter(({ length }) => length >= LEAST_FOLDED),
      'giu',
    ),
    ...toPattern(
      words.filter(({ length }) => length < LEAST_FOLDED),
      'gu',
    ),
  ];
  return (text) =>
    patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => BLOCK.repeat(found.length)), text);
}
