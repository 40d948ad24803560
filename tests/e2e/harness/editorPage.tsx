import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource-variable/noto-serif-devanagari/wght.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import type { Node } from 'prosemirror-model';
import { emptyBody, parseBody } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { Editor } from '../../../renderer/editor/Editor.tsx';
import { loadCleaner } from '../../../renderer/editor/extensions/lateCleaner.ts';
import type { EditorHandle, EditorServices, Pasted, Place } from '../../../renderer/editor/handle.ts';

/** What a spec says when it opens the sheet. */
export interface Opening {
  readonly body?: unknown;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly readOnly?: boolean;
  readonly caret?: number | null;
  /** `addPicture` and `pickPicture` fail with this message. */
  readonly pictureError?: string;
}

const said: string[] = [];
const reported: string[] = [];
const opened: string[] = [];
const pastes: Pasted[] = [];
const bodies: Node[] = [];
let place: Place | null = null;
let handle: EditorHandle | null = null;
let first: unknown = null;

const entry = (digit: string, title: string) => ({
  id: digit.repeat(32),
  file: `${digit}.copydesk`,
  title,
  slugline: '',
  section: 'City',
  status: 'draft',
  language: 'en',
  canonical: '',
  words: 100,
  modified: 0,
  problem: null,
});

const dot =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="#8aa"/><circle cx="480" cy="270" r="160" fill="#cdd"/></svg>',
  );

const library = [entry('b', 'Harbour wall holds'), entry('c', 'Buses return to Mill Lane')];

function servicesFor(opening: Opening): EditorServices {
  const picture = () =>
    opening.pictureError === undefined
      ? Promise.resolve({ src: `media/${'0'.repeat(64)}.png`, width: 960, height: 540 })
      : Promise.reject(new Error(opening.pictureError));
  return {
    addPicture: picture,
    pickPicture: picture,
    pictureUrl: (src) => (src.includes('missing') ? 'nowhere.png' : dot),
    findArticles: (typed) =>
      Promise.resolve(
        library.filter(({ title }) => title.toLowerCase().includes(typed.trim().toLowerCase())),
      ),
    findArticle: (id) => Promise.resolve(library.find((one) => one.id === id) ?? null),
    openLink: (href) => opened.push(href),
    announce: (text) => said.push(text),
    report: (message) => reported.push(message),
    pasted: (paste) => pastes.push(paste),
    readWhole: (text) => said.push(`Read ${text}`),
  };
}

function open(opening: Opening): void {
  const root = document.createElement('div');
  root.style.height = '100%';
  document.body.replaceChildren(root);
  const services = servicesFor(opening);
  const start = opening.body === undefined ? emptyBody() : parseBody(opening.body);
  first = start.toJSON();
  createRoot(root).render(
    <Editor
      body={start}
      language={opening.language ?? 'en'}
      direction={opening.direction ?? 'ltr'}
      readOnly={opening.readOnly ?? false}
      caret={opening.caret ?? null}
      scroll={0}
      services={services}
      onChange={(body) => bodies.push(body)}
      onPlace={(next) => (place = next)}
      onReady={(ready) => {
        handle = ready;
        ready.focus();
      }}
    />,
  );
}

/** What a spec asks of the page; everything goes over as JSON. */
export const harness = {
  open,
  ready: () => handle !== null,
  /** Foreign HTML is taken at once from now on. */
  loadCleaner,
  /** The newest body, the one that was opened if nothing has changed yet. */
  body: (): unknown => bodies.at(-1)?.toJSON() ?? first,
  changes: () => bodies.length,
  /** Whether the last body is one that an article could be saved with, of the shared schema. */
  valid: () => {
    const last = bodies.at(-1);
    if (last === undefined) return true;
    last.check();
    return last.type.schema === schema;
  },
  /** How many top-level nodes of the last two bodies are the same objects. */
  kept: () => {
    const [before, after] = [bodies.at(-2), bodies.at(-1)];
    if (before === undefined || after === undefined) return -1;
    return after.children.filter((node) => before.children.includes(node)).length;
  },
  place: () => place,
  run: (id: Parameters<EditorHandle['run']>[0]) => handle?.run(id),
  replace: (body: unknown) => handle?.replaceBody(parseBody(body)),
  focusBlock: (index: number) => handle?.focusBlock(index),
  said: () => said,
  reported: () => reported,
  opened: () => opened,
  /** The receipt of the last paste. */
  receipt: () => pastes.at(-1)?.receipt ?? null,
  asItWas: () => pastes.at(-1)?.asItWas() ?? false,
  undoPaste: () => pastes.at(-1)?.undo() ?? false,
  /** Puts the first removal of the last paste back. */
  putBack: () => {
    const last = pastes.at(-1);
    const gone = last?.receipt.decisions.find(({ kind, text }) => kind === 'removed' && text !== '');
    return last !== undefined && gone !== undefined && last.putBack(gone);
  },
};

export type Harness = typeof harness;

// The page's one global, for the specs.
Object.assign(globalThis, { harness });
