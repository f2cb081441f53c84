import { useState } from 'react';
import type { RelationTypeRow } from '../../../graph-data/contract/answers.ts';
import { useVocabulary } from '../page-context.ts';
import { TypeAhead } from './type-ahead.tsx';

interface TypeFieldProps {
  readonly type: string;
  readonly onChoose: (type: RelationTypeRow, before: RelationTypeRow | undefined) => void;
  readonly fault?: string | undefined;
}

/** A relation type of the vocabulary, by type-ahead over its words and its id. */
export function TypeField({ type, onChoose, fault }: TypeFieldProps) {
  const vocabulary = useVocabulary();
  const [typed, setTyped] = useState('');
  const folded = typed.trim().toLowerCase();
  const rows = [...vocabulary.values()].filter(({ id, label, inverse }) =>
    [id, label, inverse].some((words) => words.toLowerCase().includes(folded)),
  );
  const first = ({ label }: RelationTypeRow): number => (label.toLowerCase().startsWith(folded) ? 0 : 1);
  return (
    <TypeAhead
      label="Type"
      options={rows
        .toSorted((one, other) => first(one) - first(other))
        .map(({ id, label, group }) => ({ key: id, words: label, detail: group }))}
      chosen={
        type === '' ? null : { key: type, words: vocabulary.get(type)?.label ?? type.replaceAll('-', ' ') }
      }
      onType={setTyped}
      onChoose={(id) => {
        const row = vocabulary.get(id);
        if (row) onChoose(row, vocabulary.get(type));
      }}
      noneWords="No type of that name."
      fault={fault}
    />
  );
}
