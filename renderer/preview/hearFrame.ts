/** What a person asks for in the frame. */
export interface FrameAnswers {
  /** An element of the page was chosen. */
  readonly pick: (target: Element | null) => void;
  /** The block in view was chosen, by keyboard. */
  readonly pickInView: () => void;
}

// Events and nodes of the frame belong to its realm: `instanceof` of this window would be false.
const elementOf = (target: EventTarget | null): Element | null =>
  target !== null && 'closest' in target ? (target as Element) : null; // only elements have `closest`

const isInLink = (target: EventTarget | null): boolean => (elementOf(target)?.closest('a') ?? null) !== null;

/** The application's keys work in the frame too: its events do not bubble into the window by themselves. */
function forwardKey(event: KeyboardEvent, frame: Element): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!ctrlKey && !metaKey && !altKey && !/^(F\d+|Escape)$/.test(key)) return;
  const shared = { key, code, ctrlKey, metaKey, altKey, shiftKey };
  const copy = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...shared });
  if (!frame.dispatchEvent(copy)) event.preventDefault();
}

/** A file that is dropped onto the page is dropped onto the window; the page itself never takes one. */
function forwardDrag(event: DragEvent, frame: Element): void {
  event.preventDefault();
  const { dataTransfer, type } = event;
  frame.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** Hears clicks, keys and drops in a frame where nothing runs, until `signal` ends it. Links lead nowhere. */
export function hearFrame(page: Document, frame: Element, answers: FrameAnswers, signal: AbortSignal): void {
  page.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      // Who has selected text wants to copy it.
      if (page.getSelection()?.isCollapsed !== false) answers.pick(elementOf(event.target));
    },
    { signal },
  );
  for (const type of ['auxclick', 'dragstart'])
    page.addEventListener(type, (event) => event.preventDefault(), { signal });
  for (const type of ['dragover', 'drop'] as const)
    page.addEventListener(type, (event) => forwardDrag(event, frame), { signal });
  page.addEventListener(
    'keydown',
    (event) => {
      // A link takes Enter itself, as a click.
      if (event.key !== 'Enter' || isInLink(event.target)) return forwardKey(event, frame);
      event.preventDefault();
      return answers.pickInView();
    },
    { signal },
  );
}
