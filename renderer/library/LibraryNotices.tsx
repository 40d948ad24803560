import type { RunCommand } from '../commands.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServices } from '../window/services.ts';
import { articleCount } from './articleCount.ts';

/** The library cannot be used: why, and what to do. */
export function MissingLibrary({ message, run }: { readonly message: string; readonly run: RunCommand }) {
  const { library } = useServices();
  return (
    <div className="library-notice">
      <Notice
        tone="error"
        title="The library cannot be used"
        actions={
          <>
            <Button small onClick={() => void library.refresh()}>
              Try Again
            </Button>
            <Button small onClick={() => run('library:choose')}>
              Choose Folder…
            </Button>
          </>
        }
      >
        {message}
      </Notice>
    </div>
  );
}

/** Many articles are gone at once: nobody but a person says what that means. */
export function VanishedArticles({ gone, of }: { readonly gone: number; readonly of: number }) {
  const { connection, library, reports } = useServices();
  const accept = () =>
    connection.call('library:accept', null).then(
      () => library.refresh(),
      (error: unknown) => reports.error('The library cannot be used', error),
    );
  return (
    <div className="library-notice">
      <Notice
        tone="error"
        title={`${String(gone)} of ${articleCount(of)} are not in the folder any more`}
        actions={
          <>
            <Button small onClick={() => void library.refresh()}>
              Look Again
            </Button>
            <Button small onClick={() => void accept()}>
              They Were Removed on Purpose
            </Button>
          </>
        }
      >
        Copydesk deleted nothing. A disk or a sync tool may bring them back; until then none of them is
        written anew, and what is typed is kept on this computer.
      </Notice>
    </div>
  );
}

/** The list cannot be read: the articles are there all the same. */
export function UnreadList({ message, onAgain }: { readonly message: string; readonly onAgain: () => void }) {
  return (
    <div className="library-notice">
      <Notice
        tone="error"
        title="The list of articles cannot be read"
        actions={
          <Button small onClick={onAgain}>
            Try Again
          </Button>
        }
      >
        {message}
      </Notice>
    </div>
  );
}
