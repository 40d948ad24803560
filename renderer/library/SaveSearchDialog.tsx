import { useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { FieldDialog } from '../ui/FieldDialog.tsx';
import { useServices } from '../window/services.ts';
import { describeSearch } from './filters.ts';
import { searchesOf, withSearch } from './searches.ts';

/** Names what the library lists now, so that it can be listed again. */
export function SaveSearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { library, settings, view } = useServices();
  const [search] = useState(() => view.get().search);
  const [name, setName] = useState(search.typed.trim().slice(0, 100));
  const id = library.get()?.id ?? '';
  const trimmed = name.trim();
  const replaces = searchesOf(settings.get().searches, id).some((one) => one.name === trimmed);
  const save = async () => {
    const saved = {
      library: id,
      name: trimmed,
      typed: search.typed.trim().slice(0, 2000),
      sort: search.sort,
    };
    await settings.change({ searches: withSearch(settings.get().searches, saved) });
    announce(`Search saved as ${trimmed}`);
  };
  return (
    <FieldDialog
      title="Save search"
      description={describeSearch(search)}
      label="Name"
      hint={replaces ? 'There is a search of this name: it is replaced' : 'It is kept for this library'}
      maxLength={100}
      value={name}
      onValue={setName}
      action={replaces ? 'Replace' : 'Save'}
      refusal={trimmed === '' ? 'Give it a name' : ''}
      onSave={save}
      onClose={onClose}
    />
  );
}
