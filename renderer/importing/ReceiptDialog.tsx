import type { Decision, Receipt } from '../../shared/importing/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { hideReceipt, lastImport } from './receiptStore.ts';
import './receipt.css';

const groups: readonly { readonly kind: Decision['kind']; readonly title: string; readonly note: string }[] =
  [
    { kind: 'doubted', title: 'Worth a look', note: 'Kept as it was; Copydesk was not sure.' },
    { kind: 'lifted', title: 'Lifted into fields', note: 'Taken out of the text and put where it belongs.' },
    { kind: 'typed', title: 'Recognised', note: 'Made a block of its own, in its place.' },
    { kind: 'removed', title: 'Removed', note: 'Web page furniture, no part of the story.' },
  ];

const Line = ({ decision }: { readonly decision: Decision }) => (
  <li className="receipt-line">
    <span className="receipt-number">
      {decision.line === undefined ? null : (
        <>
          <span className="ui-visually-hidden">Line </span>
          {decision.line}
        </>
      )}
    </span>
    <span className="receipt-what">{decision.what}</span>
    <span className="receipt-text" dir="auto">
      {decision.text}
    </span>
  </li>
);

const Group = ({
  title,
  note,
  decisions,
}: {
  title: string;
  note: string;
  decisions: readonly Decision[];
}) => (
  <section className="receipt-group">
    <h3>
      {title} <span className="receipt-count">{decisions.length}</span>
    </h3>
    <p className="receipt-note">{note}</p>
    <ol>
      {decisions.map((decision, at) => (
        <Line key={`${String(decision.line ?? at)} ${decision.what} ${decision.text}`} decision={decision} />
      ))}
    </ol>
  </section>
);

/** Words before and after, as a sentence that adds up. */
export const wordsText = ({ wordsBefore, wordsAfter }: Receipt): string => {
  const words = (count: number): string => `${String(count)} ${count === 1 ? 'word' : 'words'}`;
  return wordsBefore === wordsAfter
    ? `${words(wordsAfter)}, as in the file.`
    : `${words(wordsBefore)} in the file, ${String(wordsAfter)} in the article.`;
};

/** What the last import decided, line by line, and the way back. Shows itself after an import. */
export function ReceiptDialog() {
  const record = useReading(lastImport, (value) => value);
  if (record?.open !== true) return null;
  const { receipt, standing, undo } = record;
  const shown = groups
    .map((group) => ({ ...group, decisions: receipt.decisions.filter(({ kind }) => kind === group.kind) }))
    .filter(({ decisions }) => decisions.length > 0);
  return (
    <Dialog
      open
      text
      size="large"
      title={`Imported from ${receipt.source}`}
      description={
        standing ? wordsText(receipt) : `${wordsText(receipt)} This import was undone; Redo brings it back.`
      }
      onClose={hideReceipt}
      footer={
        <>
          <Button disabled={!standing} onClick={undo}>
            Undo Import
          </Button>
          <Button kind="primary" data-focus-first="" onClick={hideReceipt}>
            Keep
          </Button>
        </>
      }
    >
      <div className="receipt">
        {shown.length === 0 ? <p>Nothing had to be decided: every line became a paragraph.</p> : null}
        {shown.map((group) => (
          <Group key={group.kind} {...group} />
        ))}
      </div>
    </Dialog>
  );
}
