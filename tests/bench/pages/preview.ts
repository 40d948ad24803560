import { EditorState } from '@tiptap/pm/state';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import { previewPage, type PreviewPage } from '../../../renderer/preview/page.ts';
import { patch } from '../../../renderer/preview/patch.ts';
import { parseArticle, type Article } from '../../../shared/article/article.ts';
import { renderPage } from '../../../shared/formats/html.ts';

/** A way to show the next state of an article in a frame that shows the one before. */
type Update = (frame: HTMLIFrameElement, before: PreviewPage, after: PreviewPage) => unknown;

const pageOf = (frame: HTMLIFrameElement): Document => {
  const page = frame.contentDocument;
  if (page === null) throw new Error('The frame has no page');
  return page;
};

const articleIn = (page: Document): Element => {
  const article = page.querySelector('article');
  if (article === null) throw new Error('The frame shows no article');
  return article;
};

const parsed = (frame: HTMLIFrameElement, html: string): Document => {
  const Parser = pageOf(frame).defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(html, 'text/html');
};

const load = (frame: HTMLIFrameElement, html: string): Promise<void> =>
  new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.srcdoc = html;
  });

/** Each way at its best: the morphing ones get the article alone, and skip what is equal where they can. */
const updates: Readonly<Record<string, Update>> = {
  Copydesk: (frame, before, after) => patch(pageOf(frame), before, after),
  morphdom: (frame, _, after) =>
    morphdom(articleIn(pageOf(frame)), articleIn(parsed(frame, renderPage(after))), {
      onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
    }),
  idiomorph: (frame, _, after) =>
    Idiomorph.morph(articleIn(pageOf(frame)), articleIn(parsed(frame, renderPage(after))), {
      morphStyle: 'outerHTML',
    }),
  'innerHTML of the whole page': (frame, _, after) => {
    pageOf(frame).documentElement.innerHTML = renderPage(after);
  },
  srcdoc: (frame, _, after) => load(frame, renderPage(after)),
};

/** The names of the ways, Copydesk's first. */
export const previewNames = Object.keys(updates);

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve());
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });

/** The place in the article of the unit at the top of the view. */
function placeInView(page: Document): number {
  const hit = [1, 40, 80].map((y) => page.elementFromPoint(320, y)?.closest('article > *')).find(Boolean);
  return Array.from(articleIn(page).children).findIndex((unit) => unit === hit);
}

/** Where the unit at this place and the one after it stand in the view. */
const topsAt = (page: Document, place: number): readonly number[] =>
  [place, place + 1].map(
    (index) => articleIn(page).children[index]?.getBoundingClientRect().top ?? Number.NaN,
  );

/**
 * Whether what is read stayed where it was: the unit at the view's top, or the one after it where that one grew. The
 * number of `scrollY` may change for it: the browser moves it by a line that was added above (scroll anchoring).
 */
const isKept = (before: readonly number[], now: readonly number[]): boolean =>
  before.some((top, at) => Math.abs(top - (now[at] ?? Number.NaN)) < 1);

/** The article with one more character in its middle paragraph. */
function typedIn(article: Article): Article {
  let at = 0;
  article.body.forEach((node, offset, index) => {
    if (index <= article.body.childCount >> 1 && node.type.name === 'paragraph') at = offset + 10;
  });
  const { tr } = EditorState.create({ doc: article.body });
  return { ...article, body: tr.insertText('x', at).doc };
}

/** What a loaded frame can be asked. */
export interface OpenPreview {
  /** Makes ready so many keys. */
  readonly prepare: (times: number) => void;
  /** Shows them one by one; answers how many of them kept what was in view where it was. */
  readonly run: () => Promise<number>;
  /** Whether the page shows the last key, as a fresh load does. */
  readonly isRight: () => boolean;
}

/** A loaded frame in mid-page, where single characters are typed into the middle block and shown. */
async function open(name: string, json: unknown, css: string): Promise<OpenPreview> {
  const update = updates[name];
  if (update === undefined) throw new Error(`There is no preview by ${name}`);
  const settings = { theme: { id: 'bench', css } };
  let article: Article = parseArticle(json);
  let shown = previewPage(article, settings);
  let typed: readonly Article[] = [];
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width:640px;height:800px;border:0';
  document.body.replaceChildren(frame);
  await load(frame, renderPage(shown));
  pageOf(frame).defaultView?.scrollTo(0, pageOf(frame).documentElement.scrollHeight / 2);
  return {
    prepare: (times) => {
      typed = Array.from({ length: times }, () => (article = typedIn(article)));
    },
    run: async () => {
      let kept = 0;
      const place = placeInView(pageOf(frame));
      let tops = topsAt(pageOf(frame), place);
      for (const next of typed) {
        const page = previewPage(next, settings);
        const waiting = update(frame, shown, page);
        if (waiting instanceof Promise) await waiting;
        shown = page;
        await nextFrame();
        const now = topsAt(pageOf(frame), place);
        if (isKept(tops, now)) kept += 1;
        tops = now;
      }
      return kept;
    },
    isRight: () => articleIn(pageOf(frame)).isEqualNode(articleIn(parsed(frame, renderPage(shown)))),
  };
}

// The page is told by what the bench evaluates in it.
Object.assign(globalThis, { openPreview: open, previewNames });
