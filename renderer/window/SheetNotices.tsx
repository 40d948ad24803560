import { titleOf } from '../../shared/article/text.ts';
import { duplicateArticle, saveCopy, saveNow } from '../article/actions.ts';
import { safeText } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { ConflictNotice } from '../conflict/ConflictNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

function ReadOnlyNotice() {
  const services = useServices();
  const problem = useDraftReading((state) => (state.kind === 'open' ? state.readOnly : null));
  const file = useDraftReading((state) => (state.kind === 'open' ? state.file : ''));
  const title =
    useDraftReading((state) => (state.kind === 'open' ? titleOf(state.article.body) : '')) || 'Untitled';
  if (problem === null) return null;
  // A copy of what a later Copydesk wrote would lack what this one does not know.
  const whole = problem.code !== 'newer' && problem.code !== 'unknown-content';
  return (
    <Notice
      tone="warning"
      title={`“${title}” is open for reading only`}
      actions={
        whole ? (
          <Button small onClick={() => void duplicateArticle(services, { file })}>
            Duplicate to Edit
          </Button>
        ) : undefined
      }
    >
      {problem.message} The file “{file}” is left as it is.
    </Notice>
  );
}

function UnsavedNotice() {
  const services = useServices();
  const failure = useDraftReading((state) =>
    state.kind === 'open' && state.saveState.kind === 'failed' ? state.saveState : null,
  );
  const unjournalled = useDraftReading((state) => (state.kind === 'open' ? state.unjournalled : null));
  // A conflict has its own notice.
  if (failure === null || failure.code === 'conflict') return null;
  return (
    <Notice
      tone="error"
      title="Your latest changes are not saved"
      actions={
        <>
          <Button small onClick={() => void saveNow(services)}>
            Try Again
          </Button>
          <Button small onClick={() => void saveCopy(services)}>
            Save a Copy Elsewhere…
          </Button>
        </>
      }
    >
      {failure.message}{' '}
      {unjournalled === null
        ? `Nothing is lost: ${safeText(null).replace(/^Y/, 'y')}`
        : `Nothing is lost while this window is open: keep it open. ${safeText(unjournalled)}`}{' '}
      {failure.code === 'refused' ? 'The article waits for you.' : 'Copydesk keeps trying to save.'}
    </Notice>
  );
}

function UnkeptNotice() {
  const problem = useDraftReading((state) => (state.kind === 'open' ? state.unkept : null));
  if (problem === null) return null;
  return (
    <Notice tone="warning" title="The article is saved, but this version is not in its history">
      {problem.message}
    </Notice>
  );
}

/** What must be known about the article or the window, above the sheet. */
export function SheetNotices() {
  const { reports } = useServices();
  const list = useReading(reports, (state) => state);
  return (
    <div className="sheet-notices">
      <ReadOnlyNotice />
      <ConflictNotice />
      <UnsavedNotice />
      <UnkeptNotice />
      {list.map(({ key, tone, title, text, actions }) => (
        <Notice
          key={key}
          tone={tone}
          title={title}
          onDismiss={() => reports.dismiss(key)}
          actions={actions?.map(({ label, run }) => (
            <Button
              small
              key={label}
              onClick={() => {
                reports.dismiss(key);
                run();
              }}
            >
              {label}
            </Button>
          ))}
        >
          {text}
        </Notice>
      ))}
    </div>
  );
}
