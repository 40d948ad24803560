import { formats } from '../../shared/formats/index.ts';
import type { BatchDone, BatchTold } from '../../shared/ipc/batchShapes.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServices } from '../window/services.ts';
import { countOf } from './countOf.ts';
import { ToldList } from './ToldList.tsx';

/** What a batch did, in one line. */
export function summaryText({ files, articles, pictures, left }: BatchDone): string {
  const beside = pictures === 0 ? '' : `, with ${countOf(pictures, 'picture')}`;
  const rest = left === 0 ? '' : ` Stopped: ${countOf(left, 'file')} not begun.`;
  return `${countOf(files, 'file')} of ${countOf(articles, 'article')} written${beside}.${rest}`;
}

const labelOf = (id: string): string => formats.find((format) => format.id === id)?.label ?? id;

const Part = ({ title, told }: { readonly title: string; readonly told: readonly BatchTold[] }) =>
  told.length === 0 ? null : (
    <section className="batch-part" aria-label={title}>
      <h3>{`${title} (${told.length.toLocaleString('en')})`}</h3>
      <ToldList told={told} />
    </section>
  );

function Lost({ losses }: Pick<BatchDone, 'losses'>) {
  const lossy = losses.filter((one) => one.losses.length > 0);
  if (losses.length === 0) return null;
  return (
    <section className="export-losses" aria-label="What the formats left out">
      {lossy.length === 0 ? <p>Nothing was lost: these formats carry everything in these articles.</p> : null}
      {lossy.map((one) => (
        <div key={one.format}>
          <h3>{`${labelOf(one.format)} could not carry`}</h3>
          <ul>
            {one.losses.map(({ what, instead, count }) => (
              <li key={`${what} ${instead}`}>
                <span className="export-count">{count}</span>
                <span>
                  <strong>{what}</strong> {instead}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export interface BatchSummaryProps {
  readonly done: BatchDone;
  /** Why the article on the sheet is not saved; '' if it is. */
  readonly unsaved: string;
  readonly onClose: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** What was written where, what stayed and why, and what the formats left out. */
export function BatchSummary({ done, unsaved, onClose, onCloseAutoFocus }: BatchSummaryProps) {
  const { connection, reports } = useServices();
  const { folder, held, failed, warnings, losses, left } = done;
  const reveal = () =>
    void connection
      .call('export:reveal', { path: folder })
      .catch((error: unknown) => reports.error('The folder cannot be shown', error));
  return (
    <Dialog
      open
      text
      title={left === 0 ? 'Exported' : 'Export Stopped'}
      onClose={onClose}
      onCloseAutoFocus={onCloseAutoFocus}
      footer={
        <>
          <Button onClick={reveal}>Show in Folder</Button>
          <Button kind="primary" data-focus-first="" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="export">
        <div>
          <p>{summaryText(done)}</p>
          <p className="export-path export-file">{folder}</p>
        </div>
        {unsaved === '' ? null : (
          <Notice tone="warning" title="The article on the sheet is not saved">
            {unsaved} What was exported of it is what was saved last.
          </Notice>
        )}
        <Part title="Held, not exported" told={held} />
        <Part title="Failed" told={failed} />
        <Part title="Written, with something to know" told={warnings} />
        <Lost losses={losses} />
      </div>
    </Dialog>
  );
}
