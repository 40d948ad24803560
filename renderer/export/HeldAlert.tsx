import { useState } from 'react';
import { Alert } from '../ui/Alert.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { useReading } from '../ui/store.ts';
import './export.css';
import { heldQuestion, type HeldQuestion } from './pastGate.ts';

function Question({ text, verb, answer }: HeldQuestion) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isBlank = reason.trim() === '';
  return (
    <Alert
      open
      title={`${verb} anyway?`}
      choices={[
        { label: 'Cancel', safe: true, run: () => answer(null) },
        {
          label: `${verb} Anyway`,
          kind: 'danger',
          run: () => (isBlank ? setAsked(true) : answer(reason)),
        },
      ]}
    >
      <div className="export">
        <p>{text}</p>
        <TextAreaField
          label="Reason"
          hint="Kept in the library with your name, the time and what left"
          error={asked && isBlank ? 'Say why it leaves all the same' : ''}
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Alert>
  );
}

/** Asks whether an article that is embargoed or held leaves all the same, whichever way it was to leave. */
export function HeldAlert() {
  const asked = useReading(heldQuestion, (question) => question);
  return asked === null ? null : <Question {...asked} />;
}
