import devanagari from '@fontsource-variable/noto-serif-devanagari/files/noto-serif-devanagari-devanagari-wght-normal.woff2?url';
import arabic from '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2?url';

const bundled = [
  {
    script: /\p{Script=Devanagari}/u,
    families: ['Noto Serif Devanagari', 'Noto Sans Devanagari'],
    range: 'U+0900-097F, U+1CD0-1CF9, U+200C-200D, U+20B9, U+25CC, U+A830-A839, U+A8E0-A8FF',
    address: devanagari,
  },
  {
    script: /\p{Script=Arabic}/u,
    families: ['Noto Naskh Arabic', 'Noto Sans Arabic'],
    range:
      'U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200E, U+2010-2011, U+204F, U+FB50-FDFF, U+FE70-FEFC',
    address: arabic,
  },
] as const;

type Realm = Window & typeof globalThis;

const isInstalled = (view: Realm, family: string): Promise<boolean> =>
  new view.FontFace('installed', `local("${family}")`).load().then(
    () => true,
    () => false,
  );

/**
 * Lends a page the bundled fonts for scripts that this system cannot show, under the names that the page themes ask
 * for: readers have such fonts, this desk may not. Not a byte of the document changes, and nothing is fetched by it.
 */
export async function lendFonts(page: Document, text: string): Promise<void> {
  const view = page.defaultView;
  if (view === null) return;
  let isLent = false;
  for (const { script, families, range, address } of bundled) {
    if (!script.test(text)) continue;
    const installed = await Promise.all(families.map((family) => isInstalled(view, family)));
    const missing = families.filter((_, at) => installed[at] === false);
    if (missing.length === 0) continue;
    const bytes = await (await fetch(address)).arrayBuffer();
    for (const family of missing)
      page.fonts.add(new view.FontFace(family, bytes, { weight: '400 700', unicodeRange: range }));
    isLent = true;
  }
  if (!isLent) return;
  // Chromium keeps how it drew a short line before, boxes and all, by the line's style. It draws the same in this one.
  const anew = new view.CSSStyleSheet();
  anew.replaceSync('html { text-rendering: optimizeLegibility }');
  page.adoptedStyleSheets.push(anew);
}
