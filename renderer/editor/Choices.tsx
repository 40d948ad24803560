import { useEffect, useRef } from 'react';

/** One line to choose. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly marked: number;
  readonly optionId: (index: number) => string;
  readonly onMark: (index: number) => void;
  readonly onTake: (index: number) => void;
}

/** A listbox whose focus stays elsewhere: who holds the focus names the marked line by `aria-activedescendant`. */
export function Choices({ id, label, choices, marked, optionId, onMark, onTake }: ChoicesProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    // A select takes the focus; this list leaves it in the text.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="chooser-list" role="listbox" id={id} aria-label={label} ref={list}>
      {choices.map((choice, index) => (
        // The keyboard reaches it through the element that names it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={choice.key}
          id={optionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          className="chooser-line"
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => (index === marked ? undefined : onMark(index))}
          onClick={() => onTake(index)}
        >
          <span>{choice.label}</span>
          <small>{choice.hint}</small>
        </div>
      ))}
    </div>
  );
}
