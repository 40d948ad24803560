import { CircleX, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import './Notice.css';

export interface NoticeProps {
  readonly tone?: 'info' | 'warning' | 'error';
  /** What happened, and to which file. */
  readonly title: string;
  /** What is safe, and what to do next. */
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

const icons = { info: Info, warning: TriangleAlert, error: CircleX };

/** Something to know, where it concerns; an error is said to a screen reader at once. */
export function Notice({ tone = 'info', title, children, actions, onDismiss }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`ui-notice ui-notice-${tone}`} role={tone === 'error' ? 'alert' : 'note'}>
      <Icon aria-hidden />
      <div>
        <div className="ui-notice-title">{title}</div>
        {children === undefined ? null : <div className="ui-notice-text">{children}</div>}
        {actions === undefined ? null : <div className="ui-notice-actions">{actions}</div>}
      </div>
      {onDismiss === undefined ? null : (
        <IconButton small label="Dismiss" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
