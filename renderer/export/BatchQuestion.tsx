import { useState } from 'react';
import type { BatchPlanned } from '../../shared/ipc/batchShapes.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { countOf } from './countOf.ts';
import { ToldList } from './ToldList.tsx';

export interface BatchQuestionProps {
  readonly plan: BatchPlanned;
  readonly onAnswer: (answer: CallInput<'export:batch'>) => void;
  readonly onClose: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** Everything a person decides before a batch is written, at once: what is held, what is there, what cannot be read. */
export function BatchQuestion({ plan, onAnswer, onClose, onCloseAutoFocus }: BatchQuestionProps) {
  const { held, failed, existing, folder } = plan;
  const [reason, setReason] = useState('');
  const answer = (what: 'replace' | 'both') =>
    onAnswer({ existing: what, override: reason.trim() === '' ? null : reason });
  return (
    <Dialog
      open
      text
      title="Before It Is Written"
      onClose={onClose}
      onCloseAutoFocus={onCloseAutoFocus}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {existing.length === 0 ? (
            <Button kind="primary" data-focus-first="" onClick={() => answer('replace')}>
              Export
            </Button>
          ) : (
            <>
              <Button kind="danger" onClick={() => answer('replace')}>
                Replace
              </Button>
              <Button kind="primary" data-focus-first="" onClick={() => answer('both')}>
                Keep Both
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="export">
        {existing.length === 0 ? null : (
          <section className="batch-part" aria-label="Files that are there already">
            <h3>{`${countOf(existing.length, 'file')} of the same name ${existing.length === 1 ? 'is' : 'are'} there already`}</h3>
            <p className="export-path">{folder}</p>
            <p>
              {existing.slice(0, 10).join(', ')}
              {existing.length > 10 ? `, and ${countOf(existing.length - 10, 'other')}` : ''}
            </p>
          </section>
        )}
        {held.length === 0 ? null : (
          <section className="batch-part" aria-label="Held articles">
            <h3>{`${countOf(held.length, 'article')} may not leave, and ${held.length === 1 ? 'is' : 'are'} left out`}</h3>
            <ToldList told={held} />
            <TextAreaField
              label={`Reason to export ${held.length === 1 ? 'it' : 'them'} all the same`}
              hint="Without one they stay. It is kept in the library with your name and the time"
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </section>
        )}
        {failed.length === 0 ? null : (
          <Notice tone="warning" title={`${countOf(failed.length, 'article')} cannot be exported`}>
            <ToldList told={failed} />
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
