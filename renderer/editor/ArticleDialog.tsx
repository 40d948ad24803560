import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { Chooser } from './Chooser.tsx';
import type { Choice } from './Choices.tsx';
import { linkArticle } from './commands/related.ts';
import type { EditorContext } from './context.ts';

interface Found {
  readonly articles: readonly LibraryEntry[];
  /** Why there are none, if not because there is no such article. */
  readonly problem: string;
}

/** What the library's search answers to what is typed; null before the first answer. */
function useArticles(context: EditorContext): {
  readonly found: Found | null;
  readonly ask: (typed: string) => void;
} {
  const [found, setFound] = useState<Found | null>(null);
  const turn = useRef(0);
  const ask = useCallback(
    (typed: string) => {
      const mine = (turn.current += 1);
      context
        .services()
        .findArticles(typed)
        .then(
          (articles) => (mine === turn.current ? setFound({ articles, problem: '' }) : undefined),
          (error: unknown) => {
            // A newer question ends an older one.
            if (mine === turn.current) setFound({ articles: [], problem: messageOf(error) });
          },
        );
    },
    [context],
  );
  useEffect(() => ask(''), [ask]);
  return { found, ask };
}

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
  return <ArticleChoice editor={editor} context={context} position={question.position} />;
}

function ArticleChoice({
  editor,
  context,
  position,
}: {
  readonly editor: Editor;
  readonly context: EditorContext;
  readonly position: number;
}) {
  const { found, ask } = useArticles(context);
  const articles = found?.articles ?? [];
  const choices: readonly Choice[] = articles.map(({ id, title, section }) => ({
    key: id ?? '',
    label: title || 'Untitled',
    hint: section,
  }));
  const take = (choice: Choice): void => {
    const article = articles.find(({ id }) => id === choice.key);
    context.question.set(null);
    if (article !== undefined) linkArticle(editor.view, position, article);
  };
  const none = found === null ? 'A moment…' : found.problem || 'No article of the library has these words';
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
        <Chooser label="Find an article" none={none} find={() => choices} onTake={take} onQuery={ask} />
      </div>
    </Dialog>
  );
}
