import { headerText } from '../article/text.ts';
import { countWords, wordsOf } from '../article/text.ts';
import { isPictureData } from './dataAddress.ts';
import { createPictureHolder, partHeld } from './heldPictures.ts';
import { documentOfTree } from './html/dom.ts';
import { ownArticle, readOwnBody, readOwnHead } from './html/ownPage.ts';
import { readForeignPage } from './html/foreignPage.ts';
import { parsePage } from './html/pageTree.ts';
import { isTooLarge, readPlainPage } from './html/plainPage.ts';
import type { Importer } from './importer.ts';

/** HTML pages: anybody's, the article found; and those that Copydesk exported, read back as they were. */
export const html: Importer = {
  id: 'html',
  label: 'HTML page',
  extensions: ['html', 'htm', 'xhtml'],
  run: ({ name, text }) => {
    const tree = parsePage(text);
    if (isTooLarge(tree)) return readPlainPage(tree, { name, text });
    const page = documentOfTree(tree);
    const own = ownArticle(page);
    if (own === null) return readForeignPage(page, { name, text });
    const wordsBefore = countWords(own.textContent);
    const pictures = createPictureHolder();
    for (const image of own.querySelectorAll('img[src]')) {
      const address = image.getAttribute('src') ?? '';
      if (isPictureData(address)) image.setAttribute('src', pictures.hold({ kind: 'data', address }));
    }
    const body = readOwnBody(own, page);
    return {
      held: partHeld(body, pictures.all()).shown,
      envelope: readOwnHead(page, headerText(body, 'headline')),
      body,
      receipt: { source: name, decisions: [], wordsBefore, wordsAfter: wordsOf(body) },
    };
  },
};
