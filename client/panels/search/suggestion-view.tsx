import type { ReactNode } from 'react';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { DIGEST_WORDS, KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import { toSpeakerWords } from '../words/relation-words.ts';
import { highlightWords } from './highlight-words.ts';
import type { Suggestion } from './suggestions.ts';

/** One line of the search: what was found with the matching words marked, and where it stands. */
export function SuggestionView({
  suggestion,
  words,
}: {
  readonly suggestion: Suggestion;
  readonly words: string;
}) {
  if (suggestion.kind === 'actor') {
    const { label, kind, aliases, claims } = suggestion.actor;
    const alias = aliases.find((name) => highlightWords(name, words).some(({ isMatch }) => isMatch));
    const isInLabel = highlightWords(label, words).some(({ isMatch }) => isMatch);
    return (
      <>
        <span className="suggestion-main">
          <ActorMark kind={kind} />
          <Highlighted text={label} words={words} />
        </span>
        <span className="suggestion-side">
          {KIND_WORDS[kind].one} · {toCountWords(claims, 'claim')}
          {!isInLabel && alias !== undefined && (
            <>
              {' '}
              · also <Highlighted text={alias} words={words} />
            </>
          )}
        </span>
      </>
    );
  }
  if (suggestion.kind === 'claim') {
    const { evidence, subject, object, speaker, via, label, document } = suggestion.claim;
    return (
      <>
        <span className="suggestion-main suggestion-quote">
          <Highlighted text={evidence.sentence} words={words} />
        </span>
        <span className="suggestion-side">
          {subject.label} → {object.label}: <Highlighted text={label} words={words} /> ·{' '}
          {toSpeakerWords(speaker, via)}
          {document.kind === 'digest' && ` · ${DIGEST_WORDS}`}
        </span>
      </>
    );
  }
  const { title, publisher, claims } = suggestion.document;
  return (
    <>
      <span className="suggestion-main">
        <Highlighted text={title} words={words} />
      </span>
      <span className="suggestion-side">
        {publisher} · {toCountWords(claims, 'claim')}
      </span>
    </>
  );
}

function Highlighted({ text, words }: { readonly text: string; readonly words: string }): ReactNode {
  return (
    <span>
      {highlightWords(text, words).map((part, index) =>
        part.isMatch ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </span>
  );
}
