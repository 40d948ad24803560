import { changesText, type TrackedChanges } from '../../shared/importing/tracked.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useReading } from '../ui/store.ts';
import { trackedQuestion } from './trackedQuestion.ts';
import './receipt.css';

const shown = 5;

const namesText = (names: readonly string[]): string =>
  names.length > shown
    ? `${names.slice(0, shown).join(', ')} and ${String(names.length - shown)} more`
    : names.join(', ');

/** What a person is asked, in a sentence: "This document has 3 tracked changes (2 insertions, 1 deletion) by 2 people." */
export const trackedText = (changes: TrackedChanges, documents: number): string =>
  documents === 1
    ? `This document has ${changesText(changes)}.`
    : `${String(documents)} documents have ${changesText(changes)}.`;

/** Asks before an import how tracked changes come in, once for all its documents; Escape imports nothing. */
export function TrackedDialog() {
  const asked = useReading(trackedQuestion, (question) => question);
  if (asked === null) return null;
  if (asked.kind === 'looking')
    return (
      <Dialog
        open
        title="Looking for tracked changes"
        description="Nothing is imported yet."
        onClose={asked.cancel}
        footer={
          <Button data-focus-first="" onClick={asked.cancel}>
            Cancel
          </Button>
        }
      >
        <Progress
          label={`${String(asked.done)} of ${String(asked.of)}: ${asked.name}`}
          done={asked.done}
          of={asked.of}
        />
      </Dialog>
    );
  const { changes, names, answer } = asked;
  const many = names.length > 1;
  return (
    <Dialog
      open
      text
      title="Tracked Changes"
      description={trackedText(changes, names.length)}
      onClose={() => answer(null)}
      footer={
        <>
          <Button onClick={() => answer(null)}>Cancel</Button>
          <Button onClick={() => answer('reject')}>As Originally Written</Button>
          <Button kind="primary" data-focus-first="" onClick={() => answer('accept')}>
            All Accepted
          </Button>
        </>
      }
    >
      <dl className="tracked">
        <dt>{many ? 'Documents' : 'Document'}</dt>
        <dd dir="auto">{namesText(names)}</dd>
        {changes.authors.length === 0 ? null : (
          <>
            <dt>Changed by</dt>
            <dd dir="auto">{namesText(changes.authors)}</dd>
          </>
        )}
      </dl>
      <p className="receipt-note">
        {many ? 'Your answer holds for all documents with tracked changes. ' : ''}
        {many
          ? 'The files themselves stay as they are.'
          : 'What is left out is listed afterwards and can be put back. The file itself stays as it is.'}
      </p>
    </Dialog>
  );
}
