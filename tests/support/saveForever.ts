import { createLibrary } from '../../electron/core/openLibrary.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { someArticle } from './someArticle.ts';

// Run as a program: saves ever longer versions of one article and prints each rev once it is promised.
const [root = ''] = process.argv.slice(2);
const { articles } = await createLibrary(root, nodePorts);
let base = await articles.open('a'.repeat(32)).catch(() => null);
for (let round = 0; ; round += 1) {
  const paragraphs = Array.from({ length: 400 }, (_, index) =>
    `Paragraph ${index} of round ${round}. `.repeat(8),
  );
  const saved = await articles.save(someArticle({ paragraphs }), base);
  base = await articles.open('a'.repeat(32));
  process.stdout.write(`${saved.rev}\n`);
}
