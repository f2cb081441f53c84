import type { RefObject } from 'react';
import { Counts } from '../lens/counts.tsx';
import { usePage } from '../page-context.ts';
import { DIGEST_PUBLISHER, DIGEST_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import type { EmbedSources } from './embed-sources.ts';
import { useSources } from './embed-sources.ts';

/** What the embed's panel shows when nothing is chosen in the picture. */
export type EmbedPage = 'about' | 'list';

interface EmbedFootProps {
  readonly open: EmbedPage | null;
  readonly onOpen: (page: EmbedPage) => void;
  /** The button that takes the focus when a panel closes that none of them opened. */
  readonly first: RefObject<HTMLButtonElement | null>;
}

/** Below the picture: how much of how much it shows, what it is drawn from, and ways to read it. */
export function EmbedFoot({ open, onOpen, first }: EmbedFootProps) {
  const notes = usePage((state) => state.notices.length);
  const { sources } = useSources();
  return (
    <div className="embed-foot">
      <Counts />
      {sources && <p className="embed-sources">{toSourcesWords(sources)}</p>}
      <div className="embed-buttons">
        <button
          ref={first}
          type="button"
          className="link-button"
          aria-expanded={open === 'list'}
          onClick={() => onOpen('list')}
        >
          List
        </button>
        <button
          type="button"
          className="link-button"
          aria-expanded={open === 'about'}
          onClick={() => onOpen('about')}
        >
          {sources === undefined ? 'Sources' : toCountWords(sources.documentCount, 'source')}
          {notes > 0 && <span className="embed-notes">{toCountWords(notes, 'note')}</span>}
        </button>
      </div>
    </div>
  );
}

/** "Onrecord (digest) 81: our digest, not the report’s words · The Courier 12 · 3 more". */
export function toSourcesWords({ publishers, publisherCount }: EmbedSources): string {
  const named = publishers.slice(0, MOST_NAMED);
  const words = named.map(({ value, label, claims }) => {
    const count = `${label}, ${toCountWords(claims, 'claim')}`;
    return value === DIGEST_PUBLISHER ? `${count} (${DIGEST_WORDS})` : count;
  });
  const more = publisherCount - named.length;
  return [...words, ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}

const MOST_NAMED = 3;
