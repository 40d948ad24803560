import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useReading } from './store.ts';
import { takeToast, toasts } from './Toast.tsx';
import './Toast.css';

/** Where messages appear; once in a window. F8 goes there. */
export function Toasts() {
  const messages = useReading(toasts, (value) => value);
  return (
    <Primitive.Provider label="Message" swipeDirection="down">
      {messages.map(({ key, text, action, tone = 'info' }) => (
        <Primitive.Root
          key={key}
          type={tone === 'error' ? 'foreground' : 'background'}
          className={`ui-toast ui-toast-${tone}`}
          duration={tone === 'error' ? 20_000 : 8000}
          onOpenChange={(open) => (open ? undefined : takeToast(key))}
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
