import type { FromPage, KeyMatch } from './page.ts';

/** Listens, in the page and its same-origin frames, for what main must hear of (keys, new windows, context menus). */
export function installInput(
  post: (message: FromPage) => void,
): (list: readonly KeyMatch[], wantsInput: boolean) => void {
  let accelerators: readonly KeyMatch[] | undefined;
  /** Keys that came before main's list did. */
  const early: KeyboardEvent[] = [];
  let wantsInput = false;
  const handled = new WeakSet<Event>();

  /** Acts after every listener of the page, unless one of them prevented the event. */
  function last<E extends Event>(target: Window, type: string, act: (event: E) => boolean): void {
    const run = (event: Event) => {
      if (handled.has(event)) return;
      handled.add(event);
      // Registered by the event's own name only.
      if (!event.defaultPrevented && act(event as E)) event.preventDefault();
    };
    const capture = (event: Event) => {
      target.removeEventListener(type, run);
      target.addEventListener(type, run);
      // A page that stops propagation has not prevented anything; Electron looks at prevention only.
      setTimeout(() => run(event), 0);
    };
    target.addEventListener(type, capture, true);
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
    const realm = (event.view ?? window) as Window & typeof globalThis; // a frame's elements are of its own classes
    const anchor = path.find((node) => node instanceof realm.HTMLAnchorElement);
    const image = path.find((node) => node instanceof realm.HTMLImageElement);
    const target = path.find((node) => node instanceof realm.HTMLElement);
    const field = target instanceof realm.HTMLInputElement || target instanceof realm.HTMLTextAreaElement;
    const isEditable = field || target?.isContentEditable === true;
    const selectionText = String(realm.getSelection() ?? '');
    const selected = selectionText !== '';
    return {
      x: event.clientX,
      y: event.clientY,
      linkURL: anchor?.href ?? '',
      linkText: anchor?.textContent ?? '',
      pageURL: location.href,
      frameURL: realm.location.href,
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
  function listen(target: Window): void {
    target.addEventListener('keydown', tellInput, true);
    target.addEventListener('keyup', tellInput, true);
    last<KeyboardEvent>(target, 'keydown', (event) => {
      if (event.isComposing) return false;
      if (accelerators === undefined) early.push(event);
      const found = accelerators?.find((wanted) => matches(event, wanted));
      if (found === undefined) return false;
      post({ kind: 'accelerator', command: found.command });
      return true;
    });
    last<MouseEvent>(target, 'contextmenu', (event) => {
      post({ kind: 'context-menu', params: menuParameters(event) });
      return false;
    });
  }

  listen(window);
  last<MouseEvent>(window, 'click', open);
  last<MouseEvent>(window, 'auxclick', open);
  // A frame without scripts runs none of ours either, but the page may listen in it, as Electron's menu does.
  const frameLoaded = (event: Event) => {
    const frame = event.target instanceof HTMLIFrameElement ? event.target : undefined;
    if (frame?.contentDocument && frame.contentWindow) listen(frame.contentWindow);
  };
  document.addEventListener('load', frameLoaded, true);
  return (list, wants) => {
    accelerators = list;
    wantsInput = wants;
    for (const event of early.splice(0)) {
      const found = list.find((wanted) => matches(event, wanted));
      if (found !== undefined) post({ kind: 'accelerator', command: found.command });
    }
  };
}
