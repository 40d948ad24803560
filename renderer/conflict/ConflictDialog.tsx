import { useEffect, useState } from 'react';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { wordsOf } from '../../shared/article/text.ts';
import { messageOf } from '../../shared/error.ts';
import type { Problem } from '../../shared/ipc/contract.ts';
import { rememberSpot } from '../article/actions.ts';
import { savedTime } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { Comparison } from '../history/Comparison.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { wordsText } from '../window/ArticleFigures.tsx';
import { useServices } from '../window/services.ts';
import { otherTitle, type Other } from './otherStore.ts';
import '../history/history.css';
import './conflict.css';

type Comparable = Exclude<Other, { readonly kind: 'gone' }>;
type Keep = 'mine' | 'theirs' | 'both';

interface Read {
  readonly file: string;
  /** Of what was read: what is decided about. */
  readonly hash: string;
  /** Null where it cannot be read. */
  readonly article: Article | null;
  readonly problem: Problem | null;
}

/** The other version as it lies on the disk now. */
function useTheirs({ file, hash }: Comparable): Read | null {
  const { connection } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let wanted = true;
    const set = (next: Read) => (wanted ? setRead(next) : undefined);
    connection.call('article:open', { file }).then(
      (opened) =>
        set({ file, hash: opened.hash, article: parseArticle(opened.article), problem: opened.readOnly }),
      (error: unknown) =>
        set({ file, hash, article: null, problem: { code: 'damaged', message: messageOf(error) } }),
    );
    return () => {
      wanted = false;
    };
  }, [connection, file, hash]);
  return read?.file === file ? read : null;
}

interface SideProps {
  readonly name: string;
  readonly article: Article | null;
  readonly more: string;
  /** '' where no file needs to be named. */
  readonly file?: string;
}

function Side({ name, article, more, file = '' }: SideProps) {
  return (
    <div className="conflict-side">
      <dt>{name}</dt>
      <dd>
        {article === null ? 'Cannot be read' : wordsText(wordsOf(article.body))}
        {more === '' ? '' : `, ${more}`}
      </dd>
      {file === '' ? null : <dd className="conflict-file">{file}</dd>}
    </div>
  );
}

function Legend({ words }: { readonly words: { readonly added: number; readonly removed: number } }) {
  return (
    <>
      <span className="history-added">Underlined</span> is in mine only ({wordsText(words.added)}),{' '}
      <span className="history-removed">struck through</span> in the other only ({wordsText(words.removed)}).
    </>
  );
}

const done: Readonly<Record<Keep, string>> = {
  mine: 'Yours is the article; the other version is in the history',
  theirs: 'The other version is the article; yours is in the history',
  both: 'Both are kept, as two articles',
};

function Compared({ other }: { readonly other: Comparable }) {
  const services = useServices();
  const { draft, clock, view } = services;
  const mine = useDraftReading((state) => (state.kind === 'open' ? state.article : null));
  const theirs = useTheirs(other);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const close = () => view.change({ conflict: false });

  const settle = async (keep: Keep) => {
    if (theirs === null) return;
    setBusy(true);
    setFailure('');
    try {
      await rememberSpot(services).catch(() => undefined); // the place is a comfort, not a promise
      await draft.settle({ file: theirs.file, hash: theirs.hash }, keep);
      services.other.set({ ...services.other.get(), other: null });
      close();
      announce(done[keep]);
    } catch (error) {
      setFailure(messageOf(error));
    }
    setBusy(false);
  };
  const ready = theirs !== null && !busy;
  const unwritable =
    theirs?.problem !== undefined && theirs.problem !== null && theirs.problem.code !== 'damaged';
  const modified = theirs?.article?.modified;
  return (
    <Dialog
      open
      size="large"
      title="Two versions of this article"
      description={`${otherTitle(other)}. Choose which one to go on with: the other one becomes a version in its history, and nothing is lost.`}
      onClose={close}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        services.editor.get()?.focus();
      }}
      footer={
        <>
          <Button kind="quiet" onClick={close}>
            Decide Later
          </Button>
          <Button
            disabled={!ready || (other.kind === 'beside' && theirs.article === null)}
            onClick={() => void settle('both')}
          >
            Keep Both as Two Articles
          </Button>
          <Button disabled={!ready || theirs.article === null} onClick={() => void settle('theirs')}>
            Use the Other Version
          </Button>
          <Button kind="primary" disabled={!ready || unwritable} onClick={() => void settle('mine')}>
            Keep Mine
          </Button>
        </>
      }
    >
      {failure === '' ? null : <Notice tone="error" title={failure} />}
      <dl className="conflict-sides">
        <Side name="Mine, on this sheet" article={mine} more="as you see it now" />
        <Side
          name="The other version"
          article={theirs?.article ?? null}
          more={modified === undefined ? '' : `saved ${savedTime(Date.parse(modified), clock.now())}`}
          file={other.kind === 'beside' ? other.file : ''}
        />
      </dl>
      {theirs === null || theirs.problem === null ? null : (
        <Notice tone="warning" title="The other version is not as Copydesk saves it">
          {theirs.problem.message}
        </Notice>
      )}
      {theirs === null || theirs.article === null || mine === null ? null : (
        <Comparison from={theirs.article} to={mine} summary={(words) => <Legend words={words} />} />
      )}
    </Dialog>
  );
}

/** The sheet's version and the one on the disk, word by word, and what to do about them; both stay until it is decided. */
export function ConflictDialog() {
  const services = useServices();
  const other = useReading(services.other, (state) => state.other);
  return other === null || other.kind === 'gone' ? null : <Compared other={other} />;
}
