import { useId, useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useServices } from '../window/services.ts';

/** Asks for the person's own byline, by which the library finds what is theirs. */
export function BylineDialog({ onClose }: { readonly onClose: () => void }) {
  const { settings } = useServices();
  const form = useId();
  const [byline, setByline] = useState(settings.get().byline);
  const [problem, setProblem] = useState('');
  const save = async () => {
    try {
      await settings.change({ byline: byline.trim() });
      announce(byline.trim() === '' ? 'Your byline is empty' : `Your byline is ${byline.trim()}`);
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <Dialog
      open
      size="small"
      title="Your byline"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Save
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
          label="Your name as it stands in bylines"
          hint="The filter “Mine”, and by:me in a search, find articles with it in their byline"
          error={problem}
          maxLength={200}
          value={byline}
          onChange={(event) => {
            setByline(event.target.value);
            setProblem('');
          }}
        />
      </form>
    </Dialog>
  );
}
