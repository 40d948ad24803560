import fc from 'fast-check';
import type { Article } from '../../../shared/article/article.ts';
import { renderPage } from '../../../shared/formats/html.ts';
import { previewPage } from '../../../renderer/preview/page.ts';
import { patch } from '../../../renderer/preview/patch.ts';
import { editedArticles } from '../../renderer/preview/edits.ts';

const page = (article: Article, css: string) => previewPage(article, { theme: { id: 'test', css } });

async function load(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  return frame;
}

async function holds(states: readonly Article[], css: string): Promise<void> {
  const [first, ...rest] = states;
  if (first === undefined) return;
  let before = page(first, css);
  const shown = await load(renderPage(before));
  for (const state of rest) {
    const after = page(state, css);
    if (shown.contentDocument !== null) patch(shown.contentDocument, before, after);
    before = after;
    const fresh = await load(renderPage(after));
    const same = shown.contentDocument?.documentElement.isEqualNode(
      fresh.contentDocument?.documentElement ?? null,
    );
    const shownHtml = shown.contentDocument?.documentElement.outerHTML;
    const freshHtml = fresh.contentDocument?.documentElement.outerHTML;
    fresh.remove();
    if (same !== true) throw new Error(`After the patch:\n${shownHtml}\nbut loaded afresh:\n${freshHtml}`);
  }
  shown.remove();
}

/** Runs the property of `patch` in frames of this browser, each state loaded afresh beside the patched one. */
export const check = (css: string, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(editedArticles, (states) => holds(states, css)),
    { numRuns: runs },
  );
