import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, type ButtonKind } from './Button.tsx';
import { useFocusReturn } from './useFocusReturn.ts';
import './Dialog.css';

/** One way out of a question; exactly one of them, the safe one, is `safe` (Escape takes it). */
export interface AlertChoice {
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly safe?: true;
  readonly run: () => void;
}

export interface AlertProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The main one last. */
  readonly choices: readonly AlertChoice[];
}

/** A question that must be answered; a click outside does not answer it, Escape gives the safe answer. */
export function Alert({ open, title, children, choices }: AlertProps) {
  const focus = useFocusReturn();
  const escape = () => choices.find(({ safe }) => safe === true)?.run();
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : escape())}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="ui-dialog-backdrop" />
        <AlertDialog.Content className="ui-dialog ui-dialog-small" {...focus}>
          <div className="ui-dialog-head">
            <AlertDialog.Title className="ui-dialog-title">{title}</AlertDialog.Title>
          </div>
          <AlertDialog.Description asChild>
            <div className="ui-dialog-body">{children}</div>
          </AlertDialog.Description>
          <div className="ui-dialog-footer">
            {choices.map((choice) => (
              <Button
                key={choice.label}
                kind={choice.kind ?? 'secondary'}
                onClick={(event) => {
                  event.preventDefault();
                  choice.run();
                }}
              >
                {choice.label}
              </Button>
            ))}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
