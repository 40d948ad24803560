import { useState } from 'react';
import { titleOf } from '../../shared/article/text.ts';
import type { VersionEntry } from '../../shared/ipc/contract.ts';
import { savedTime } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { Comparison } from './Comparison.tsx';
import { Overrides } from './Overrides.tsx';
import { keepNow } from './keepNow.ts';
import { versionLabel } from './names.ts';
import { restore } from './restore.ts';
import { useArticleNow, useVersion, useVersions, type Asked, type ReadVersion } from './useHistory.ts';
import { VersionList } from './VersionList.tsx';
import './history.css';

const Troubled = ({ read }: { readonly read: Asked<ReadVersion> | null }) => {
  if (read?.kind === 'refused')
    return (
      <Notice tone="error" title="The version cannot be opened">
        {read.message}
      </Notice>
    );
  const problem = read?.kind === 'there' ? read.value.problem : null;
  return problem === null ? null : (
    <Notice tone="warning" title="The version may not be whole">
      {problem.message}
    </Notice>
  );
};

const articleOf = (read: Asked<ReadVersion> | null) => (read?.kind === 'there' ? read.value.article : null);

interface VersionsProps {
  readonly id: string;
  readonly versions: readonly [VersionEntry, ...VersionEntry[]];
}

/** The versions of an article: one is chosen, compared with now or another one, restored, exported. */
function Versions({ id, versions }: VersionsProps) {
  const services = useServices();
  const article = useArticleNow(id);
  const readOnly = useDraftReading((state) => state.kind === 'open' && state.readOnly !== null);
  const [chosen, setChosen] = useState('');
  const [other, setOther] = useState('');
  const [busy, setBusy] = useState(false);
  const [exporting, setExporting] = useState(false);
  const now = services.clock.now();

  const from = versions.find(({ name }) => name === chosen) ?? versions[0];
  // '' is the article as it is now; without one, the newest version.
  const to = versions.find(({ name }) => name === other)?.name ?? (article === null ? versions[0].name : '');
  const earlier = useVersion(id, from.name);
  const later = useVersion(id, to === '' ? null : to);
  const before = articleOf(earlier);
  const after = to === '' ? article : articleOf(later);
  const label = `the version of ${savedTime(from.at, now)}`;
  const options = versions.map((version) => ({ value: version.name, label: versionLabel(version, now) }));
  const present = article === null ? [] : [{ value: '', label: 'Now' }];

  const restoreChosen = async () => {
    setBusy(true);
    await restore(services, { id, name: from.name, label });
    setBusy(false);
  };

  return (
    <>
      <VersionList versions={versions} chosen={from.name} now={now} onChoose={setChosen} />
      <div className="history-actions">
        <Button small disabled={busy || before === null} onClick={() => void restoreChosen()}>
          Restore This Version
        </Button>
        <Button small disabled={before === null} onClick={() => setExporting(true)}>
          Export This Version…
        </Button>
        {article === null || readOnly ? null : (
          <Button small kind="quiet" onClick={() => void keepNow(services, 'manual')}>
            Save Version Now
          </Button>
        )}
      </div>
      <div className="history-sides">
        <SelectField
          label="From"
          options={options}
          value={from.name}
          onChange={(event) => setChosen(event.target.value)}
        />
        <SelectField
          label="To"
          options={[...present, ...options]}
          value={to}
          onChange={(event) => setOther(event.target.value)}
        />
      </div>
      <Troubled read={earlier} />
      <Troubled read={later} />
      {before === null || after === null ? null : <Comparison from={before} to={after} />}
      <KeptHint />
      {exporting && before !== null ? (
        <ExportDialog
          version={{ article: before, label: savedTime(from.at, now) }}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </>
  );
}

/** What the history keeps: the rule of `electron/core/historyRule.ts` in a person's words. */
const KeptHint = () => (
  <p className="history-rule">
    At least the last 50 versions are kept, and whatever you saved yourself for 90 days. Automatic ones are
    thinned: after a day to the last of each hour, after a week to the last of each day.
  </p>
);

function EmptyHistory({ open }: { readonly open: boolean }) {
  const services = useServices();
  return (
    <div className="history-empty">
      <p>
        No versions yet. One is kept whenever you save, export, import or restore, when the status changes,
        and every five minutes while you write.
      </p>
      {open ? (
        <Button small onClick={() => void keepNow(services, 'manual')}>
          Save Version Now
        </Button>
      ) : null}
    </div>
  );
}

/** The versions of the article on the sheet, or of one that cannot be opened. */
export function History() {
  const { draft, view } = useServices();
  const wanted = useReading(view, (state) => state.historyOf);
  const shown = useDraftReading((state) => (state.kind === 'open' ? state.article.id : ''));
  const id = wanted?.id ?? shown;
  if (id === '') return <p className="panel-empty">No article is open.</p>;
  const state = draft.get();
  const title = wanted?.title ?? (state.kind === 'open' ? titleOf(state.article.body) : '');
  return <HistoryOf key={id} id={id} title={title} open={id === shown} />;
}

interface HistoryOfProps {
  readonly id: string;
  readonly title: string;
  /** It is the article on the sheet. */
  readonly open: boolean;
}

function HistoryOf({ id, title, open }: HistoryOfProps) {
  const { view } = useServices();
  const versions = useVersions(id);
  const [newest, ...rest] = versions.kind === 'there' ? versions.value : [];
  return (
    <div className="history">
      {open ? null : (
        <Notice
          title={`Versions of “${title === '' ? 'Untitled' : title}”`}
          onDismiss={() => view.change({ historyOf: null })}
        >
          It is not on the sheet. Restoring a version opens it.
        </Notice>
      )}
      {versions.kind === 'refused' ? (
        <Notice tone="error" title="The versions cannot be listed">
          {versions.message} Nothing was changed.
        </Notice>
      ) : null}
      {versions.kind === 'there' && newest === undefined ? <EmptyHistory open={open} /> : null}
      <Overrides id={id} />
      {newest === undefined ? null : <Versions id={id} versions={[newest, ...rest]} />}
    </div>
  );
}
