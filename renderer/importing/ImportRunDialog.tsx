import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useReading } from '../ui/store.ts';
import { useServices, type Services } from '../window/services.ts';
import { cancelImport, closeImport, importRun, type ImportRun } from './importRun.ts';
import './receipt.css';

const files = (count: number): string => `${String(count)} ${count === 1 ? 'file' : 'files'}`;

/** What became of an import of many files, in a sentence whose numbers add up to all of them. */
export function summaryText({ of, made, refused, others, state }: ImportRun): string {
  const left = of - made.length - refused.length;
  const parts = [
    `${files(made.length)} imported`,
    `${String(refused.length)} refused`,
    ...(left > 0 ? [`${String(left)} not reached`] : []),
    ...(others > 0 ? [`${String(others)} of other kinds left alone`] : []),
  ];
  return `${state === 'cancelled' ? 'Cancelled: ' : ''}${parts.join(', ')}.`;
}

const Refused = ({ refused }: Pick<ImportRun, 'refused'>) => (
  <section className="receipt-group">
    <h3>
      Refused <span className="receipt-count">{refused.length}</span>
    </h3>
    <ul>
      {refused.map(({ name, why }) => (
        <li key={name} className="import-line">
          <span className="receipt-what">{name}</span>
          <span>{why}</span>
        </li>
      ))}
    </ul>
  </section>
);

const openLater = async ({ draft, reports }: Services, id: string): Promise<void> => {
  closeImport();
  await draft.open({ id }).catch((error: unknown) => reports.error('The article was not opened', error));
};

const Made = ({ made }: Pick<ImportRun, 'made'>) => {
  const services = useServices();
  return (
    <section className="receipt-group">
      <h3>
        Imported <span className="receipt-count">{made.length}</span>
      </h3>
      <p className="receipt-note">In the library, each as an article of its own.</p>
      <ul>
        {made.map(({ id, name, title, doubts }) => (
          <li key={id} className="import-line">
            <span className="receipt-what">{name}</span>
            <span dir="auto">
              {title === '' ? 'Untitled' : title}
              {doubts === 0 ? '' : ` · ${String(doubts)} worth a look`}
            </span>
            <Button
              small
              kind="quiet"
              aria-label={`Open ${name}`}
              onClick={() => void openLater(services, id)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** How far an import of many files is, with Cancel; then what became of each. */
export function ImportRunDialog() {
  const services = useServices();
  const run = useReading(importRun, (value) => value);
  if (run === null) return null;
  const running = run.state === 'running';
  const close = running ? () => cancelImport(services) : closeImport;
  return (
    <Dialog
      open
      text={!running}
      size={running ? 'medium' : 'large'}
      title={running ? `Importing ${files(run.of)}` : 'Import finished'}
      description={running ? 'What is imported stays in the library when you cancel.' : summaryText(run)}
      onClose={close}
      footer={
        <Button kind={running ? 'secondary' : 'primary'} data-focus-first="" onClick={close}>
          {running ? 'Cancel' : 'Done'}
        </Button>
      }
    >
      {running ? (
        <Progress
          label={`${String(run.done)} of ${String(run.of)}: ${run.name}`}
          done={run.done}
          of={run.of}
        />
      ) : (
        <div className="receipt">
          {run.refused.length === 0 ? null : <Refused refused={run.refused} />}
          {run.made.length === 0 ? null : <Made made={run.made} />}
        </div>
      )}
    </Dialog>
  );
}
