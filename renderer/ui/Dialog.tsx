import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusReturn } from './useFocusReturn.ts';
import './Button.css';
import './Dialog.css';

export interface DialogProps {
  readonly open: boolean;
  /** Asked by Escape, the close button and a click outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children?: ReactNode;
  /** It holds nothing but text, which may be longer than the window. */
  readonly text?: boolean;
  /** Where the focus goes when it closes, if not back to where it was. */
  readonly onCloseAutoFocus?: (event: Event) => void;
}

/** A modal dialog; the focus stays inside and returns to where it was. */
export function Dialog({ open, onClose, title, description, footer, size = 'medium', ...rest }: DialogProps) {
  const described = description === undefined ? { 'aria-describedby': undefined } : {};
  const focus = useFocusReturn(rest.onCloseAutoFocus);
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className="ui-dialog-backdrop" />
        <Primitive.Content className={`ui-dialog ui-dialog-${size}`} {...described} {...focus}>
          <div className="ui-dialog-head">
            <Primitive.Title className="ui-dialog-title">{title}</Primitive.Title>
          </div>
          {description === undefined ? null : (
            <Primitive.Description asChild>
              <div className="ui-dialog-description">{description}</div>
            </Primitive.Description>
          )}
          {rest.children === undefined ? null : (
            // Long text without a control is scrolled by the arrow keys.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className="ui-dialog-body" tabIndex={rest.text === true ? 0 : undefined}>
              {rest.children}
            </div>
          )}
          {footer === undefined ? null : <div className="ui-dialog-footer">{footer}</div>}
          <Primitive.Close className="ui-button ui-button-icon ui-dialog-close" aria-label="Close">
            <X aria-hidden />
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
