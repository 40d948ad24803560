import type { ComponentProps } from 'react';
import './Button.css';

/** How much a button asks for attention; at most one `primary` in a view. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
}

/** A button with a text; never submits a form unless `type` says so. */
export function Button({ kind = 'secondary', small = false, className, ...rest }: ButtonProps) {
  const names = ['ui-button', `ui-button-${kind}`, small ? 'ui-button-small' : '', className ?? ''];
  return <button type="button" {...rest} className={names.join(' ').trim()} />;
}
