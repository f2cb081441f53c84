import { useEffect, useRef, useState } from 'react';
import type { CaseMade } from '../../../graph-data/formats/case-file/case-file.ts';
import { LONGEST_TITLE } from '../../../graph-data/formats/case-file/parse-case-file.ts';
import { toCaseKey, withMoved, withTitle, withUndone, withoutPinned } from '../../state/case-file-state.ts';
import { Field } from '../frame/field.tsx';
import { Icon } from '../frame/icon.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { usePage, useServices, useVocabulary } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { toCaseMarks } from './case-check.ts';
import { CaseExports } from './case-exports.tsx';
import { CaseItemCard } from './case-item-card.tsx';
import { CasePrint } from './case-print.tsx';
import { useCaseCheck } from './use-case-check.ts';
import { toPinnedUnder, useChangeCase } from './use-case-file.ts';

/** The reader's case file: what is pinned, in the reader's order and with the reader's notes, and ways to take it along. */
export function CasePanel({ onClose }: { readonly onClose: () => void }) {
  const { store } = useServices();
  const { file, past, fault } = usePage((state) => state.caseFile);
  const change = useChangeCase();
  const vocabulary = useVocabulary();
  const found = useCaseCheck(file);
  const marks = toCaseMarks(file, found, vocabulary);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  /** What is to have the focus when the list has been drawn again: an element that moves loses it. */
  const [wanted, setWanted] = useState<{ readonly key: string; readonly act: string } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const items = [...(list.current?.children ?? [])].filter((item) => item instanceof HTMLElement);
    const item = items.find(({ dataset }) => dataset['key'] === wanted.key) ?? items[0];
    const button = item?.querySelector<HTMLButtonElement>(`[data-act="${wanted.act}"]:not(:disabled)`);
    (button ?? item?.querySelector<HTMLElement>('[data-act="open"]'))?.focus();
  }, [wanted]);
  useEffect(
    () =>
      store.subscribe(({ caseFile }, before) => {
        const isTakenBack = caseFile.past.length === before.caseFile.past.length - 1;
        if (isTakenBack && caseFile.file === before.caseFile.past.at(-1)) setSaid('Taken back'); // by button or key
      }),
    [store],
  );
  const move = (key: string, by: number): void => {
    const at = file.items.findIndex((item) => toCaseKey(item) === key);
    const to = Math.min(Math.max(at + by, 0), file.items.length - 1);
    change((state) => withMoved(state, key, by));
    setSaid(`Moved to place ${to + 1} of ${file.items.length}`);
    setWanted({ key, act: by < 0 ? 'up' : 'down' });
  };
  const remove = (key: string): void => {
    const at = file.items.findIndex((item) => toCaseKey(item) === key);
    const next = file.items[at + 1] ?? file.items[at - 1];
    change((state) => withoutPinned(state, key));
    setSaid('Taken out of the case file');
    if (next) setWanted({ key: toCaseKey(next), act: 'remove' });
  };
  const toMade = (): CaseMade => ({
    at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    ...toPinnedUnder(store.getState()),
    marks,
  });
  return (
    <>
      <PanelHeader place="case-file" title="Case file" onClose={onClose} />
      <div className="panel-body case-file">
        {fault !== null && (
          <p className="problem" role="alert">
            {fault}
          </p>
        )}
        <TitleField
          title={file.title}
          onTitle={(title, isGoingOn) => change((state) => withTitle(state, title, isGoingOn))}
        />
        <p className="case-row">
          <span className="quiet">{toCountWords(file.items.length, 'item')}, kept in this browser</span>
          <button
            type="button"
            className="link-button"
            aria-keyshortcuts="Control+Z Meta+Z"
            aria-disabled={past.length === 0} // not disabled: that would take the focus away
            onClick={() => {
              if (past.length === 0) return;
              change(withUndone);
            }}
          >
            <Icon name="undo" />
            Undo<span className="visually-hidden"> the last change of the case file</span>
          </button>
        </p>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        {file.items.length === 0 && (
          <p className="lead">
            Nothing is here yet. “Add to case file” stands by every claim, relation and path.
          </p>
        )}
        <ol ref={list} className="case-items">
          {file.items.map((item, index) => (
            <CaseItemCard
              key={toCaseKey(item)}
              item={item}
              marks={marks}
              isFirst={index === 0}
              isLast={index === file.items.length - 1}
              onMove={move}
              onRemove={remove}
            />
          ))}
        </ol>
        <CaseExports toMade={toMade} onSay={setSaid} />
      </div>
      <CasePrint file={file} toMade={toMade} />
    </>
  );
}

/** Changes as it is typed, so that a reload loses nothing; until it is left that is one step to take back. */
function TitleField({
  title,
  onTitle,
}: {
  readonly title: string;
  readonly onTitle: (title: string, isGoingOn: boolean) => void;
}) {
  const hasBegun = useRef(false);
  return (
    <Field label="Title">
      {(ties) => (
        <input
          {...ties}
          type="text"
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={({ target }) => {
            onTitle(target.value, hasBegun.current);
            hasBegun.current = true;
          }}
          onBlur={() => {
            hasBegun.current = false;
          }}
        />
      )}
    </Field>
  );
}
