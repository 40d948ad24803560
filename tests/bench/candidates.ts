import type { CDPSession, Page } from '@playwright/test';
import type { Article } from '../../shared/article/article.ts';
import { bodyBlocks, titleOf } from '../../shared/article/text.ts';
import { measuring } from './measure.ts';
import type { Mount, PeerInput } from './pages/peers.ts';

/** An editor in a page, that can be opened and typed in again and again. */
export interface Candidate {
  readonly name: string;
  readonly page: Page;
  readonly session: CDPSession;
  /** Opens the article anew, the caret in its middle; answers how long until it was painted, in milliseconds. */
  readonly open: () => Promise<number>;
  /** The characters that the editor's model holds. */
  readonly length: () => Promise<number>;
}

type PeerPage = typeof globalThis & {
  readonly mounts: Readonly<Record<string, Mount>>;
  input?: PeerInput;
  characters?: () => number;
};

/** One of `pages/peers.ts` in a page; `code` is that file as a script. */
export async function peerCandidate(
  page: Page,
  code: string,
  { name, peer, article }: { readonly name: string; readonly peer: string; readonly article: Article },
): Promise<Candidate> {
  await page.evaluate(code);
  // A pointer over the text, as in Copydesk's window, which is clicked: the browser looks again what it is over.
  await page.mouse.move(300, 400);
  const input: PeerInput = {
    json: article.body.toJSON(),
    texts: bodyBlocks(article.body).map(({ node }) => node.textContent),
  };
  await page.evaluate((given) => {
    (globalThis as PeerPage).input = given; // kept for each mount
  }, input);
  return {
    name,
    page,
    session: await measuring(page),
    open: () =>
      page.evaluate(async (wanted) => {
        const scope = globalThis as PeerPage; // set above and by the script
        const mount = scope.mounts[wanted];
        if (mount === undefined || scope.input === undefined) throw new Error(`There is no peer ${wanted}`);
        const begun = performance.now();
        scope.characters = mount(scope.input);
        await new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => resolve());
            channel.port1.start();
            channel.port2.postMessage(null);
          });
        });
        return performance.now() - begun;
      }, peer),
    length: () => page.evaluate(() => (globalThis as PeerPage).characters?.() ?? Number.NaN), // set by open
  };
}

type Described = Element & {
  readonly pmViewDesc?: { readonly node: { readonly childCount: number; readonly textContent: string } };
};
type OurPage = typeof globalThis & { opened?: Promise<number> };

/** Copydesk itself in its window, with both articles in its library. */
export async function copydeskCandidate(page: Page, article: Article, other: Article): Promise<Candidate> {
  const library = page.locator('[data-zone="library"]');
  const show = async (one: Article): Promise<void> => {
    await library.getByText(titleOf(one.body)).first().click();
    await page.locator('.ProseMirror h1', { hasText: titleOf(one.body) }).waitFor();
  };
  const length = () =>
    page.evaluate(() => {
      const sheet: Described | null = document.querySelector('.ProseMirror');
      return sheet?.pmViewDesc?.node.textContent.length ?? Number.NaN;
    });
  return {
    name: 'Copydesk',
    page,
    session: await measuring(page),
    open: async () => {
      await show(other);
      await page.evaluate((children) => {
        // Read below.
        (globalThis as OurPage).opened = new Promise((resolve) => {
          const look = (clicked: number): void => {
            const sheet: Described | null = document.querySelector('.ProseMirror');
            if (sheet?.pmViewDesc?.node.childCount !== children)
              return void requestAnimationFrame(() => look(clicked));
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => resolve(performance.now() - clicked));
            channel.port1.start();
            return channel.port2.postMessage(null);
          };
          const clicked = (event: Event) => requestAnimationFrame(() => look(event.timeStamp));
          addEventListener('click', clicked, { capture: true, once: true });
        });
      }, article.body.childCount);
      await show(article);
      const opening = await page.evaluate(() => (globalThis as OurPage).opened ?? Number.NaN); // set above
      const middle = page.locator('.ProseMirror > p').nth(article.body.childCount >> 1);
      await middle.scrollIntoViewIfNeeded();
      await middle.click({ position: { x: 60, y: 12 } });
      return opening;
    },
    length,
  };
}
