import type { MouseEvent } from 'react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Span, Stretch } from '../reader/cut-spans.ts';
import { cutSpans } from '../reader/cut-spans.ts';
import type { Mention } from './find-mentions.ts';
import type { TextRange } from './find-words.ts';
import { trimRange } from './find-words.ts';
import { toSelectedRange } from './selected-range.ts';

interface ReviewTextProps {
  readonly text: string;
  /** Those to be marked, the current one among them. */
  readonly claims: readonly ClaimAnswer[];
  readonly current: ClaimAnswer | undefined;
  readonly mentions: readonly Mention[];
  /** Changes when the text comes into view: it is then scrolled anew. */
  readonly pane: string;
  readonly onChoose: (claim: string) => void;
  /** Undefined when nothing is selected any more. */
  readonly onSelect: (range: TextRange | undefined) => void;
}

/** Before an actor's id: spans of mentions and of claims are cut together. */
const MENTION = '@';

/**
 * The document's text with actors and claims marked; the current claim is scrolled to. A click on a mark brings its claim
 * to the front; by keyboard and screen reader the queue does.
 */
export function ReviewText(props: ReviewTextProps) {
  const { text, claims, current, mentions, pane, onChoose, onSelect } = props;
  const article = useRef<HTMLElement>(null);
  const places = useMemo(
    () => JSON.stringify(claims.map(({ id, evidence: { start, end } }) => [id, start, end])),
    [claims],
  );
  const paragraphs = useMemo(() => {
    const spans = (JSON.parse(places) as [string, number | null, number | null][]).flatMap(
      ([claim, start, end]): Span[] => (start === null || end === null ? [] : [{ claim, start, end }]),
    );
    return cutSpans(text, [
      ...spans,
      ...mentions.map(({ actor, start, end }) => ({ claim: MENTION + actor, start, end })),
    ]);
  }, [text, places, mentions]);
  const statuses = new Map(claims.map(({ id, status }) => [id, status]));
  const ends = new Set(current ? [current.subject.id, current.object.id] : []);
  const toLook = ({ claims: held }: Stretch): string => {
    const names = held.filter((id) => id.startsWith(MENTION));
    const stated = held.filter((id) => !id.startsWith(MENTION));
    const isFront = current !== undefined && stated.includes(current.id);
    const status = (['proposed', 'accepted', 'rejected'] as const).find((one) =>
      stated.some((id) => statuses.get(id) === one),
    );
    return [
      isFront ? 'mark-front' : status === undefined ? '' : `mark-${status}`,
      names.length > 0 ? 'mark-actor' : '',
      isFront && names.some((id) => ends.has(id.slice(MENTION.length))) ? 'mark-end' : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
  const front = current?.id;
  useEffect(() => {
    const mark = front === undefined ? null : article.current?.querySelector('.mark-front');
    mark?.scrollIntoView({ block: 'nearest' });
  }, [front, paragraphs, pane]);
  const latest = useRef(onSelect);
  useEffect(() => {
    latest.current = onSelect;
  });
  useEffect(() => {
    const onChange = (): void => {
      const root = article.current;
      if (root === null) return;
      const range = toSelectedRange(document.getSelection(), root);
      latest.current(range && trimRange(text, range));
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [text]);
  const onClick = (event: MouseEvent): void => {
    const start = event.target instanceof Element ? event.target.getAttribute('data-start') : null;
    if (start === null || document.getSelection()?.isCollapsed === false) return;
    const stretch = paragraphs.flat().find((one) => String(one.start) === start);
    const held = stretch?.claims.filter((id) => !id.startsWith(MENTION)) ?? [];
    const next = held[(held.indexOf(front ?? '') + 1) % held.length];
    if (next !== undefined) onChoose(next);
  };
  return (
    <article ref={article} className="document-text review-text" onClick={onClick}>
      {paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph[0]?.start ?? 0}
          paragraph={paragraph}
          looks={paragraph.map(toLook).join('|')}
        />
      ))}
    </article>
  );
}

/** Rendered again only when a mark in it changes. */
const Paragraph = memo(function Paragraph({
  paragraph,
  looks,
}: {
  readonly paragraph: readonly Stretch[];
  /** A class name for each stretch. */
  readonly looks: string;
}) {
  const classNames = looks.split('|');
  return (
    <p>
      {paragraph.map((stretch, index) => (
        <span key={stretch.start} data-start={stretch.start} className={classNames[index] || undefined}>
          {stretch.text}
        </span>
      ))}
    </p>
  );
});
