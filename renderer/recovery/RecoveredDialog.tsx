import { useEffect, useState } from 'react';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { plainText } from '../../shared/article/text.ts';
import { messageOf } from '../../shared/error.ts';
import type { RecoveredDraft } from '../../shared/ipc/contract.ts';
import { savedTime } from '../article/saveText.ts';
import { Comparison } from '../history/Comparison.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { decideLater, journalTrouble, keepSaved, restoreDraft } from './recover.ts';
import '../history/history.css';
import './recovery.css';

const words = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;

interface Pair {
  readonly draft: Article;
  readonly saved: Article | null;
}

/** What was typed against what is saved, read when it is shown. */
function Difference({ one: { id, session, problem } }: { readonly one: RecoveredDraft }) {
  const { connection } = useServices();
  const [pair, setPair] = useState<Pair | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    connection.call('recovery:read', { id, session }).then(
      ({ draft, saved }) =>
        setPair({ draft: parseArticle(draft), saved: saved === null ? null : parseArticle(saved) }),
      (error: unknown) => setFailure(messageOf(error)),
    );
  }, [connection, id, session]);
  if (failure !== '') return <Notice tone="error" title={failure} />;
  if (pair === null) return null;
  return (
    <>
      {problem === null ? null : (
        <p>
          {problem.message.replace(/\.?$/, '.')} Restore makes an article of its own, and leaves that file as
          it is.
        </p>
      )}
      {problem === null && pair.saved === null ? (
        <p>The library has no file of this article any more. Restore makes one.</p>
      ) : null}
      {pair.saved === null ? (
        <div className="history-text recovered-text" lang={pair.draft.language} dir="auto">
          {plainText(pair.draft.body)}
        </div>
      ) : (
        <Comparison from={pair.saved} to={pair.draft} />
      )}
    </>
  );
}

interface DraftProps {
  readonly one: RecoveredDraft;
  /** The first of them has the focus. */
  readonly first: boolean;
  /** What differs is shown at once. */
  readonly open: boolean;
}

function Draft({ one, first, open }: DraftProps) {
  const services = useServices();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(open);
  const title = one.title === '' ? 'Untitled' : one.title;
  const now = services.clock.now();
  const decide = (what: typeof restoreDraft) => {
    setBusy(true);
    void what(services, one).finally(() => setBusy(false));
  };
  const keep = one.saved === null ? 'Do Not Restore' : 'Keep Saved Version';
  return (
    <li className="recovered">
      <div className="recovered-head">
        <h3 className="recovered-title" dir="auto">
          {title}
        </h3>
        <div className="recovered-choices">
          <Button
            kind="primary"
            disabled={busy}
            aria-label={`Restore: ${title}`}
            data-focus-first={first ? '' : undefined}
            onClick={() => decide(restoreDraft)}
          >
            Restore
          </Button>
          <Button disabled={busy} aria-label={`${keep}: ${title}`} onClick={() => decide(keepSaved)}>
            {keep}
          </Button>
        </div>
      </div>
      <dl className="recovered-facts">
        <div>
          <dt>Typed</dt>
          <dd>
            {savedTime(one.at, now)}, {words(one.words)}
          </dd>
        </div>
        <div>
          <dt>Saved</dt>
          <dd>
            {one.saved === null
              ? one.problem === null
                ? 'never, or deleted since'
                : 'in a file that cannot be read'
              : `${savedTime(one.saved.at, now)}, ${words(one.saved.words)}`}
          </dd>
        </div>
      </dl>
      <details
        className="recovered-difference"
        open={shown}
        onToggle={(event) => setShown(event.currentTarget.open)}
      >
        <summary>{one.saved === null ? 'What it says' : 'What differs'}</summary>
        {shown ? <Difference one={one} /> : null}
      </details>
    </li>
  );
}

/** Asked when the journal holds more than the library: every draft is decided by a person, or stays where it is. */
export function RecoveredDialog() {
  const services = useServices();
  const { waiting, notices } = useReading(services.recovery, (state) => state);
  const many = waiting.length > 1;
  return (
    <Dialog
      open
      size="large"
      title="Recovered"
      description={
        <>
          Copydesk stopped before {many ? 'these drafts were' : 'this draft was'} saved.{' '}
          {notices.length === 0 ? 'Nothing is lost: what you typed is kept on this computer. ' : ''}
          <strong>Restore</strong> opens a draft, and what is saved now stays in the history. A draft that you
          do not restore is put aside and kept for 90 days.
        </>
      }
      onClose={() => decideLater(services)}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        services.editor.get()?.focus();
      }}
      footer={
        <Button kind="quiet" onClick={() => decideLater(services)}>
          Decide Later
        </Button>
      }
    >
      {notices.map((text) => (
        <Notice key={text} tone="warning" title={journalTrouble}>
          {text}
        </Notice>
      ))}
      <ul className="recovered-list">
        {waiting.map((one, index) => (
          <Draft key={`${one.id} ${one.session}`} one={one} first={index === 0} open={!many} />
        ))}
      </ul>
    </Dialog>
  );
}
