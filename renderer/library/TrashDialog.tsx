import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { showHistory } from '../history/showHistory.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServices } from '../window/services.ts';
import './trash.css';

type Trashed = CallOutput<'library:trash'>[number];

const when = (time: number): string =>
  new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What was moved to the trash, newest first, and the way back. */
export function TrashDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { connection, library } = services;
  const [trashed, setTrashed] = useState<readonly Trashed[] | null>(null);
  const [problem, setProblem] = useState('');

  // Whose history takes the focus when the dialog is gone.
  const looked = useRef<Trashed | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    connection.call('library:trash', null).then(setTrashed, (error: unknown) => setProblem(messageOf(error)));
  }, [connection, turn]);

  const restore = async ({ name, title }: Trashed) => {
    try {
      await connection.call('article:restore', { file: name });
      announce(`Restored ${title}`);
      setTurn((last) => last + 1);
      await library.refresh();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };

  return (
    <Dialog
      open
      title="Trash"
      description="Moved out of the library, and kept in its trash folder until you delete it there."
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        const { id = null, title = '' } = looked.current ?? {};
        if (id === null) return;
        event.preventDefault();
        showHistory(services, { id, title });
      }}
    >
      {problem === '' ? null : <Notice tone="error" title={problem} />}
      {trashed?.length === 0 ? <p>The trash is empty.</p> : null}
      <ul className="trash">
        {trashed?.map((one) => (
          <li key={one.name}>
            <div>
              <div className="trash-title" dir="auto">
                {one.title === '' ? 'Untitled' : one.title}
              </div>
              <div className="trash-when">{when(one.deleted)}</div>
            </div>
            {one.id === null ? null : (
              <Button
                small
                kind="quiet"
                aria-label={`History of ${one.title}`}
                onClick={() => {
                  looked.current = one;
                  onClose();
                }}
              >
                History
              </Button>
            )}
            <Button small aria-label={`Restore ${one.title}`} onClick={() => void restore(one)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
