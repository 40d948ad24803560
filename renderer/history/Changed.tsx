import type { ReactNode } from 'react';

const Unseen = ({ children }: { readonly children: string }) => (
  <span className="ui-visually-hidden">{children}</span>
);

/** Text that came: underlined, and said to be added. */
export const Added = ({ children }: { readonly children: ReactNode }) => (
  <ins className="history-added">
    <Unseen>{' added: '}</Unseen>
    {children}
    <Unseen>{' (end) '}</Unseen>
  </ins>
);

/** Text that went: struck through, and said to be removed. */
export const Removed = ({ children }: { readonly children: ReactNode }) => (
  <del className="history-removed">
    <Unseen>{' removed: '}</Unseen>
    {children}
    <Unseen>{' (end) '}</Unseen>
  </del>
);

export interface ChangedValueProps {
  readonly label: string;
  /** '' for none. */
  readonly before: string;
  readonly after: string;
}

/** What a named value was and is. */
export const ChangedValue = ({ label, before, after }: ChangedValueProps) => (
  <li className="history-value">
    <span className="history-value-label">{label}</span>{' '}
    <span dir="auto">
      {before === '' ? null : <Removed>{before}</Removed>} {after === '' ? null : <Added>{after}</Added>}
    </span>
  </li>
);
