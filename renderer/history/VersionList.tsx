// oxlint-disable jsx-a11y/prefer-tag-over-role -- a list with the time, the reason and a place for more; a select has one line
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { VersionEntry } from '../../shared/ipc/contract.ts';
import { savedTime } from '../article/saveText.ts';
import { reasonName } from './names.ts';
import { focusVersions } from './showHistory.ts';

export interface VersionListProps {
  readonly versions: readonly VersionEntry[];
  /** The chosen one's name. */
  readonly chosen: string;
  readonly now: number;
  readonly onChoose: (name: string) => void;
}

/** The versions of an article, newest first (ARIA listbox: arrows, Home and End choose). */
export function VersionList({ versions, chosen, now, onChoose }: VersionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const index = versions.findIndex(({ name }) => name === chosen);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  useEffect(() => {
    // Not out of a field where somebody went on meanwhile.
    const idle = document.activeElement?.matches('body, .zone, [role="tab"]') ?? true;
    if (focusVersions.get() && idle) list.current?.focus();
    focusVersions.set(false);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const wanted = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: versions.length - 1 }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const next = versions[Math.max(0, Math.min(versions.length - 1, wanted))];
    if (next !== undefined) onChoose(next.name);
  };

  return (
    <div
      ref={list}
      role="listbox"
      className="history-list"
      aria-label="Versions"
      tabIndex={0}
      aria-activedescendant={index < 0 ? undefined : `${id}-${String(index)}`}
      onKeyDown={onKeyDown}
    >
      {versions.map((version, at) => (
        // The list has the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={version.name}
          id={`${id}-${String(at)}`}
          role="option"
          className="history-version"
          aria-selected={at === index}
          tabIndex={-1}
          onClick={() => {
            // The list has the focus, whichever is chosen.
            list.current?.focus();
            onChoose(version.name);
          }}
        >
          <time dateTime={new Date(version.at).toISOString()}>{savedTime(version.at, now)}</time>
          <span className="history-reason">{reasonName(version.reason)}</span>
        </div>
      ))}
    </div>
  );
}
