import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import './help.css';

/** Which Copydesk this is, and where its library lies. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { info, library } = useServices();
  const about = useReading(info, (state) => state);
  const root = useReading(library, (state) => state?.root ?? '');
  return (
    <Dialog
      open
      size="small"
      title="Copydesk"
      description="An offline newsroom editor. Everything works with the network cable out."
      onClose={onClose}
    >
      <dl className="about">
        <dt>Version</dt>
        <dd>{about?.version}</dd>
        <dt>Runs on</dt>
        <dd>{`${about?.runtime ?? ''}, ${about?.platform ?? ''}`}</dd>
        <dt>Library</dt>
        <dd className="about-path">{root}</dd>
        <dt>Licence</dt>
        <dd>MIT; fonts under the SIL Open Font License</dd>
      </dl>
    </Dialog>
  );
}
