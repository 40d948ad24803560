import { useEffect, useId, useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import { html } from '../../shared/formats/html.ts';
import type { BatchDone, BatchPlanned } from '../../shared/ipc/batchShapes.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { EventValue } from '../../shared/ipc/events.ts';
import { PageThemeChoice } from '../preview/PageThemeChoice.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { focusZone } from '../window/zones.ts';
import { BatchQuestion } from './BatchQuestion.tsx';
import { BatchSummary, summaryText } from './BatchSummary.tsx';
import { countOf } from './countOf.ts';
import { FormatChoice } from './FormatChoice.tsx';
import './export.css';
import './batch.css';

/** Where the export of many articles stands. */
type Step =
  | { readonly kind: 'choosing'; readonly problem: string }
  | { readonly kind: 'working'; readonly verb: 'Reading' | 'Writing' }
  | { readonly kind: 'asking'; readonly plan: BatchPlanned }
  | { readonly kind: 'done'; readonly done: BatchDone };

const choosing: Step = { kind: 'choosing', problem: '' };
const nothing: EventValue<'export:progress'> = { done: 0, of: 0, file: '' };

// The button that had the focus has gone with the step before.
const takeFocus = (element: HTMLElement | null): void => element?.focus();

/** Whether the person must be asked before a plan is written. */
const isQuestion = ({ held, failed, existing }: BatchPlanned): boolean =>
  held.length + failed.length + existing.length > 0;

/** Exports the selected articles, or the whole library, to a folder: formats, one question at most, progress, summary. */
export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { connection, draft, settings, view } = services;
  const form = useId();
  // Each step is a dialog of its own: what had the focus before the first one gets it after the last.
  const [before] = useState(() => document.activeElement);
  const [step, setStep] = useState<Step>(choosing);
  const [chosen, setChosen] = useState<readonly string[]>([settings.get().exportFormat]);
  const [progress, setProgress] = useState(nothing);
  const pageTheme = useReading(settings, (state) => state.pageTheme);
  const [unsaved, setUnsaved] = useState('');
  const files = view.get().batch;
  const [whole, setWhole] = useState<number | null>(null);
  useEffect(() => {
    if (files !== null) return;
    const all = { typed: '', typing: false, sort: 'newest', offset: 0, limit: 1 } as const;
    connection.call('library:page', { ...all, purpose: 'count' }).then(
      ({ count }) => setWhole(count),
      // What cannot be counted can be exported all the same, or says why not.
      () => undefined,
    );
  }, [connection, files]);
  const number = files?.length ?? whole;
  useEffect(() => connection.on('export:progress', setProgress), [connection]);

  const failed = (error: unknown) => setStep({ kind: 'choosing', problem: messageOf(error) });
  const work = (verb: 'Reading' | 'Writing') => {
    setProgress(nothing);
    setStep({ kind: 'working', verb });
  };
  const write = async (answer: CallInput<'export:batch'>) => {
    work('Writing');
    try {
      const done = await connection.call('export:batch', answer);
      announce(summaryText(done));
      setStep({ kind: 'done', done });
    } catch (error) {
      failed(error);
    }
  };
  const plan = async () => {
    work('Reading');
    try {
      setUnsaved((await draft.flush())?.message ?? '');
      const wish = { files: files === null ? null : [...files], formats: [...chosen] };
      const planned = await connection.call('export:plan', wish);
      if (planned === null) setStep(choosing);
      else if (isQuestion(planned)) setStep({ kind: 'asking', plan: planned });
      else await write({ existing: 'replace', override: null });
    } catch (error) {
      failed(error);
    }
  };
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    const usable = before instanceof HTMLElement && before.isConnected && before !== document.body;
    if (usable) before.focus();
    else focusZone(services, 'library', '.library-grid [tabindex="0"]');
  };
  const stop = () => void connection.call('export:stop', null).catch(failed);

  if (step.kind === 'asking')
    return (
      <BatchQuestion
        plan={step.plan}
        onAnswer={(answer) => void write(answer)}
        onClose={() => setStep(choosing)}
        onCloseAutoFocus={giveFocusBack}
      />
    );
  if (step.kind === 'done')
    return (
      <BatchSummary done={step.done} unsaved={unsaved} onClose={onClose} onCloseAutoFocus={giveFocusBack} />
    );
  const title =
    files === null
      ? `Export Library${number === null ? '' : ` (${countOf(number, 'article')})`}`
      : `Export ${countOf(files.length, 'Article')}`;
  if (step.kind === 'working')
    return (
      <Dialog
        open
        title={title}
        onClose={stop}
        onCloseAutoFocus={giveFocusBack}
        footer={
          <Button ref={takeFocus} onClick={stop}>
            Stop
          </Button>
        }
      >
        <div className="export" aria-busy>
          <Progress label={`${step.verb} ${progress.file}`} done={progress.done} of={progress.of} />
          <p className="export-file">
            {progress.of === 0
              ? 'A moment…'
              : `${progress.done.toLocaleString('en')} of ${countOf(progress.of, step.verb === 'Reading' ? 'article' : 'file')}. You can stop; the file in hand is finished.`}
          </p>
        </div>
      </Dialog>
    );
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onCloseAutoFocus={giveFocusBack}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} disabled={chosen.length === 0 || number === 0}>
            Choose Folder…
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="export"
        onSubmit={(event) => {
          event.preventDefault();
          void plan();
        }}
      >
        {step.problem === '' ? null : (
          <Notice tone="error" title="The export did not go on">
            {step.problem} The articles themselves are safe in the library.
          </Notice>
        )}
        <FormatChoice
          type="checkbox"
          chosen={chosen}
          onChoose={(id) =>
            setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }
        />
        {chosen.includes(html.id) ? (
          <PageThemeChoice
            connection={connection}
            value={pageTheme}
            labelled
            onChange={(theme) => void settings.change({ pageTheme: theme }).catch(failed)}
          />
        ) : null}
        <p className="export-file">
          One file for each article and format; pictures in “media” beside them. You are asked before a file
          is replaced, and what is under embargo stays unless you give a reason.
        </p>
      </form>
    </Dialog>
  );
}
