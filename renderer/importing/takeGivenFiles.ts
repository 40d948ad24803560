import { CopydeskError } from '../../shared/error.ts';
import { importEndings } from '../../shared/importing/kinds.ts';
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

// What is typed in a dialog or a field of the window is its own.
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], input, textarea, select') !== null;

const isPicture = ({ type }: File): boolean => type.startsWith('image/');

function refuse({ reports }: Services, files: readonly File[]): void {
  const names = files.map(({ name }) => `“${name}”`).join(', ');
  const kinds = importEndings.map((ending) => `.${ending}`).join(', ');
  const text = `Copydesk does not read files of this kind: ${names}. It reads ${kinds} and pictures.`;
  reports.error('The file was not pasted', new CopydeskError('refused', text));
}

/**
 * Takes files and folders that are dropped anywhere onto the window, or were copied in a file manager and are pasted,
 * before the editor sees them; answers the end of it. Pictures are the sheet's; other files are refused with the reason.
 */
export function takeGivenFiles(services: Services, target: Window): () => void {
  const over = (event: DragEvent): void => {
    if (!mayImport(event.dataTransfer) || event.dataTransfer === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
  };
  const take = (event: Event, transfer: DataTransfer): void => {
    event.preventDefault();
    event.stopPropagation();
    // What was given is known only while the event lasts.
    const found: Promise<DroppedFiles> = filesIn(transfer);
    Promise.all([found, import('./importFile.ts')])
      .then(([{ read, others }, { importDropped }]) => importDropped(services, read, others))
      .catch((error: unknown) => services.reports.error('The file was not imported', error));
  };
  const mayTake = (transfer: DataTransfer): boolean =>
    folderIn(transfer) || Array.from(transfer.files).some(isTextFile);
  const drop = (event: DragEvent): void => {
    const transfer = event.dataTransfer;
    if (transfer !== null && mayTake(transfer)) take(event, transfer);
  };
  const paste = (event: ClipboardEvent): void => {
    const transfer = event.clipboardData;
    const files = Array.from(transfer?.files ?? []);
    // Office programs add a picture of copied text: where there is HTML, the text is meant.
    if (transfer === null || files.length === 0 || transfer.getData('text/html') !== '') return;
    if (isElsewhere(event.target) || (files.every(isPicture) && !folderIn(transfer))) return;
    if (mayTake(transfer)) return take(event, transfer);
    event.preventDefault();
    event.stopPropagation();
    refuse(services, files);
  };
  const listening = new AbortController();
  target.addEventListener('dragover', over, { capture: true, signal: listening.signal });
  target.addEventListener('drop', drop, { capture: true, signal: listening.signal });
  target.addEventListener('paste', paste, { capture: true, signal: listening.signal });
  return () => listening.abort();
}
