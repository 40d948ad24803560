import { TextField } from '../ui/Field.tsx';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A moment (RFC 3339) as this computer's clock shows it, in the words of a date field: "2026-05-04T12:00". */
export function toLocal(moment: string): string {
  const at = new Date(moment);
  const day = `${String(at.getFullYear())}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
  return `${day}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** What a date field says, as a moment (RFC 3339) with this computer's offset on that day; undefined if it is none. */
export function fromLocal(local: string): string | undefined {
  const at = new Date(local);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(local) || Number.isNaN(at.getTime())) return undefined;
  const minutes = -at.getTimezoneOffset();
  const ahead = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
  return `${local.slice(0, 16)}:00${offset}`;
}

export interface EmbargoFieldProps {
  readonly value: string | undefined;
  readonly onChange: (embargo: string | undefined) => void;
}

/** Until when the article must not leave. */
export const EmbargoField = ({ value, onChange }: EmbargoFieldProps) => (
  <TextField
    label="Embargo"
    hint={
      value === undefined
        ? 'By this computer’s clock. Until then it leaves only for a reason, which is recorded'
        : `Until ${value.replace('T', ' ')}. Before, it leaves only for a reason, which is recorded`
    }
    type="datetime-local"
    max="9999-12-31T23:59"
    defaultValue={value === undefined ? '' : toLocal(value)}
    onChange={({ target }) => onChange(fromLocal(target.value))}
  />
);
