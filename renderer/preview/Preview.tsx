import { useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '../../shared/ipc/link.ts';
import type { DraftState } from '../article/draft.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading, type Store } from '../ui/store.ts';
import { createLivePage, type LivePage } from './livePage.ts';
import { PageThemeChoice } from './PageThemeChoice.tsx';
import { pixelsOf, WidthControl, type PreviewWidth } from './WidthControl.tsx';
import './preview.css';

export interface PreviewProps {
  readonly connection: Connection;
  /** Followed by the preview itself: it does not render again for a key. */
  readonly draft: Store<DraftState>;
  /** The id of the page theme. */
  readonly theme: string;
  readonly onTheme: (theme: string) => void;
  /** Index of the document's child that holds the caret. */
  readonly place: number;
  readonly width: PreviewWidth;
  readonly onWidth: (width: PreviewWidth) => void;
  /** A block was chosen on the page, by its index in the document: the caret goes there. */
  readonly onPick: (index: number) => void;
  /** Asked for in the print view. */
  readonly onPrint: () => void;
}

/** The line beside the block with the caret: drawn over the frame, never in the page. */
function MarkLine({ live, scale }: { readonly live: LivePage; readonly scale: number }) {
  const mark = useReading(live.mark, (value) => value);
  if (mark === null) return null;
  const translate = `${String(mark.left)}px ${String(mark.top)}px`;
  return <div className="preview-mark" style={{ translate, height: mark.height, width: 3 / scale }} />;
}

/** The page as readers will see it, a moment behind the text: the bytes of the export, in a frame where nothing runs. */
export function Preview(props: PreviewProps) {
  const { connection, draft, theme, onTheme, place, width, onWidth, onPick, onPrint } = props;
  const hint = useId();
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [live] = useState(() => createLivePage(connection, draft));
  const { path, problem, themeProblem } = useReading(live, (state) => state);
  const printed = width === 'print';
  const pixels = pixelsOf(width);
  const scale = size.width === 0 ? 1 : Math.min(1, size.width / pixels);

  useEffect(() => live.start(), [live]);
  useEffect(
    () => live.look({ themeId: theme, place, printed, onPick }),
    [live, theme, place, printed, onPick],
  );
  useEffect(() => live.remeasure(), [live, size, pixels]);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <section className="preview" aria-label="Preview">
      <div className="preview-bar">
        <WidthControl value={width} onChange={onWidth} />
        <PageThemeChoice connection={connection} value={theme} onChange={onTheme} />
        <span className="preview-zoom">{`${String(Math.round(scale * 100))} %`}</span>
        {printed ? (
          <Button small onClick={onPrint}>
            Print…
          </Button>
        ) : null}
      </div>
      {problem === '' ? null : (
        <Notice
          tone="error"
          title="The preview cannot be shown"
          actions={<Button onClick={live.reload}>Try again</Button>}
        >
          {problem}
        </Notice>
      )}
      {themeProblem === '' ? null : <Notice tone="warning" title={themeProblem} />}
      <p id={hint} className="ui-visually-hidden">
        Press Enter in the page to edit the block in view.
      </p>
      <div className="preview-stage" ref={stage}>
        {path === null ? null : (
          <div className="preview-fit" style={{ width: pixels * scale }}>
            <div
              className="preview-paper"
              style={{ width: pixels, height: size.height / scale, scale: String(scale) }}
            >
              <iframe
                title="Preview"
                sandbox="allow-same-origin"
                src={path}
                onLoad={(event) => live.loaded(event.currentTarget)}
                aria-describedby={hint}
              />
              <MarkLine live={live} scale={scale} />
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
