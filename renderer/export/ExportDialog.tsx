import { useEffect, useId, useState, type Dispatch, type SetStateAction } from 'react';
import { articleToJson, type Article } from '../../shared/article/article.ts';
import { slugOf, titleOf } from '../../shared/article/text.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { Format } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/index.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import type { CallOutput, EventValue } from '../../shared/ipc/contract.ts';
import type { OpenDraft } from '../article/draft.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Choice } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { toast } from '../ui/Toast.tsx';
import { useServices, type Services } from '../window/services.ts';
import { ExportResult } from './ExportResult.tsx';
import { Losses } from './Losses.tsx';
import './export.css';

type Exported = NonNullable<CallOutput<'export:save'>>;

/** Where an export stands. */
type Step =
  | { readonly kind: 'choosing'; readonly problem: string }
  | { readonly kind: 'writing'; readonly progress: EventValue<'export:progress'> | null }
  | { readonly kind: 'done'; readonly exported: Exported; readonly unsaved: string };

export interface ExportDialogProps {
  readonly onClose: () => void;
}

const choosing: Step = { kind: 'choosing', problem: '' };
const slow = 1000;

/** The name that main will propose, as far as it is known here. */
const nameHint = (article: Article, { extension }: Format): string =>
  `${article.slug ?? (slugOf(titleOf(article.body)) || 'article')}.${extension}`;

const withPictures = (count: number): string =>
  count === 0 ? '' : ` with ${String(count)} ${count === 1 ? 'picture' : 'pictures'}`;

/** Saves, asks where to, writes; null when the person cancelled. A failed save does not stop an export: it is a way out. */
async function write(services: Services, format: Format): Promise<(Exported & { unsaved: string }) | null> {
  const { connection, draft, settings } = services;
  const failure = await draft.flush();
  const state = draft.get();
  if (state.kind === 'none') throw new CopydeskError('unexpected', 'There is no article to export');
  const article = articleToJson(state.article);
  const exported = await connection.call('export:save', { article, format: format.id });
  if (exported === null) return null;
  // The remembered format is a comfort: the file is written.
  await settings.change({ exportFormat: format.id }).catch(() => undefined);
  return { ...exported, unsaved: failure?.message ?? '' };
}

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

const whatIsSafe = ({ saveState }: OpenDraft): string =>
  saveState.kind === 'saved'
    ? 'The article itself is safe in the library.'
    : 'The article itself is safe in this window; it is not saved yet.';

/** Picks a format, says what it cannot carry, and writes the file where the person says. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const services = useServices();
  const form = useId();
  const [step, setStep] = useState<Step>(choosing);
  const [chosen, setChosen] = useState(services.settings.get().exportFormat);
  useProgress(services, setStep);
  const state = services.draft.get();
  const format = formats.find(({ id }) => id === chosen) ?? formats[0];
  if (state.kind === 'none' || format === undefined) return null;
  const { article } = state;
  const pictures = mediaOf(article).length;

  const start = async () => {
    setStep({ kind: 'writing', progress: null });
    try {
      const done = await write(services, format);
      if (done === null) return setStep(choosing);
      if (done.warnings.length === 0 && done.unsaved === '') {
        toast({ text: `Exported ${done.path}${withPictures(done.media.length)}` });
        return onClose();
      }
      announce(`Exported ${done.path}, with warnings`);
      return setStep({ kind: 'done', exported: done, unsaved: done.unsaved });
    } catch (error) {
      return setStep({ kind: 'choosing', problem: messageOf(error) });
    }
  };

  if (step.kind === 'done')
    return <ExportResult {...step} format={format} onAgain={() => setStep(choosing)} onClose={onClose} />;
  const busy = step.kind === 'writing';
  return (
    <Dialog
      open
      title="Export"
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
          <Notice tone="error" title="Nothing was exported">
            {step.problem} {whatIsSafe(state)}
          </Notice>
        ) : null}
        <fieldset className="export-formats">
          <legend>Format</legend>
          {formats.map(({ id, label, extension }) => (
            <Choice
              key={id}
              type="radio"
              name="export-format"
              checked={id === format.id}
              data-focus-first={id === format.id ? '' : undefined}
              onChange={() => setChosen(id)}
              label={
                <>
                  {label} <span className="export-extension">.{extension}</span>
                </>
              }
            />
          ))}
        </fieldset>
        <Losses losses={format.losses(article)} />
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
