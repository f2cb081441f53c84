import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Icon } from '../frame/icon.tsx';

/** Something to choose. Keys are unique in their list. */
export interface TypeAheadOption {
  readonly key: string;
  readonly words: string;
  readonly detail?: string;
  readonly kind?: ActorKind;
}

interface TypeAheadProps {
  readonly label: string;
  /** Those that fit what is typed, best first. */
  readonly options: readonly TypeAheadOption[];
  /** Null where nothing is chosen. */
  readonly chosen: { readonly key: string; readonly words: string } | null;
  /** Called as one types, and with the chosen one's words when what was typed is given up. */
  readonly onType: (words: string) => void;
  readonly onChoose: (key: string) => void;
  /** Given where the field may be left empty: called when it is. */
  readonly onClear?: () => void;
  readonly placeholder?: string;
  /** Said where no option fits. */
  readonly noneWords: string;
  /** Why it cannot stay so. */
  readonly fault?: string | undefined;
}

/**
 * A field that one types into and chooses from: Enter and Tab take the option in front, or else the first. What was typed
 * and fits no option is given up when the field is left.
 */
export function TypeAhead({
  label,
  options,
  chosen,
  onType,
  onChoose,
  onClear,
  placeholder,
  noneWords,
  fault,
}: TypeAheadProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const faultId = useId();
  const words = typed ?? chosen?.words ?? '';
  const rest = (): void => {
    setTyped(null);
    onType('');
  };
  const take = (key: string): void => {
    rest();
    onChoose(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOpen = input.current?.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && isOpen) event.preventDefault(); // closes the list alone, not the form round it
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Tab')) return;
    const [first] = options;
    const isChosen = input.current?.hasAttribute('aria-activedescendant') === true;
    if (typed === null || typed.trim() === '' || isChosen || first === undefined) return;
    take(first.key);
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="type-ahead" onKeyDownCapture={onKeyDown}>
      <ComboBox<TypeAheadOption>
        className="type-ahead-box"
        items={options.map((option) => ({ ...option, id: option.key }))}
        inputValue={words}
        onInputChange={(next) => {
          if (next === words) return;
          setTyped(next);
          onType(next);
        }}
        value={chosen?.key ?? null}
        onChange={(key) => {
          if (key !== null && key !== chosen?.key) take(String(key));
          else if (typed?.trim() === '' && onClear !== undefined) {
            rest();
            onClear();
          } else rest();
        }}
        isInvalid={fault !== undefined}
        allowsEmptyCollection // closed while a search is under way, it would give up what is typed
      >
        <Label>{label}</Label>
        <div className="type-ahead-field">
          <Input
            ref={input}
            placeholder={placeholder ?? ''}
            spellCheck={false}
            maxLength={200}
            aria-describedby={fault === undefined ? undefined : faultId}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button className="icon-button" aria-label="Show choices">
            <Icon name="down" />
          </Button>
        </div>
        <Popover className="type-ahead-popover" offset={4}>
          <ListBox<TypeAheadOption>
            className="type-ahead-list"
            renderEmptyState={() => <p className="type-ahead-none quiet">{noneWords}</p>}
          >
            {(option) => (
              <ListBoxItem id={option.key} textValue={option.words} className="type-ahead-option">
                {option.kind && <ActorMark kind={option.kind} />}
                <span className="type-ahead-words">{option.words}</span>
                {option.detail !== undefined && <span className="quiet">{option.detail}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {fault !== undefined && (
        <p id={faultId} className="facet-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
