import { useEffect } from 'react';
import { tells, type Address, type Decision, type Receipt } from '../../shared/importing/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { CountsTable } from './CountsTable.tsx';
import { hideReceipt, lastImport, putBackNow } from './receiptStore.ts';
import './receipt.css';

const groups: readonly { readonly kind: Decision['kind']; readonly title: string; readonly note: string }[] =
  [
    { kind: 'doubted', title: 'Worth a look', note: 'Kept as it was; Copydesk was not sure.' },
    { kind: 'lifted', title: 'Lifted into fields', note: 'Taken out of the text and put where it belongs.' },
    { kind: 'typed', title: 'Recognised', note: 'Made a block of its own, in its place.' },
    {
      kind: 'removed',
      title: 'Removed',
      note: 'No part of the story, as it seems. Put Back takes it in again.',
    },
  ];

interface LineProps {
  readonly decision: Decision;
  /** Whether it can be put back, and was; null for what took nothing out. */
  readonly back: boolean | null;
  /** Whether what knows its place goes back there; a paste puts all of it after what was pasted. */
  readonly placed: boolean;
}

/** The links and pictures of what was removed, each on a line: what it says, and where it leads. */
const Addresses = ({ addresses }: { readonly addresses: readonly Address[] }) => (
  <details className="receipt-addresses">
    <summary>{countText(addresses)}</summary>
    <ul>
      {addresses.map(({ kind, text, address }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a list that never changes, with twins in it
        <li key={`${String(at)} ${address}`} dir="auto">
          {kind === 'picture' ? `Picture: ${text}` : text}
          {address === '' ? null : <span className="receipt-address">{address}</span>}
        </li>
      ))}
    </ul>
  </details>
);

/** What a removal had besides its words: "2 links, 1 picture". */
export function countText(addresses: readonly Address[]): string {
  const of = (kind: Address['kind']): number => addresses.filter((one) => one.kind === kind).length;
  return (['link', 'picture'] as const)
    .flatMap((kind) => (of(kind) === 0 ? [] : [`${String(of(kind))} ${kind}${of(kind) === 1 ? '' : 's'}`]))
    .join(', ');
}

const Said = ({ text }: Pick<Decision, 'text'>) => (
  <span className="receipt-text" dir="auto">
    {text}
  </span>
);

const isThere = ({ text, addresses = [] }: Decision): boolean => text.trim() !== '' || addresses.length > 0;

const Line = ({ decision, back, placed }: LineProps) => (
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
    {decision.addresses === undefined ? (
      <Said text={decision.text} />
    ) : (
      <div>
        <Said text={decision.text} />
        <Addresses addresses={decision.addresses} />
      </div>
    )}
    {back === null ? null : (
      <Button
        small
        kind="quiet"
        disabled={back}
        aria-label={`Put back: ${decision.what} ${decision.text.slice(0, 60)}`}
        onClick={() => putBackNow(decision)}
      >
        {back ? (decision.at === undefined && placed ? 'Is Back, at the End' : 'Is Back') : 'Put Back'}
      </Button>
    )}
  </li>
);

const Group = ({
  title,
  note,
  decisions,
  back,
  placed,
}: {
  title: string;
  note: string;
  decisions: readonly Decision[];
  /** What was put back; null while nothing can be. */
  back: ReadonlySet<Decision> | null;
  placed: boolean;
}) => (
  <section className="receipt-group">
    <h3>
      {title} <span className="receipt-count">{decisions.length}</span>
    </h3>
    <p className="receipt-note">{note}</p>
    <ol>
      {decisions.map((decision, at) => (
        <Line
          key={`${String(decision.line ?? at)} ${decision.what} ${decision.text}`}
          decision={decision}
          placed={placed}
          back={
            back === null || decision.kind !== 'removed' || !isThere(decision) ? null : back.has(decision)
          }
        />
      ))}
    </ol>
  </section>
);

/** Words before and after, as a sentence that adds up. */
export const wordsText = ({ wordsBefore, wordsAfter }: Receipt, pasted = false): string => {
  const words = (count: number): string => `${String(count)} ${count === 1 ? 'word' : 'words'}`;
  return wordsBefore === wordsAfter
    ? `${words(wordsAfter)}, as in ${pasted ? 'what was copied' : 'the file'}.`
    : pasted
      ? `${words(wordsBefore)} copied, ${String(wordsAfter)} pasted.`
      : `${words(wordsBefore)} in the file, ${String(wordsAfter)} in the article.`;
};

// The dialog has no field to type in, so a letter alone is a command while it has the focus.
function OneKey({ enabled, run }: { readonly enabled: boolean; readonly run: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (!enabled || !plain || event.key.toLowerCase() !== 'w') return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return null;
}

/** What the last import decided, line by line, and the way back. Shows itself after an import. */
export function ReceiptDialog() {
  const record = useReading(lastImport, (value) => value);
  if (record?.open !== true) return null;
  const { receipt, standing, undo, asItWas, back, pasted = false } = record;
  const what = pasted ? 'Paste' : 'Import';
  const words = wordsText(receipt, pasted);
  const canBePlain = standing && receipt.plain !== undefined;
  const makePlain = (): void => {
    if (asItWas()) hideReceipt();
  };
  const shown = groups
    .map((group) => ({ ...group, decisions: receipt.decisions.filter(({ kind }) => kind === group.kind) }))
    .filter(({ decisions }) => decisions.length > 0);
  return (
    <Dialog
      open
      text
      size="large"
      title={`${pasted ? 'Pasted' : 'Imported'} from ${receipt.source}`}
      description={standing ? words : `${words} This ${what.toLowerCase()} was undone; Redo brings it back.`}
      onClose={hideReceipt}
      footer={
        <>
          <Button disabled={!standing} onClick={undo}>
            Undo {what}
          </Button>
          <Button disabled={!canBePlain} aria-keyshortcuts="W" onClick={makePlain}>
            As It Was<kbd className="receipt-key">W</kbd>
          </Button>
          <Button kind="primary" data-focus-first="" onClick={hideReceipt}>
            Keep
          </Button>
        </>
      }
    >
      <div className="receipt">
        <OneKey enabled={canBePlain} run={makePlain} />
        {receipt.counts === undefined ? null : <CountsTable {...receipt.counts} pasted={pasted} />}
        {tells(receipt) ? null : <p>Nothing was changed, and nothing is in doubt.</p>}
        {shown.map((group) => (
          <Group key={group.kind} {...group} placed={!pasted} back={standing ? back : null} />
        ))}
      </div>
    </Dialog>
  );
}
