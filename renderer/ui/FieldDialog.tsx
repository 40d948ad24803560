import { useId, useState, type ReactNode } from 'react';
import { messageOf } from '../../shared/error.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './Field.tsx';

export interface FieldDialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly label: string;
  readonly hint: string;
  /** In UTF-16 units. */
  readonly maxLength: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The main button, which does what `onSave` does. */
  readonly action: string;
  /** Why it cannot be saved as it stands; '' if it can. */
  readonly refusal?: string;
  /** What it rejects with is told under the field, and the dialog stays open. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}

/** A dialog that asks for one line of text. */
export function FieldDialog(props: FieldDialogProps) {
  const { title, description, label, hint, maxLength, value, onValue, action, refusal = '' } = props;
  const form = useId();
  const [problem, setProblem] = useState('');
  const save = async () => {
    if (refusal !== '') return setProblem(refusal);
    try {
      await props.onSave();
      props.onClose();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <Dialog
      open
      size="small"
      title={title}
      description={description}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={label}
          hint={hint}
          error={problem}
          maxLength={maxLength}
          value={value}
          onChange={(event) => {
            onValue(event.target.value);
            setProblem('');
          }}
        />
      </form>
    </Dialog>
  );
}
