import { EditorState } from '@tiptap/pm/state';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import { previewPage, type PreviewPage } from '../../../renderer/preview/page.ts';
import { patch } from '../../../renderer/preview/patch.ts';
import { parseArticle, type Article } from '../../../shared/article/article.ts';
import { renderPage } from '../../../shared/formats/html.ts';

/** What a preview did: how many updates kept the place that was scrolled to, and whether the page shows the last one. */
export interface PreviewRun {
  readonly kept: number;
  readonly isRight: boolean;
}

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

/** A loaded frame in mid-page; each call types one character into the middle block and shows it. */
async function open(
  name: string,
  json: unknown,
  css: string,
): Promise<(times: number) => Promise<PreviewRun>> {
  const update = updates[name];
  if (update === undefined) throw new Error(`There is no preview by ${name}`);
  const settings = { theme: { id: 'bench', css } };
  let article: Article = parseArticle(json);
  let shown = previewPage(article, settings);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width:640px;height:800px;border:0';
  document.body.replaceChildren(frame);
  await load(frame, renderPage(shown));
  const view = () => pageOf(frame).defaultView;
  const middle = pageOf(frame).documentElement.scrollHeight / 2;
  view()?.scrollTo(0, middle);
  return async (times) => {
    let kept = 0;
    for (let time = 0; time < times; time += 1) {
      view()?.scrollTo(0, middle);
      await nextFrame();
      const place = view()?.scrollY;
      const state = EditorState.create({ doc: article.body });
      let at = 0;
      article.body.forEach((node, offset, index) => {
        if (index <= article.body.childCount >> 1 && node.type.name === 'paragraph') at = offset + 10;
      });
      article = { ...article, body: state.tr.insertText('x', at).doc };
      const next = previewPage(article, settings);
      const waiting = update(frame, shown, next);
      if (waiting instanceof Promise) await waiting;
      shown = next;
      await nextFrame();
      if (view()?.scrollY === place) kept += 1;
    }
    return {
      kept,
      isRight: articleIn(pageOf(frame)).isEqualNode(articleIn(parsed(frame, renderPage(shown)))),
    };
  };
}

// The page is told by what the bench evaluates in it.
Object.assign(globalThis, { openPreview: open, previewNames });
