import { Suspense, lazy } from 'react';
import type { PageState } from '../../state/page-state.ts';
import { ActorCard } from '../evidence/actor-card.tsx';
import { ClaimsCard } from '../evidence/claims-card.tsx';
import { PairCard } from '../evidence/pair-card.tsx';
import { StartCard } from '../evidence/start-card.tsx';
import { useLoaded } from '../page-context.ts';
import { PanelFrame } from './panel-frame.tsx';
import { Waiting } from './waiting.tsx';

const Reader = lazy(async () => ({ default: (await import('../reader/reader.tsx')).Reader }));

const PathsPanel = lazy(async () => ({ default: (await import('../paths/paths-panel.tsx')).PathsPanel }));
const CasePanel = lazy(async () => ({ default: (await import('../case-file/case-panel.tsx')).CasePanel }));

interface SidePanelProps {
  readonly page: PageState;
  /** A sheet at the bottom, on narrow screens. */
  readonly isSheet: boolean;
  readonly isTall: boolean;
  readonly onTall: (isTall: boolean) => void;
  readonly onClose: () => void;
}

/** What is known of the selection: at the right, or as a sheet at the bottom. */
export function SidePanel({ page, isSheet, isTall, onTall, onClose }: SidePanelProps) {
  return (
    <PanelFrame
      label="Evidence"
      side={page.reading === null ? 'side' : 'side side-wide'}
      isSheet={isSheet}
      isTall={isTall}
      onTall={onTall}
    >
      <Suspense fallback={<Waiting what={toContentWords(page)} />}>
        <PanelContent page={page} onClose={onClose} />
      </Suspense>
    </PanelFrame>
  );
}

function toContentWords({ reading, isCaseOpen }: PageState): string {
  if (reading !== null) return 'the document';
  return isCaseOpen ? 'the case file' : 'the paths';
}

function PanelContent({ page, onClose }: { readonly page: PageState; readonly onClose: () => void }) {
  const loaded = useLoaded();
  const { selection, reading, list } = page;
  if (reading !== null) return <Reader key={reading} id={reading} onClose={onClose} />;
  if (selection.kind === 'actor' && list !== null)
    return (
      <ClaimsCard key={`${list} ${selection.actor}`} id={selection.actor} list={list} onClose={onClose} />
    );
  if (selection.kind === 'actor')
    return <ActorCard key={selection.actor} id={selection.actor} onClose={onClose} />;
  if (selection.kind === 'pair') {
    const { a, b, relation } = selection;
    return <PairCard key={`${a} ${b}`} a={a} b={b} relation={relation} onClose={onClose} />;
  }
  if (page.isCaseOpen) return <CasePanel onClose={onClose} />;
  if (page.paths !== null) return <PathsPanel question={page.paths} onClose={onClose} />;
  return loaded && <StartCard loaded={loaded} onClose={onClose} />;
}
