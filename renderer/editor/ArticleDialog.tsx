import type { Editor } from '@tiptap/core';
import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { Chooser } from './Chooser.tsx';
import type { Choice } from './Choices.tsx';
import { linkArticle } from './commands/related.ts';
import type { EditorContext } from './context.ts';

/** Picks the article of the library that a related link leads to. */
export function ArticleDialog({
  editor,
  context,
}: {
  readonly editor: Editor;
  readonly context: EditorContext;
}) {
  const question = useReading(context.question, (value) => value);
  if (question?.kind !== 'article') return null;
  const { position } = question;
  const articles = context.services().articles();
  const find = (query: string): readonly Choice[] => {
    const wanted = query.trim().toLowerCase();
    return articles
      .filter(
        ({ id, title, slugline }) => id !== null && `${title} ${slugline}`.toLowerCase().includes(wanted),
      )
      .slice(0, 50)
      .map(({ id, title, section }) => ({ key: id ?? '', label: title || 'Untitled', hint: section }));
  };
  const take = (choice: Choice): void => {
    const article = articles.find(({ id }) => id === choice.key);
    context.question.set(null);
    if (article !== undefined) linkArticle(editor.view, position, article);
  };
  return (
    <Dialog
      open
      onClose={() => context.question.set(null)}
      title="Link to an article"
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        editor.view.focus();
      }}
    >
      <div className="chooser-in-dialog">
        <Chooser
          label="Find an article"
          none="No article of the library has such a title"
          find={find}
          onTake={take}
        />
      </div>
    </Dialog>
  );
}
