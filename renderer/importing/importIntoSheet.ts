import type { Node } from 'prosemirror-model';
import { emptyBody, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { tells, type Receipt } from '../../shared/importing/receipt.ts';
import type { EnvelopePatch } from '../article/envelopePatch.ts';
import type { EditorHandle } from '../editor/handle.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';
import { asItWas, putBack } from './putBack.ts';
import { hideReceipt, keepImport, setStanding } from './receiptStore.ts';

const patience = 10_000;

/** A file that was read: its text, the metadata that it told, and what was decided. */
export interface ReadImport {
  readonly body: Node;
  readonly envelope: EnvelopePatch;
  readonly receipt: Receipt;
}

/** Whether nothing was written yet: five empty fields and an empty paragraph. */
export const isEmpty = ({ body }: Article): boolean => body.eq(emptyBody());

/** The editor of the article that is being opened; it comes a moment after the article. */
function nextEditor({ clock, editor }: Services, before: EditorHandle | null): Promise<EditorHandle> {
  return new Promise((resolve, reject) => {
    const take = (): void => {
      const handle = editor.get();
      if (handle === null || handle === before) return;
      finish();
      resolve(handle);
    };
    const stop = editor.subscribe(take);
    const callOff = clock.after(patience, () => {
      finish();
      reject(
        new CopydeskError('unexpected', 'The sheet did not open. The file that you chose is untouched.'),
      );
    });
    const finish = (): void => {
      stop();
      callOff();
    };
    take();
  });
}

/** The sheet that takes the text: this one if it is empty and can be written, else that of a new article. */
async function emptySheet(services: Services): Promise<EditorHandle> {
  const { draft, editor } = services;
  const state = draft.get();
  const handle = editor.get();
  if (state.kind === 'open' && state.readOnly === null && handle !== null && isEmpty(state.article))
    return handle;
  await draft.create();
  return nextEditor(services, handle);
}

/** The envelope's fields that an import sets, and what they were. */
function envelopeChange(
  article: Article,
  envelope: EnvelopePatch,
): { set: EnvelopePatch; back: EnvelopePatch } {
  const names = Object.keys(envelope) as (keyof EnvelopePatch)[]; // the keys of the one are among those of the other
  const back = Object.fromEntries(names.map((name) => [name, article[name]])) as EnvelopePatch; // as above
  return { set: envelope, back };
}

/** Metadata is no part of the editor's history: it goes and comes with the text when the person undoes and redoes. */
function followUndo({ draft }: Services, id: string, change: ReturnType<typeof envelopeChange>): void {
  let standing = true;
  const stop = draft.subscribe(() => {
    const state = draft.get();
    if (state.kind === 'none' || state.article.id !== id) return stop();
    const now = !isEmpty(state.article);
    if (now === standing) return undefined;
    standing = now;
    setStanding(id, standing);
    return draft.editEnvelope(standing ? change.set : change.back);
  });
}

/** One step back: the editor's own undo, or, after more typing, an emptied sheet that undo fills again. */
function takeBack({ draft, editor }: Services, before: Article, imported: Node): void {
  const state = draft.get();
  const handle = editor.get();
  hideReceipt();
  if (state.kind === 'none' || state.article.id !== before.id || handle === null) return;
  if (!state.article.body.eq(imported) || !handle.undo()) handle.replaceBody(before.body);
  announce('Import undone');
}

/** Puts what was read onto the sheet, as one step that can be undone, and shows the receipt if it tells anything. */
export async function importIntoSheet(services: Services, imported: ReadImport): Promise<void> {
  const { draft } = services;
  const { receipt } = imported;
  const handle = await emptySheet(services);
  const state = draft.get();
  if (state.kind === 'none') throw new CopydeskError('unexpected', 'No article was opened for the text');
  const { article } = state;
  const change = envelopeChange(article, imported.envelope);
  handle.replaceBody(imported.body);
  draft.editEnvelope(change.set);
  followUndo(services, article.id, change);
  keepImport(
    {
      receipt,
      articleId: article.id,
      undo: () => takeBack(services, article, imported.body),
      putBack: (decision, back) =>
        putBack(services, article.id, decision, { imported: imported.body, receipt, back }),
      asItWas: () => asItWas(services, article.id, receipt),
    },
    tells(receipt),
  );
  const count = receipt.decisions.length;
  announce(`Imported ${receipt.source}: ${String(count)} ${count === 1 ? 'decision' : 'decisions'}`);
}
