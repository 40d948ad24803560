import { useId, type ComponentProps, type ReactNode } from 'react';
import './Field.css';

interface FieldText {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it; '' or absent if nothing. */
  readonly error?: string | undefined;
}

/** What a control takes to belong to its label, hint and error. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

export interface FieldProps extends FieldText {
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control, and below it a hint or what is wrong. */
export function Field({ label, hint, error = '', children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className="ui-field">
      <label className="ui-field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': note, 'aria-invalid': error !== '' })}
      <div id={note} className={error === '' ? 'ui-field-hint' : 'ui-field-error'}>
        {error === '' ? hint : error}
      </div>
    </div>
  );
}

export type TextFieldProps = FieldText & ComponentProps<'input'>;

/** One line of text. */
export const TextField = ({ label, hint, error, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => <input type="text" {...rest} {...control} className="ui-input" />}
  </Field>
);

export type TextAreaFieldProps = FieldText & ComponentProps<'textarea'>;

/** Several lines of text. */
export const TextAreaField = ({ label, hint, error, ...rest }: TextAreaFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => <textarea {...rest} {...control} className="ui-input" />}
  </Field>
);

export type SelectFieldProps = FieldText &
  ComponentProps<'select'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };

/** One of a few, as the system's own list. */
export const SelectField = ({ label, hint, error, options, ...rest }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <select {...rest} {...control} className="ui-input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly type: 'checkbox' | 'radio';
  readonly label: ReactNode;
}

/** A check box or one of several radio buttons, with its text. */
export const Choice = ({ label, ...rest }: ChoiceProps) => (
  <label className="ui-choice">
    <input {...rest} />
    <span>{label}</span>
  </label>
);
