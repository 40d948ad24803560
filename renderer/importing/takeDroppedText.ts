import type { Services } from '../window/services.ts';
import { filesIn, isTextFile, type DroppedFiles } from './filesIn.ts';

const types = [
  '',
  'text/plain',
  'text/markdown',
  'text/html',
  'application/xhtml+xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

// While something is dragged only its type is known; a folder has none.
const mayImport = (transfer: DataTransfer | null): boolean =>
  Array.from(transfer?.items ?? []).some(({ kind, type }) => kind === 'file' && types.includes(type));

const folderIn = (transfer: DataTransfer | null): boolean =>
  Array.from(transfer?.items ?? []).some((item) => item.webkitGetAsEntry()?.isDirectory === true);

/** Takes files and folders that are dropped anywhere onto the window, before the editor sees them; answers the end of it. */
export function takeDroppedText(services: Services, target: Window): () => void {
  const over = (event: DragEvent): void => {
    if (!mayImport(event.dataTransfer) || event.dataTransfer === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent): void => {
    const transfer = event.dataTransfer;
    const files = Array.from(transfer?.files ?? []);
    if (transfer === null || (!folderIn(transfer) && !files.some(isTextFile))) return;
    event.preventDefault();
    event.stopPropagation();
    // What was dropped is known only while the event lasts.
    const found: Promise<DroppedFiles> = filesIn(transfer);
    Promise.all([found, import('./importFile.ts')])
      .then(([{ read, others }, { importDropped }]) => importDropped(services, read, others))
      .catch((error: unknown) => services.reports.error('The file was not imported', error));
  };
  const listening = new AbortController();
  target.addEventListener('dragover', over, { capture: true, signal: listening.signal });
  target.addEventListener('drop', drop, { capture: true, signal: listening.signal });
  return () => listening.abort();
}
