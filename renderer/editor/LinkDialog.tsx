import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { completeAddress, isOpenableUrl } from '../../shared/article/address.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { useReading } from '../ui/store.ts';
import { linkRange, removeLink, setLink, type LinkRange } from './commands/link.ts';
import type { EditorContext } from './context.ts';
import { whyRefused } from './views/addressField.ts';

interface LinkDialogProps {
  readonly editor: Editor;
  readonly context: EditorContext;
}

/** The link dialog of Ctrl+K: makes, changes, opens and removes a link. */
export function LinkDialog({ editor, context }: LinkDialogProps) {
  const open = useReading(context.question, (question) => question?.kind === 'link');
  const range = open ? linkRange(editor.state) : null;
  return range === null ? null : <LinkForm editor={editor} context={context} range={range} />;
}

function LinkForm({ editor, context, range }: LinkDialogProps & { readonly range: LinkRange }) {
  const [address, setAddress] = useState(range.href);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const close = (): void => context.question.set(null);
  const save = (): void => {
    const href = completeAddress(address);
    if (href === null) {
      setError(address.trim() === '' ? 'Write or paste an address' : whyRefused(address));
      return;
    }
    close();
    editor.view.dispatch(setLink(editor.state, range, href, text.trim()));
  };
  const remove = (): void => {
    close();
    editor.view.dispatch(removeLink(editor.state, range));
  };
  const target = completeAddress(address);
  return (
    <Dialog
      open
      size="small"
      onClose={close}
      title={range.href === '' ? 'Add link' : 'Edit link'}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        editor.view.focus();
      }}
      footer={
        <>
          {range.href === '' ? null : (
            <>
              <Button kind="quiet" onClick={remove}>
                Remove link
              </Button>
              <Button
                kind="quiet"
                disabled={target === null || !isOpenableUrl(target)}
                onClick={() => (target === null ? undefined : context.services().openLink(target))}
              >
                Open
              </Button>
            </>
          )}
          <Button kind="primary" onClick={save}>
            {range.href === '' ? 'Add link' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        className="link-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Address"
          hint="A web address (https), an e-mail address or a telephone number (tel:)"
          error={error}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={address}
          onChange={(event) => {
            setAddress(event.target.value);
            setError('');
          }}
        />
        {range.from === range.to ? (
          <TextField
            label="Text"
            hint="What the reader sees; the address itself if empty"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          <p className="link-text">Link for “{range.text}”</p>
        )}
        <button type="submit" hidden>
          Save
        </button>
      </form>
    </Dialog>
  );
}
