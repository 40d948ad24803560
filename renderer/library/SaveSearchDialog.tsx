import { useId, useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useServices } from '../window/services.ts';
import { describeSearch } from './filters.ts';
import { searchesOf, withSearch } from './searches.ts';

/** Names what the library lists now, so that it can be listed again. */
export function SaveSearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { library, settings, view } = useServices();
  const form = useId();
  const [search] = useState(() => view.get().search);
  const [name, setName] = useState(search.typed.trim().slice(0, 100));
  const [problem, setProblem] = useState('');
  const id = library.get()?.id ?? '';
  const trimmed = name.trim();
  const replaces = searchesOf(settings.get().searches, id).some((one) => one.name === trimmed);
  const save = async () => {
    if (trimmed === '') return setProblem('Give it a name');
    try {
      const saved = {
        library: id,
        name: trimmed,
        typed: search.typed.trim().slice(0, 2000),
        sort: search.sort,
      };
      await settings.change({ searches: withSearch(settings.get().searches, saved) });
      announce(`Search saved as ${trimmed}`);
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <Dialog
      open
      size="small"
      title="Save search"
      description={describeSearch(search)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            {replaces ? 'Replace' : 'Save'}
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
          label="Name"
          hint={replaces ? 'There is a search of this name: it is replaced' : 'It is kept for this library'}
          error={problem}
          maxLength={100}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setProblem('');
          }}
        />
      </form>
    </Dialog>
  );
}
