import { lazy, Suspense, type ReactNode } from 'react';
import { useDraftReading } from '../article/useDraft.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { useReading } from '../ui/store.ts';
import { Splitter } from './Splitter.tsx';
import { useServices } from './services.ts';

const Preview = lazy(async () => ({ default: (await import('../preview/Preview.tsx')).Preview }));
const Story = lazy(async () => ({ default: (await import('../story/Story.tsx')).Story }));
const History = lazy(async () => ({ default: (await import('../history/History.tsx')).History }));

function PreviewTab() {
  const services = useServices();
  const { connection, draft, editor, place, reports, settings } = services;
  const width = useReading(settings, (state) => state.previewWidth);
  const theme = useReading(settings, (state) => state.pageTheme);
  const index = useReading(place, (state) => state?.index ?? 0);
  return (
    <Preview
      connection={connection}
      draft={draft}
      theme={theme}
      onTheme={(pageTheme) => {
        settings
          .change({ pageTheme })
          .catch((error: unknown) => reports.error('The page theme was not remembered', error));
      }}
      place={index}
      width={width}
      onWidth={(previewWidth) => {
        settings
          .change({ previewWidth })
          .catch((error: unknown) => reports.error('The width was not remembered', error));
      }}
      onPick={(block) => editor.get()?.focusBlock(block)}
      onPrint={() => {
        import('../preview/pageTheme.ts')
          .then(({ printShown }) => printShown(services))
          .catch((error: unknown) => reports.error('The page was not printed', error));
      }}
    />
  );
}

/** The right zone: the page as readers will see it, and what is known about the article. */
export function Panel() {
  const { view } = useServices();
  const narrow = useReading(view, (state) => state.narrow);
  const tab = useReading(view, (state) => state.tab);
  const open = useDraftReading((state) => state.kind === 'open');
  const shown = (content: ReactNode) =>
    open ? <Suspense>{content}</Suspense> : <p className="panel-empty">No article is open.</p>;
  return (
    <aside id="panel" className="zone zone-panel" data-zone="panel" aria-label="Panel" tabIndex={-1}>
      {narrow ? null : <Splitter />}
      <Tabs
        label="Panel"
        value={tab}
        onChange={(next) => view.change({ tab: next })}
        tabs={[
          { id: 'preview', label: 'Preview', content: shown(<PreviewTab />) },
          { id: 'story', label: 'Story', content: shown(<Story />) },
          // Of an article that cannot be opened, too.
          {
            id: 'history',
            label: 'History',
            content: (
              <Suspense>
                <History />
              </Suspense>
            ),
          },
        ]}
      />
    </aside>
  );
}
