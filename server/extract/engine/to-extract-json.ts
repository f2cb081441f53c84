import type { Extraction } from './extract-claims.ts';

/** What `onrecord extract --json` prints (DESIGN.md), and gold/score.mjs scores. */
export interface ExtractJson {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly aliases: readonly string[];
    readonly mentions: readonly string[];
  }[];
  readonly claims: readonly {
    readonly subject: string;
    readonly object: string;
    readonly type: string;
    readonly label: string;
    readonly stance: string;
    readonly modality: string;
    readonly speaker: string | null;
    readonly start: number;
    readonly end: number;
    readonly certainty: number;
    readonly reason: string;
  }[];
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
    claims: proposals.map(
      ({ subject, object, type, label, stance, modality, speaker, start, end, certainty, reason }) => ({
        subject,
        object,
        type,
        label,
        stance,
        modality,
        speaker,
        start,
        end,
        certainty,
        reason,
      }),
    ),
  };
}
