import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { recoverDesk } from './recoverDesk.ts';
import { png } from './pictures.ts';
import { rewritten, someArticle } from './someArticle.ts';

const withPictures = (article: Article, sources: readonly string[]): Article => ({
  ...article,
  body: sources.reduce(
    (body, src) =>
      body.copy(
        body.content.addToEnd(
          schema.node('figure', { src }, [schema.node('caption'), schema.node('credit')]),
        ),
      ),
    article.body,
  ),
});

/**
 * A library with one of each: an article cut short that has a history, a draft, a conflict copy and a trashed copy; a
 * damaged version; a newer file; a duplicate; a picture gone, one of other bytes, with a whole copy beside; an orphan; an
 * article of which only the history is left. `names` tells their files.
 */
export async function damagedLibrary() {
  const desk = await recoverDesk();
  const { root, articles, type, ports, media, saved } = desk;
  const put = (name: string, article: Article) => writeFileSync(join(root, name), articleToBytes(article));

  const one = await articles.save(rewritten(someArticle(), 'The second save.'), saved, { reason: 'manual' });
  ports.clock.pass(60_000);
  await articles.save(rewritten(someArticle(), 'The third save.'), one, { reason: 'manual' });
  ports.clock.pass(60_000);
  await type('What was typed last.');
  await articles.trash(someArticle().id);
  const [trashed = ''] = readdirSync(join(root, '.copydesk', 'trash'));
  const copy = saved.file.replace(/\.copydesk$/, '.sync-conflict-20260601-120000-ABCDEFG.copydesk');
  put(copy, { ...rewritten(someArticle(), 'Theirs.'), rev: 1 });
  writeFileSync(
    join(root, saved.file),
    readFileSync(join(root, '.copydesk', 'trash', trashed)).subarray(0, 200),
  );
  const history = join(root, '.copydesk', 'history', someArticle().id);
  const versions = readdirSync(history);
  truncateSync(join(history, versions[0] ?? ''), 100);

  const newer = `later-${'e'.repeat(32)}.copydesk`;
  writeFileSync(
    join(root, newer),
    JSON.stringify({
      ...JSON.parse(Buffer.from(articleToBytes(someArticle({ digit: 'e' }))).toString()),
      schemaVersion: 99,
    }),
  );
  const twice = someArticle({ digit: '7', headline: 'Twice' });
  put(articleName(twice), twice);
  put(`again-${articleName(twice)}`, twice);

  const { src } = await media.add(png(2, 3));
  const missing = `media/${'0'.repeat(64)}.png`;
  const pictured = withPictures(someArticle({ digit: '5', headline: 'Pictures' }), [src, missing]);
  put(articleName(pictured), pictured);
  renameSync(join(root, src), join(root, 'media', 'copy of it.png'));
  writeFileSync(join(root, src), png(4, 4));

  const orphan = join(root, `.${'a'.repeat(32)}.0123456789ab.tmp`);
  writeFileSync(orphan, 'half');
  const long = new Date('2026-01-01T00:00:00Z');
  utimesSync(orphan, long, long);
  writeFileSync(join(root, `.${'b'.repeat(32)}.0123456789ab.tmp`), 'being written');

  const gone = join(root, '.copydesk', 'history', 'd'.repeat(32));
  mkdirSync(gone);
  writeFileSync(
    join(gone, '000001-20260601T110000000Z-aaaaaa-manual.copydesk'),
    articleToBytes(someArticle({ digit: 'd', headline: 'Gone' })),
  );
  const names = {
    cut: saved.file,
    copy,
    trashed: `.copydesk/trash/${trashed}`,
    badVersion: `.copydesk/history/${someArticle().id}/${versions[0] ?? ''}`,
    goodVersion: `.copydesk/history/${someArticle().id}/${versions.at(-1) ?? ''}`,
    newer,
    duplicates: [articleName(twice), `again-${articleName(twice)}`],
    pictured: articleName(pictured),
    wrong: src,
    missing,
    sameAsWrong: 'media/copy of it.png',
    orphan: `.${'a'.repeat(32)}.0123456789ab.tmp`,
    gone: `.copydesk/history/${'d'.repeat(32)}`,
  };
  return { ...desk, names };
}
