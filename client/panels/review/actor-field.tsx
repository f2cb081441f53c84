import { useId, useState } from 'react';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { KINDS } from '../../state/closed-values.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import type { ChosenActor } from './actor-choices.ts';
import { NEW_ACTOR, toActorOptions, toKnown } from './actor-choices.ts';
import { TypeAhead } from './type-ahead.tsx';
import { useActorSearch } from './use-actor-search.ts';

interface ActorFieldProps {
  readonly label: string;
  readonly chosen: ChosenActor | null;
  readonly onChoose: (chosen: ChosenActor) => void;
  /** Given where nobody may be chosen; `placeholder` then says what that means. */
  readonly onClear?: () => void;
  readonly placeholder?: string;
  /** Offered before anything is searched for: those the document names. */
  readonly nearby: readonly ActorRef[];
  /** Whether an actor that is not here may be added. */
  readonly canAdd?: boolean;
  readonly fault?: string | undefined;
}

/** An actor by type-ahead: one that is here, or a new one by its name and kind. */
export function ActorField(props: ActorFieldProps) {
  const { label, chosen, onChoose, onClear, placeholder, nearby, canAdd = true, fault } = props;
  const [words, setWords] = useState('');
  const found = useActorSearch(words);
  const kindId = useId();
  const options = toActorOptions(words, nearby, found, canAdd);
  return (
    <div className="actor-field">
      <TypeAhead
        label={label}
        options={options}
        chosen={
          chosen && {
            key: chosen.kind === 'known' ? chosen.actor.id : NEW_ACTOR,
            words: chosen.kind === 'known' ? chosen.actor.label : chosen.name,
          }
        }
        onType={setWords}
        onChoose={(key) => {
          const actor = [...nearby, ...(found ?? [])].find(({ id }) => id === key);
          if (actor !== undefined) onChoose(toKnown(actor));
          else if (key === NEW_ACTOR) onChoose({ kind: 'new', name: words.trim(), as: 'person' });
        }}
        {...(onClear && { onClear })}
        {...(placeholder !== undefined && { placeholder })}
        noneWords={
          found === undefined && words.trim() !== '' ? 'Searching…' : 'No actor of that name is here.'
        }
        fault={fault}
      />
      {chosen?.kind === 'new' && (
        <p className="actor-field-kind">
          <label htmlFor={kindId}>New actor, a</label>
          <select
            id={kindId}
            value={chosen.as}
            onChange={(event) => onChoose({ ...chosen, as: event.target.value as ActorKind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind].one.toLowerCase()}
              </option>
            ))}
          </select>
        </p>
      )}
    </div>
  );
}
