import { useState } from 'react';
import { rememberSpot } from '../article/actions.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { announce } from '../ui/announce.tsx';
import { Alert } from '../ui/Alert.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

/** Asked when the file changed under the open article: both texts are kept, one of them is gone on with. */
export function ConflictAlert() {
  const services = useServices();
  const { draft, reports, view } = services;
  const message = useDraftReading((state) =>
    state.kind === 'open' && state.saveState.kind === 'failed' && state.saveState.code === 'conflict'
      ? state.saveState.message
      : null,
  );
  const generation = useDraftReading((state) => (state.kind === 'open' ? state.generation : 0));
  const [later, setLater] = useState(0);
  const asked = useReading(view, (state) => state.conflict);
  const open = message !== null && (asked || later !== generation);

  const settle = async (show: 'mine' | 'theirs') => {
    view.change({ conflict: false });
    try {
      await rememberSpot(services).catch(() => undefined); // the place is a comfort, not a promise
      await draft.settleConflict(show);
      announce(show === 'mine' ? 'Saved as a separate article' : 'Loaded from the library');
    } catch (error) {
      setLater(generation);
      reports.error('Both versions are kept, but the choice could not be carried out', error);
    }
  };
  return (
    <Alert
      open={open}
      title="This article was changed elsewhere"
      choices={[
        {
          label: 'Decide Later',
          kind: 'quiet',
          safe: true,
          run: () => {
            view.change({ conflict: false });
            setLater(generation);
          },
        },
        { label: 'Load the One on Disk', run: () => void settle('theirs') },
        { label: 'Keep Mine as a Copy', kind: 'primary', run: () => void settle('mine') },
      ]}
    >
      <p>{message}</p>
      <p>Nothing is lost either way. Which one do you want to go on with?</p>
    </Alert>
  );
}
