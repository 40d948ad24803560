import { useEffect, useId, useState } from 'react';
import type { ThemeEntry } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import './PageThemeChoice.css';

/** The page themes there are, read again whenever a theme or the library changes; empty until the first answer. */
function useThemes(connection: Connection): readonly ThemeEntry[] {
  const [themes, setThemes] = useState<readonly ThemeEntry[]>([]);
  useEffect(() => {
    let current = true;
    const read = (): void => {
      connection.call('theme:list', null).then(
        (found) => {
          if (current) setThemes(found);
        },
        // The choice stays as it was: the preview says what is wrong with the theme that is shown.
        () => undefined,
      );
    };
    read();
    const stops = [connection.on('theme:changed', read), connection.on('library:changed', read)];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [connection]);
  return themes;
}

const textOf = ({ label, own, problem }: ThemeEntry): string =>
  `${label}${own ? ' (library)' : ''}${problem === '' ? '' : ' – broken'}`;

export interface PageThemeChoiceProps {
  readonly connection: Connection;
  /** The id of the chosen theme; it need not exist any more. */
  readonly value: string;
  readonly onChange: (theme: string) => void;
  /** Shown before the list; without it, only said. */
  readonly labelled?: boolean;
}

/** The look of the page, in preview, print and export: one of Copydesk's themes or of the library's own. */
export function PageThemeChoice({ connection, value, onChange, labelled = false }: PageThemeChoiceProps) {
  const id = useId();
  const themes = useThemes(connection);
  const known = themes.some((theme) => theme.id === value);
  return (
    <span className="page-theme">
      <label className={labelled ? 'page-theme-label' : 'ui-visually-hidden'} htmlFor={id}>
        Page theme
      </label>
      <select
        id={id}
        className="ui-input page-theme-list"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {known ? null : <option value={value}>{value}</option>}
        {themes.map((theme) => (
          <option key={theme.id} value={theme.id}>
            {textOf(theme)}
          </option>
        ))}
      </select>
    </span>
  );
}
