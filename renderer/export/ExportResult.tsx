import type { Format } from '../../shared/formats/format.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface ExportResultProps {
  readonly exported: NonNullable<CallOutput<'export:save'>>;
  readonly format: Format;
  /** Why the article itself is not saved; '' if it is. */
  readonly unsaved: string;
  readonly onAgain: () => void;
  /** Shows the file in its folder. */
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** What was written where, and what is missing in it. */
export const ExportResult = ({ exported, format, unsaved, onAgain, onShow, onClose }: ExportResultProps) => (
  <Dialog
    open
    text
    title="Exported"
    onClose={onClose}
    footer={
      <>
        <Button onClick={onAgain}>Export Another…</Button>
        <Button onClick={onShow}>Show in Folder</Button>
        <Button kind="primary" data-focus-first="" onClick={onClose}>
          Done
        </Button>
      </>
    }
  >
    <div className="export">
      <dl className="export-result">
        <dt>{format.label}</dt>
        <dd className="export-path">{exported.path}</dd>
        <dt>Pictures</dt>
        <dd>
          {exported.media.length === 0
            ? 'None'
            : `${String(exported.media.length)}, in the folder “media” beside it`}
        </dd>
      </dl>
      {exported.warnings.map((warning) => (
        <Notice key={warning} tone="warning" title={warning}>
          The rest of the file is complete.
        </Notice>
      ))}
      {unsaved === '' ? null : (
        <Notice tone="warning" title="The article in the library is not saved">
          {unsaved} What you exported holds everything you typed.
        </Notice>
      )}
    </div>
  </Dialog>
);
