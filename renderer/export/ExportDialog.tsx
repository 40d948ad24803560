import { useEffect, useId, useState, type Dispatch, type SetStateAction } from 'react';
import type { Article } from '../../shared/article/article.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { html } from '../../shared/formats/html.ts';
import { formats } from '../../shared/formats/index.ts';
import type { EventValue } from '../../shared/ipc/events.ts';
import { PageThemeChoice } from '../preview/PageThemeChoice.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useReading } from '../ui/store.ts';
import { toast } from '../ui/Toast.tsx';
import { useServices, type Services } from '../window/services.ts';
import { ExportResult } from './ExportResult.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { Losses } from './Losses.tsx';
import {
  exportedToast,
  nameHint,
  picturesIn,
  whatIsSafe,
  writeExport,
  type Exported,
  showExported,
} from './writeExport.ts';
import './export.css';

/** Where an export stands. */
type Step =
  | { readonly kind: 'choosing'; readonly problem: string; readonly isMissing: boolean }
  | { readonly kind: 'writing'; readonly progress: EventValue<'export:progress'> | null }
  | { readonly kind: 'done'; readonly exported: Exported; readonly unsaved: string };

export interface ExportDialogProps {
  readonly onClose: () => void;
  /** What is exported instead of the article on the sheet, and what to call it. */
  readonly version?: { readonly article: Article; readonly label: string };
}

const choosing: Step = { kind: 'choosing', problem: '', isMissing: false };
const slow = 1000;

/** Shows the progress of a write that takes more than a second. */
function useProgress({ connection, clock }: Services, setStep: Dispatch<SetStateAction<Step>>): void {
  useEffect(() => {
    let since: number | null = null;
    return connection.on('export:progress', (progress) => {
      since = progress.done === 0 ? clock.now() : (since ?? clock.now());
      if (clock.now() - since < slow) return;
      setStep((now) => (now.kind === 'writing' ? { kind: 'writing', progress } : now));
    });
  }, [connection, clock, setStep]);
}

/** Picks a format, says what it cannot carry, and writes the file where the person says. */
export function ExportDialog({ onClose, version }: ExportDialogProps) {
  const services = useServices();
  const form = useId();
  const [step, setStep] = useState<Step>(choosing);
  const [chosen, setChosen] = useState(services.settings.get().exportFormat);
  const pageTheme = useReading(services.settings, (settings) => settings.pageTheme);
  useProgress(services, setStep);
  const state = services.draft.get();
  const format = formats.find(({ id }) => id === chosen) ?? formats[0];
  const article = version?.article ?? (state.kind === 'open' ? state.article : null);
  if (article === null || format === undefined) return null;
  const pictures = picturesIn(article, format);

  const start = async () => {
    setStep({ kind: 'writing', progress: null });
    try {
      const done = await writeExport(services, format, version?.article);
      if (done === null) return setStep(choosing);
      if (done.warnings.length === 0 && done.unsaved === '') {
        toast(exportedToast(services, done));
        return onClose();
      }
      announce(`Exported ${done.path}, with warnings`);
      return setStep({ kind: 'done', exported: done, unsaved: done.unsaved });
    } catch (error) {
      const isMissing = error instanceof CopydeskError && error.code === 'not-found';
      return setStep({ kind: 'choosing', problem: messageOf(error), isMissing });
    }
  };

  if (step.kind === 'done')
    return (
      <ExportResult
        {...step}
        format={format}
        onAgain={() => setStep(choosing)}
        onShow={() => showExported(services, step.exported)}
        onClose={onClose}
      />
    );
  const busy = step.kind === 'writing';
  return (
    <Dialog
      open
      title={version === undefined ? 'Export' : `Export the Version of ${version.label}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Export…
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="export"
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void start();
        }}
      >
        {step.kind === 'choosing' && step.problem !== '' ? (
          <Notice
            tone="error"
            title="Nothing was exported"
            actions={
              step.isMissing ? (
                <Button small onClick={() => void start()}>
                  Choose Another Folder…
                </Button>
              ) : undefined
            }
          >
            {step.problem} {whatIsSafe(state)}
          </Notice>
        ) : null}
        <FormatChoice type="radio" chosen={[format.id]} onChoose={setChosen} />
        {format.id === html.id ? (
          <PageThemeChoice
            connection={services.connection}
            value={pageTheme}
            labelled
            onChange={(theme) => {
              services.settings
                .change({ pageTheme: theme })
                .catch((error: unknown) =>
                  setStep({ kind: 'choosing', problem: messageOf(error), isMissing: false }),
                );
            }}
          />
        ) : null}
        <Losses format={format} article={article} />
        <p className="export-file">
          Named <span className="export-name">{nameHint(article, format)}</span> unless you choose otherwise
          {pictures === 0
            ? '.'
            : `; ${String(pictures)} ${pictures === 1 ? 'picture' : 'pictures'} beside it, in “media”.`}
        </p>
        {step.kind === 'writing' && step.progress !== null ? (
          <Progress label={`Writing ${step.progress.file}`} done={step.progress.done} of={step.progress.of} />
        ) : null}
      </form>
    </Dialog>
  );
}
