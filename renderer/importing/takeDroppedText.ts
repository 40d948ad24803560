import type { Services } from '../window/services.ts';

const endings = /\.(txt|text|md|markdown)$/i;

/** Whether a dropped file is text that can become an article. */
export const isTextFile = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  endings.test(name) || type === 'text/plain' || type === 'text/markdown';

const textItem = (transfer: DataTransfer | null): boolean =>
  Array.from(transfer?.items ?? []).some(
    ({ kind, type }) => kind === 'file' && (type === 'text/plain' || type === 'text/markdown'),
  );

/** Takes text files that are dropped anywhere onto the window, before the editor sees them; answers the end of it. */
export function takeDroppedText(services: Services, target: Window): () => void {
  const over = (event: DragEvent): void => {
    if (!textItem(event.dataTransfer) || event.dataTransfer === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent): void => {
    const file = Array.from(event.dataTransfer?.files ?? []).find(isTextFile);
    if (file === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    // The importers are loaded when they are first used.
    import('./importFile.ts')
      .then(({ importDropped }) => importDropped(services, file))
      .catch((error: unknown) => services.reports.error('The text was not imported', error));
  };
  const listening = new AbortController();
  target.addEventListener('dragover', over, { capture: true, signal: listening.signal });
  target.addEventListener('drop', drop, { capture: true, signal: listening.signal });
  return () => listening.abort();
}
