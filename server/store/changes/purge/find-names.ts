import type { DatabaseSync } from 'node:sqlite';
import { foldText } from '../../../../graph-data/model/text.ts';
import type { RowImages } from '../logged-rows.ts';
import { parseImage, readImages } from '../logged-rows.ts';
import { isTombstone } from '../tombstone.ts';

/** What actors are called, as far as no other actor is called so. */
export interface PurgedNames {
  /** Names and aliases, those of before too. */
  readonly names: readonly string[];
  /** Last words of persons' names: those by which they are called for short. */
  readonly surnames: readonly string[];
}

/** Shorter last words are rather a part of something else: "Un", "Xi". */
const LEAST_SURNAME = 3;
const IS_SURNAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]*$/u;
/** After a surname, not one. */
const IS_SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** In what says who somebody is: "President of Ruritania". */
const IS_DESCRIPTION = /(?:^|\s)(?:of|the)\s/i;

/** Every name and alias these actors have or had, and surnames, as far as no other actor bears them. */
export function findNames(database: DatabaseSync, ids: readonly string[]): PurgedNames {
  const past = database
    .prepare(
      `select before as image from ledger_changes
        where "table" = 'actors' and key in (select value from json_each(?1)) and before is not null
      union select after from ledger_changes
        where "table" = 'actors' and key in (select value from json_each(?1)) and after is not null`,
    )
    .all(JSON.stringify(ids)) as { image: string }[];
  const images = [...past.map(({ image }) => image), ...readImages(database, 'actors', ids).values()]
    .filter((image) => !isTombstone(image))
    .map((image) => parseImage('actors', image));
  const others = database
    .prepare(
      `with purged as materialized (select value as id from json_each(?))
      select name from actors where id not in (select id from purged)
      union select name from aliases where actor not in (select id from purged)`,
    )
    .all(JSON.stringify(ids)) as { name: string }[];
  const borne = new Set(others.map(({ name }) => foldText(name)));
  const surnamesBorne = new Set(others.map(({ name }) => foldText(name.split(/\s+/).at(-1) ?? '')));
  return {
    names: [...new Set(images.flatMap(({ name, aliases }) => [name, ...aliases]))].filter(
      (name) => !borne.has(foldText(name)),
    ),
    surnames: [...new Set(images.flatMap(toSurnames))].filter((name) => !surnamesBorne.has(foldText(name))),
  };
}

function toSurnames({ kind, name }: RowImages['actors']): string[] {
  const words = name.split(/\s+/).filter((word) => word !== '' && !IS_SUFFIX.test(word));
  const last = words.at(-1)?.replace(/,$/, '') ?? '';
  const isOne = kind === 'person' && words.length > 1 && !IS_DESCRIPTION.test(name);
  return isOne && last.length >= LEAST_SURNAME && IS_SURNAME.test(last) ? [last] : [];
}
