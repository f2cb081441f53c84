import { useEffect, useRef, useState } from 'react';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { PathsQuestion } from '../../state/paths-parameters.ts';
import { MOST_PATH_ACTORS } from '../../state/paths-parameters.ts';
import { withPaths } from '../../state/paths-transitions.ts';
import { Field } from '../frame/field.tsx';
import { Icon } from '../frame/icon.tsx';
import { useActorName, useChangePage } from '../page-context.ts';
import { TypeAhead } from '../review/type-ahead.tsx';
import { useActorSearch } from '../review/use-actor-search.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';

const COUNTS = [1, 3, 5, 10, 20];
const STEPS = [1, 2, 3, 4, 5, 6];
const HUBS = [5, 10, 25, 50, 100, 250];

interface PathsFormProps {
  readonly question: PathsQuestion;
  /** By id, as far as they are known from an answer. */
  readonly names: ReadonlyMap<string, string>;
}

/** Whom it is about, and what a path may be. The lens says which claims count, by type too. */
export function PathsForm({ question, names }: PathsFormProps) {
  const change = useChangePage();
  const { actors, most, steps, hubs, isForward } = question;
  const ask = (part: Partial<PathsQuestion>): void => change((page) => withPaths(page, part));
  const form = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added === 0) return;
    const [field, last] = ['input', '.path-actors li:last-child .chip'].map((place) =>
      form.current?.querySelector<HTMLElement>(place),
    );
    (field ?? last)?.focus();
  }, [added]);
  return (
    <div ref={form} className="paths-form">
      <ul className="path-actors" aria-label="Actors">
        {actors.map((actor) => (
          <ChosenActor
            key={actor}
            id={actor}
            name={names.get(actor)}
            onRemove={() => ask({ actors: actors.filter((other) => other !== actor) })}
          />
        ))}
      </ul>
      {actors.length < MOST_PATH_ACTORS && (
        // Another field for each: one that was chosen in opens its list again, empty.
        <ActorAdd
          key={actors.length}
          except={actors}
          onAdd={(actor) => {
            ask({ actors: [...actors, actor] });
            setAdded(added + 1);
          }}
        />
      )}
      <details className="paths-limits">
        <summary>{toLimitWords(question)}</summary>
        <div className="paths-fields">
          <NumberChoice
            label="Paths for each two"
            values={COUNTS}
            value={most}
            onChoose={(value) => ask({ most: value ?? most })}
          />
          <NumberChoice
            label="Steps at most"
            values={STEPS}
            value={steps}
            onChoose={(value) => ask({ steps: value ?? steps })}
          />
          <NumberChoice
            label="Through actors with"
            values={HUBS}
            value={hubs}
            toWords={(value) => `at most ${toCountWords(value, 'neighbour')}`}
            none="any number of neighbours"
            onChoose={(value) => ask({ hubs: value })}
          />
          <Field label="Direction">
            {(ties) => (
              <select
                {...ties}
                value={isForward ? 'forward' : 'any'}
                onChange={({ target }) => ask({ isForward: target.value === 'forward' })}
              >
                <option value="any">either way</option>
                <option value="forward">from subject to object</option>
              </select>
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}

function toLimitWords({ most, steps, hubs, isForward }: PathsQuestion): string {
  return [
    `Up to ${toCountWords(most, 'path')} of ${toCountWords(steps, 'step')}`,
    ...(hubs === null ? [] : [`hubs over ${hubs} avoided`]),
    ...(isForward ? ['from subject to object'] : []),
  ].join(', ');
}

interface ChosenActorProps {
  readonly id: ActorId;
  readonly name: string | undefined;
  readonly onRemove: () => void;
}

function ChosenActor({ id, name: given, onRemove }: ChosenActorProps) {
  const known = useActorName(id);
  const name = given ?? known;
  return (
    <li>
      <button type="button" className="chip" aria-label={`Remove: ${name}`} onClick={onRemove}>
        {name}
        <Icon name="close" />
      </button>
    </li>
  );
}

interface ActorAddProps {
  readonly except: readonly ActorId[];
  readonly onAdd: (actor: ActorId) => void;
}

function ActorAdd({ except, onAdd }: ActorAddProps) {
  const [words, setWords] = useState('');
  const found = useActorSearch(words);
  const options = (found ?? [])
    .filter(({ id }) => !except.some((other) => other === id))
    .map(({ id, label, kind, claims }) => ({
      key: id,
      words: label,
      kind,
      detail: `${KIND_WORDS[kind].one}, ${toCountWords(claims, 'claim')}`,
    }));
  return (
    <TypeAhead
      label={except.length === 0 ? 'First actor' : except.length === 1 ? 'Second actor' : 'Another actor'}
      options={options}
      chosen={null}
      onType={setWords}
      onChoose={(key) => onAdd(key as ActorId)}
      placeholder="Type a name"
      noneWords={
        words.trim() === '' ? 'Type a name' : found === undefined ? 'Looking…' : 'No actor of that name'
      }
    />
  );
}

interface NumberChoiceProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number | null;
  readonly toWords?: (value: number) => string;
  /** What null is called; left out where it cannot be chosen. */
  readonly none?: string;
  readonly onChoose: (value: number | null) => void;
}

function NumberChoice({ label, values, value, toWords = String, none, onChoose }: NumberChoiceProps) {
  const all = value === null || values.includes(value) ? values : [...values, value].sort((a, b) => a - b);
  return (
    <Field label={label}>
      {(ties) => (
        <select
          {...ties}
          value={value ?? ''}
          onChange={({ target }) => onChoose(target.value === '' ? null : Number(target.value))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {all.map((number) => (
            <option key={number} value={number}>
              {toWords(number)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
