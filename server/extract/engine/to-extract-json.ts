import type { Extraction, Proposal } from './extract-claims.ts';

/** What `onrecord extract --json` prints (DESIGN.md), and gold/score.mjs scores. */
export interface ExtractJson {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly aliases: readonly string[];
    readonly mentions: readonly string[];
  }[];
  readonly claims: readonly Omit<Proposal, 'via'>[];
}

/** An extraction as plain data. */
export function toExtractJson({ actors, proposals }: Extraction): ExtractJson {
  return {
    actors: actors.map(({ id, name, kind, names }) => ({
      id,
      name,
      kind,
      aliases: [],
      mentions: [...names].sort(),
    })),
    claims: proposals.map(({ via: _, ...claim }) => claim),
  };
}
