import { OWN_VOICE } from '../claim-table.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';

/** A voice: an actor's index, or OWN_VOICE for the document's own. */
export type Voice = number;

/** How often something was met. */
export interface Counted<T> {
  readonly value: T;
  readonly claims: number;
}

/** What one voice has to do with the words of others: each list most claims first, then in the order of actors. */
export interface VoiceHearsay {
  /** Whom it hands on, and who hands it on; those next to it in a chain alone. */
  readonly quotes: readonly Counted<Voice>[];
  readonly quotedBy: readonly Counted<Voice>[];
  /** Whole chains it stands in, outermost first. */
  readonly chains: readonly Counted<readonly Voice[]>[];
  /** Claims in which it is an inner speaker. */
  readonly heard: number;
}

/** Says what a voice has to do with hearsay; empty lists for one that has nothing. */
export interface Hearsay {
  readonly of: (voice: Voice) => VoiceHearsay;
  /** All who are inner speakers, in the order of actors. */
  readonly heard: readonly Voice[];
}

interface Chain {
  readonly voices: readonly Voice[];
  claims: number;
}

/** Reads the chains "A, quoting B" of the claims that pass. Cost: one look at each claim that has an inner speaker. */
export function findHearsay({ claims }: Network, { passes }: Selection): Hearsay {
  const { row, start, actor } = claims.via;
  const chains = new Map<string, Chain>();
  for (let entry = 0; entry < row.length; entry += 1) {
    const claim = row[entry] as number;
    if (passes[claim] === 0) continue;
    const inner = actor.subarray(start[entry], start[entry + 1]);
    // Two spellings of one actor may stand next to each other; nobody hands on his own word.
    const voices = [claims.speaker[claim] ?? OWN_VOICE, ...inner].filter(
      (voice, at, all) => voice !== all[at - 1],
    );
    if (voices.length < 2) continue;
    const key = voices.join(' ');
    const chain = chains.get(key) ?? { voices, claims: 0 };
    chain.claims += 1;
    chains.set(key, chain);
  }
  const byVoice = new Map<Voice, Chain[]>();
  const heard = new Set<Voice>();
  for (const chain of chains.values()) {
    for (const voice of new Set(chain.voices)) {
      const standing = byVoice.get(voice);
      if (standing === undefined) byVoice.set(voice, [chain]);
      else standing.push(chain);
    }
    for (const voice of chain.voices.slice(1)) heard.add(voice);
  }
  return {
    of: (voice) => toVoiceHearsay(voice, byVoice.get(voice) ?? []),
    heard: [...heard].sort((a, b) => a - b),
  };
}

function toVoiceHearsay(voice: Voice, chains: readonly Chain[]): VoiceHearsay {
  const quotes = new Map<Voice, number>();
  const quotedBy = new Map<Voice, number>();
  let heard = 0;
  const add = (counts: Map<Voice, number>, others: ReadonlySet<Voice>, claims: number): void => {
    for (const other of others) counts.set(other, (counts.get(other) ?? 0) + claims);
  };
  for (const { voices, claims } of chains) {
    const places = voices.flatMap((each, at) => (each === voice ? [at] : []));
    add(quotes, new Set(places.flatMap((at) => voices[at + 1] ?? [])), claims);
    add(quotedBy, new Set(places.flatMap((at) => (at === 0 ? [] : (voices[at - 1] ?? [])))), claims);
    if (voices.indexOf(voice, 1) > 0) heard += claims;
  }
  return {
    quotes: rank(quotes),
    quotedBy: rank(quotedBy),
    chains: chains
      .map(({ voices, claims }) => ({ value: voices, claims }))
      .sort((a, b) => b.claims - a.claims || compareVoices(a.value, b.value)),
    heard,
  };
}

function rank(counts: ReadonlyMap<Voice, number>): Counted<Voice>[] {
  return [...counts]
    .map(([value, claims]) => ({ value, claims }))
    .sort((a, b) => b.claims - a.claims || a.value - b.value);
}

function compareVoices(a: readonly Voice[], b: readonly Voice[]): number {
  const at = a.findIndex((voice, place) => voice !== b[place]);
  return at < 0 ? a.length - b.length : (a[at] as number) - (b[at] ?? -Infinity);
}
