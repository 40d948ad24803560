import { useId, useState, type KeyboardEvent } from 'react';
import { Choices, type Choice } from './Choices.tsx';
import '../ui/Field.css';

interface ChooserProps {
  readonly label: string;
  readonly none: string;
  readonly find: (query: string) => readonly Choice[];
  readonly onTake: (choice: Choice) => void;
  /** Told what is typed, by those who find it elsewhere. */
  readonly onQuery?: (query: string) => void;
}

/** A text field over a list that it narrows (the combobox pattern): arrows mark, Enter takes. */
export function Chooser({ label, none, find, onTake, onQuery }: ChooserProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const choices = find(query);
  const optionId = (index: number): string => `${id}-${index}`;
  const take = (index: number): void => {
    const choice = choices[index];
    if (choice !== undefined) onTake(choice);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || choices.length === 0) return;
    if (event.key === 'ArrowDown') setMarked((marked + 1) % choices.length);
    else if (event.key === 'ArrowUp') setMarked((marked + choices.length - 1) % choices.length);
    else if (event.key === 'Enter') take(marked);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="ui-input chooser-input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(choices.length > 0 ? { 'aria-activedescendant': optionId(marked) } : {})}
        autoComplete="off"
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          onQuery?.(event.target.value);
          setMarked(0);
        }}
        onKeyDown={keys}
      />
      {choices.length === 0 ? (
        <output className="chooser-none">{none}</output>
      ) : (
        <Choices
          id={`${id}-list`}
          label={label}
          choices={choices}
          marked={marked}
          optionId={optionId}
          onMark={setMarked}
          onTake={take}
        />
      )}
    </>
  );
}
