import { useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { FieldDialog } from '../ui/FieldDialog.tsx';
import { useServices } from '../window/services.ts';

/** Asks for the person's own byline, by which the library finds what is theirs. */
export function BylineDialog({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useServices();
  const [byline, setByline] = useState(settings.get().byline);
  const save = async () => {
    await settings.change({ byline: byline.trim() });
    announce(byline.trim() === '' ? 'Your byline is empty' : `Your byline is ${byline.trim()}`);
  };
  return (
    <FieldDialog
      title="Your byline"
      label="Your name as it stands in bylines"
      hint="The filter “Mine”, and by:me in a search, find articles with it in their byline"
      maxLength={200}
      value={byline}
      onValue={setByline}
      action="Save"
      onSave={save}
      onClose={onClose}
    />
  );
}
