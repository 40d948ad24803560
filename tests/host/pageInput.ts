import type { FromPage, KeyMatch } from './page.ts';

/** Listens for what main must hear of (accelerators, new windows, context menus) in one frame; self-contained. */
export function installInput(
  post: (message: FromPage) => void,
  top: boolean,
): (list: readonly KeyMatch[], wantsInput: boolean) => void {
  let accelerators: readonly KeyMatch[] = [];
  let wantsInput = false;
  const handled = new WeakSet<Event>();

  /** Acts after every listener of the page, unless one of them prevented the event. */
  function last<E extends Event>(type: string, act: (event: E) => boolean): void {
    const run = (event: Event) => {
      if (handled.has(event)) return;
      handled.add(event);
      // Registered by the event's own name only.
      if (!event.defaultPrevented && act(event as E)) event.preventDefault();
    };
    const capture = (event: Event) => {
      window.removeEventListener(type, run);
      window.addEventListener(type, run);
      // A page that stops propagation has not prevented anything; Electron looks at prevention only.
      setTimeout(() => run(event), 0);
    };
    window.addEventListener(type, capture, true);
  }

  function inputOf(event: KeyboardEvent): Readonly<Record<string, unknown>> {
    const type = event.type === 'keydown' ? 'keyDown' : 'keyUp';
    const { key, code, isComposing, location } = event;
    const held = { shift: event.shiftKey, control: event.ctrlKey, alt: event.altKey, meta: event.metaKey };
    return { type, key, code, isComposing, location, isAutoRepeat: event.repeat, modifiers: [], ...held };
  }

  function matches(event: KeyboardEvent, wanted: KeyMatch): boolean {
    const held =
      event.ctrlKey === wanted.ctrl && event.altKey === wanted.alt && event.metaKey === wanted.meta;
    const shiftFits = event.shiftKey === wanted.shift || (wanted.key === '+' && event.key === '+');
    const key = event.key.toLowerCase() === wanted.key || (wanted.code !== '' && event.code === wanted.code);
    return held && shiftFits && key;
  }

  function openTarget(event: MouseEvent): string | undefined {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (anchor === undefined || anchor.href === '' || anchor.hasAttribute('download')) return undefined;
    const named = anchor.target !== '' && !['_self', '_top', '_parent'].includes(anchor.target);
    const ownFrame = named && document.querySelector(`iframe[name="${CSS.escape(anchor.target)}"]`) !== null;
    const modified = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    return (named && !ownFrame) || modified ? anchor.href : undefined;
  }

  function open(event: MouseEvent): boolean {
    const url = event.button === 2 || !event.isTrusted ? undefined : openTarget(event);
    if (url === undefined) return false;
    post({ kind: 'open', url, frameName: '', features: '' });
    return true;
  }

  function menuParameters(event: MouseEvent): Readonly<Record<string, unknown>> {
    const path = event.composedPath();
    const anchor = path.find((node) => node instanceof HTMLAnchorElement);
    const image = path.find((node) => node instanceof HTMLImageElement);
    const target = path.find((node) => node instanceof HTMLElement);
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const isEditable = field || target?.isContentEditable === true;
    const selectionText = String(window.getSelection() ?? '');
    const selected = selectionText !== '';
    return {
      x: event.clientX,
      y: event.clientY,
      linkURL: anchor?.href ?? '',
      linkText: anchor?.textContent ?? '',
      pageURL: location.href,
      frameURL: location.href,
      srcURL: image?.currentSrc ?? '',
      mediaType: image === undefined ? 'none' : 'image',
      hasImageContents: image !== undefined,
      selectionText,
      titleText: target?.title ?? '',
      altText: image?.alt ?? '',
      isEditable,
      formControlType: 'none',
      misspelledWord: '',
      dictionarySuggestions: [],
      menuSourceType: 'mouse',
      editFlags: {
        canUndo: isEditable,
        canRedo: isEditable,
        canCut: isEditable && selected,
        canCopy: selected,
        canPaste: isEditable,
        canDelete: isEditable && selected,
        canSelectAll: true,
        canEditRichly: target?.isContentEditable === true,
      },
    };
  }

  const tellInput = (event: KeyboardEvent) => {
    if (wantsInput) post({ kind: 'input', input: inputOf(event) });
  };
  window.addEventListener('keydown', tellInput, true);
  window.addEventListener('keyup', tellInput, true);
  last<KeyboardEvent>('keydown', (event) => {
    const found = event.isComposing ? undefined : accelerators.find((wanted) => matches(event, wanted));
    if (found === undefined) return false;
    post({ kind: 'accelerator', command: found.command });
    return true;
  });
  last<MouseEvent>('contextmenu', (event) => {
    post({ kind: 'context-menu', params: menuParameters(event) });
    return false;
  });
  if (top) {
    last<MouseEvent>('click', open);
    last<MouseEvent>('auxclick', open);
  }
  return (list, wants) => {
    accelerators = list;
    wantsInput = wants;
  };
}
