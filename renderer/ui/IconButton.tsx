import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './Tooltip.tsx';
import './Button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Its name, for the ear and in the tooltip. */
  readonly label: string;
  /** An icon of lucide-react. */
  readonly children: ReactNode;
  /** Its accelerator, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly small?: boolean;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button that shows an icon and says its label. */
export function IconButton({
  label,
  shortcut,
  small = false,
  side = 'bottom',
  className,
  ...rest
}: IconButtonProps) {
  const names = ['ui-button', 'ui-button-icon', small ? 'ui-button-small' : '', className ?? ''];
  return (
    <Tooltip text={label} shortcut={shortcut} side={side}>
      <button type="button" {...rest} aria-label={label} className={names.join(' ').trim()} />
    </Tooltip>
  );
}
