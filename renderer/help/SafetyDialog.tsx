import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import './help.css';

/** Where Electron keeps an application's own data, by the system; the same rule as `userDataFolder` of core. */
const journals: Readonly<Record<string, string>> = {
  darwin: '~/Library/Application Support/Copydesk/journal',
  win32: '%APPDATA%\\Copydesk\\journal',
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="safety-part">
    <h3>{title}</h3>
    {children}
  </section>
);

/** How what is typed is kept, what to do after a crash, and where everything is. */
export function SafetyDialog({ onClose }: { readonly onClose: () => void }) {
  const { info, library } = useServices();
  const platform = useReading(info, (state) => state?.platform ?? '');
  const root = useReading(library, (state) => state?.root ?? '');
  return (
    <Dialog open text size="large" title="How your work is kept" onClose={onClose}>
      <div className="safety">
        <Part title="While you write">
          <p>
            What you type is in the recovery journal on this computer within a second, and in the article’s
            file a few seconds later. “Saved 14:02:07” in the line at the bottom means that the file is on the
            disk. A red line there means that it is not, and says where your words are; “Save a Copy
            Elsewhere…” puts them into a file of your choice.
          </p>
        </Part>
        <Part title="After a crash or a power cut">
          <p>
            Copydesk shows at the next start what was typed and not saved, word by word, and you decide.
            Restore opens it, and what was saved stays in the history. What you do not restore is kept for 90
            days.
          </p>
        </Part>
        <Part title="Earlier versions">
          <p>
            The History tab has a version for every save by hand, export, import, restore and change of
            status, and one for every five minutes of writing. Any two can be compared; a restore can be
            undone. The newest 50 always stay, older ones for at least 90 days, less those that nobody asked
            for. The menu of an article in the library opens its history too, also when its file is damaged.
          </p>
        </Part>
        <Part title="When others change the files">
          <p>
            A sync tool or a colleague may change an article while you write. Copydesk never writes over such
            a change: it shows both, and you decide. Deleted articles are in the library’s trash.
          </p>
        </Part>
        <Part title="Where everything is">
          <dl className="about">
            <dt>Articles and pictures</dt>
            <dd className="about-path">{root}</dd>
            <dt>Versions and trash</dt>
            <dd>in the hidden folder “.copydesk” of the library</dd>
            <dt>Recovery journal</dt>
            <dd className="about-path">{journals[platform] ?? '~/.config/Copydesk/journal'}</dd>
          </dl>
        </Part>
        <Part title="If Copydesk does not start">
          <p>
            On the command line <kbd>desk recover --out FOLDER</kbd> writes what was not saved into files that
            any program reads, and <kbd>desk check-library --library FOLDER</kbd> reads the whole library and
            says what is damaged and where it is whole. Neither changes anything.
          </p>
        </Part>
      </div>
    </Dialog>
  );
}
