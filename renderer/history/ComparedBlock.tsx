import { Fragment } from 'react';
import type { BlockChange } from '../../shared/compare/compareArticles.ts';
import type { Span } from '../../shared/compare/spans.ts';
import { Added, ChangedValue, Removed } from './Changed.tsx';
import { nodeName } from './names.ts';
import { notesOf } from './notes.ts';

function SpanText({ span: { kind, text } }: { readonly span: Span }) {
  switch (kind) {
    case 'same':
      return <>{text}</>;
    case 'added':
      return <Added>{text}</Added>;
    case 'removed':
      return <Removed>{text}</Removed>;
    case 'marked':
      return <span className="history-marked">{text}</span>;
  }
}

const kindNames = { same: '', changed: '', added: 'Added', removed: 'Removed', moved: 'Moved' } as const;

/** A block that came, went, moved or changed: its words one by one, and below what else differs. */
export function ComparedBlock({ change }: { readonly change: BlockChange }) {
  const { kind, name, spans } = change;
  const notes = notesOf(change);
  return (
    <li className="history-block" data-kind={kind}>
      <div className="history-block-name">
        {nodeName(name)}
        {kindNames[kind] === '' ? null : <span className="history-block-kind">{kindNames[kind]}</span>}
      </div>
      {spans.length === 0 ? null : (
        <div className="history-text" data-name={name} dir="auto">
          {spans.map((span, index) => (
            // Spans have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              <SpanText span={span} />
            </Fragment>
          ))}
        </div>
      )}
      {notes.length === 0 ? null : (
        <ul className="history-notes">
          {notes.map((note) => (
            <ChangedValue key={`${note.label} ${note.before} ${note.after}`} {...note} />
          ))}
        </ul>
      )}
    </li>
  );
}
