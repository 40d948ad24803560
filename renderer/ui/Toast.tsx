import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { createStore, useReading } from './store.ts';
import './Toast.css';

/** A short message in passing, with one thing to do about it. */
export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: 'info' | 'error';
}

type Shown = ToastMessage & { readonly key: number };

const shown = createStore<readonly Shown[]>([]);
let last = 0;

const take = (key: number) => shown.set(shown.get().filter((message) => message.key !== key));

/** Shows a message for 8 s (an error for 20 s; longer under the pointer or focus) and says it politely. */
export function toast(message: ToastMessage): void {
  last += 1;
  shown.set([...shown.get().slice(-2), { ...message, key: last }]);
}

/** Where messages appear; once in a window. F8 goes there. */
export function Toasts() {
  const messages = useReading(shown, (value) => value);
  return (
    <Primitive.Provider label="Message" swipeDirection="down">
      {messages.map(({ key, text, action, tone = 'info' }) => (
        <Primitive.Root
          key={key}
          type={tone === 'error' ? 'foreground' : 'background'}
          className={`ui-toast ui-toast-${tone}`}
          duration={tone === 'error' ? 20_000 : 8000}
          onOpenChange={(open) => (open ? undefined : take(key))}
        >
          <Primitive.Description className="ui-toast-text" dir="auto">
            {text}
          </Primitive.Description>
          {action === undefined ? null : (
            <Primitive.Action asChild altText={action.label}>
              <Button small kind="secondary" onClick={action.run}>
                {action.label}
              </Button>
            </Primitive.Action>
          )}
          <Primitive.Close asChild>
            <IconButton small label="Dismiss" side="top">
              <X aria-hidden />
            </IconButton>
          </Primitive.Close>
        </Primitive.Root>
      ))}
      <Primitive.Viewport className="ui-toasts" label="Messages ({hotkey})" />
    </Primitive.Provider>
  );
}
