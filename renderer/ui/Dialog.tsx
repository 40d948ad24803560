import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
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
  /** Where the focus goes when it closes, if not back to where it was. */
  readonly onCloseAutoFocus?: (event: Event) => void;
}

/** A modal dialog; the focus stays inside and returns to where it was. */
export function Dialog({ open, onClose, title, description, footer, size = 'medium', ...rest }: DialogProps) {
  const described = description === undefined ? { 'aria-describedby': undefined } : {};
  const returned = rest.onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus: rest.onCloseAutoFocus };
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className="ui-dialog-backdrop" />
        <Primitive.Content className={`ui-dialog ui-dialog-${size}`} {...described} {...returned}>
          <div className="ui-dialog-head">
            <Primitive.Title className="ui-dialog-title">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label="Close">
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </div>
          {description === undefined ? null : (
            <Primitive.Description asChild>
              <div className="ui-dialog-description">{description}</div>
            </Primitive.Description>
          )}
          {rest.children === undefined ? null : <div className="ui-dialog-body">{rest.children}</div>}
          <div className="ui-dialog-footer">{footer}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
