import type { MouseEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ClaimId, DocumentId } from '../../../graph-data/model/ids.ts';
import { claimRequest } from '../../api/requests.ts';
import { withClaim, withReading } from '../../state/page-transitions.ts';
import { toUrlQuery } from '../../state/url-state.ts';
import { useChangePage, useLoaded, usePage, useServices } from '../page-context.ts';
import { useAnswers } from '../use-answer.ts';
import type { Span, Stretch } from './cut-spans.ts';
import { cutSpans } from './cut-spans.ts';
import { OpenClaims } from './open-claims.tsx';

interface DocumentTextProps {
  readonly text: string;
  readonly spans: readonly Span[];
  /** The claims known so far; others are asked for when they are opened. */
  readonly claims: readonly ClaimAnswer[];
  readonly document: DocumentId;
}

/** The text with its claims marked. A click opens a stretch's claim, or offers its claims where it has several. */
export function DocumentText({ text, spans, claims, document }: DocumentTextProps) {
  const front = usePage((state) => state.page.claim);
  const change = useChangePage();
  const [offered, setOffered] = useState<readonly string[]>([]);
  const article = useRef<HTMLElement>(null);
  const open = offered.length > 0 ? offered : front === null ? [] : [front];
  const opened = useOpened(open, claims);
  useEffect(() => {
    if (front !== null)
      article.current?.querySelector('.stretch-in-front')?.scrollIntoView({ block: 'center' });
  }, [front]);
  const onOpen = (stretch: Stretch): void => {
    const [only] = stretch.claims;
    const claim = claims.find(({ id }) => id === only);
    if (stretch.claims.length > 1) setOffered(stretch.claims);
    else {
      setOffered([]);
      change((page) =>
        claim ? withClaim(page, claim) : withReading(page, document, (only ?? null) as ClaimId),
      );
    }
  };
  return (
    <>
      <article ref={article} className="document-text">
        {cutSpans(text, spans).map((paragraph) => (
          <p key={paragraph[0]?.start ?? 0}>
            {paragraph.map((stretch) => (
              <StretchView
                key={stretch.start}
                stretch={stretch}
                front={front}
                isOffered={offered.length > 0 && stretch.claims.join() === offered.join()}
                document={document}
                onOpen={onOpen}
              />
            ))}
          </p>
        ))}
      </article>
      <OpenClaims
        claims={opened}
        front={front}
        onChoose={(claim) => {
          setOffered([]);
          change((page) => withClaim(page, claim));
        }}
      />
    </>
  );
}

/** The claims with these ids: those that are here, the others asked for. */
function useOpened(ids: readonly string[], claims: readonly ClaimAnswer[]): readonly ClaimAnswer[] {
  const missing = ids.filter((id) => claims.every((claim) => claim.id !== id));
  const rest = useAnswers(missing.map((id) => claimRequest(id as ClaimId)));
  return ids.flatMap((id) => [...claims, ...(rest.value ?? [])].find((claim) => claim.id === id) ?? []);
}

function StretchView({
  stretch,
  front,
  isOffered,
  document,
  onOpen,
}: {
  readonly stretch: Stretch;
  readonly front: ClaimId | null;
  readonly isOffered: boolean;
  readonly document: DocumentId;
  readonly onOpen: (stretch: Stretch) => void;
}) {
  const { store } = useServices();
  const version = useLoaded()?.meta.version ?? null;
  const [first] = stretch.claims;
  if (first === undefined) return stretch.text;
  const isInFront = front !== null && stretch.claims.includes(front);
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(stretch);
  };
  const depth = stretch.claims.length > 1 ? ' stretch-several' : '';
  return (
    <a
      className={`stretch${depth}${isInFront ? ' stretch-in-front' : ''}${isOffered ? ' stretch-offered' : ''}`}
      href={`?${toUrlQuery(withReading(store.getState().page, document, first as ClaimId), version)}`}
      aria-current={isInFront || undefined}
      onClick={onClick}
    >
      {stretch.text}
    </a>
  );
}
