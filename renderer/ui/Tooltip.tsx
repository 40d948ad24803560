import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';
import { useLandmark } from './useLandmark.ts';
import './Tooltip.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that takes a ref. */
  readonly children: ReactElement;
}

/** Says what a control is, on hover and on focus. Needs `TooltipProvider` around the application. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const [trigger, container] = useLandmark();
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild ref={trigger}>
        {children}
      </Primitive.Trigger>
      <Primitive.Portal container={container}>
        <Primitive.Content className="ui-tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Shares one delay between all tooltips. */
export const TooltipProvider = Primitive.Provider;
