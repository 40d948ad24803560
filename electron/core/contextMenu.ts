import type { MenuEntry } from './menuTemplate.ts';

/** What is under the pointer of a right click, as Chromium tells it. */
export interface Pointed {
  readonly editable: boolean;
  readonly selection: string;
  /** '' if the word is spelled as the dictionary has it. */
  readonly misspelled: string;
  readonly suggestions: readonly string[];
}

/** What the context menu does. */
export interface ContextMenuPorts {
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
}

const spelling = ({ misspelled, suggestions }: Pointed, ports: ContextMenuPorts): MenuEntry[] => {
  if (misspelled === '') return [];
  const words = suggestions
    .slice(0, 6)
    .map((word) => ({ label: word, click: () => ports.replace(word) }) satisfies MenuEntry);
  const none: MenuEntry = { label: 'No Suggestions', enabled: false };
  return [
    ...(words.length === 0 ? [none] : words),
    { type: 'separator' },
    { label: 'Add to Dictionary', click: () => ports.learn(misspelled) },
    { type: 'separator' },
  ];
};

/** The menu of a right click; empty where there is nothing to do. */
export function contextMenu(pointed: Pointed, ports: ContextMenuPorts): MenuEntry[] {
  const selected = pointed.selection.trim() !== '';
  if (!pointed.editable) return selected ? [{ role: 'copy' }] : [];
  return [
    ...spelling(pointed, ports),
    { role: 'cut', enabled: selected },
    { role: 'copy', enabled: selected },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle', label: 'Paste as Plain Text' },
    { type: 'separator' },
    { role: 'selectAll' },
  ];
}
