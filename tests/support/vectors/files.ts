import { articleToJson, newArticle } from '../../../shared/article/article.ts';
import { docxOf, paragraph, run } from '../docxFile.ts';
import { forgedBlocks, vectorClasses, type Vector } from './index.ts';

/** A file that a person may open or drop. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Copydesk must not make an article of it. */
  readonly refused: boolean;
}

// What one vector leaves open ends before the next one begins.
const closing =
  '--></script></style></title></textarea></select></noscript></noembed></noframes></iframe></xmp></template></svg></math></table></form>';

/** The same text, asking a server of the test instead of the canaries' own host. */
export const aimed = (text: string, sink: string): string =>
  text
    .replaceAll('https://canary.example', sink)
    .replaceAll('//canary.example', sink.replace('http:', ''))
    .replaceAll('\\\\canary.example', sink.replace('http://', '\\\\'));

const page = (list: readonly Vector[]): string =>
  `<!doctype html><title>Ferry</title><h1>Ferry</h1><p>The ferry left at night, and came back.</p>${list.map(({ html }) => `${html}${closing}`).join('\n')}`;

const markdown = (list: readonly Vector[]): string =>
  `# Ferry\n\nThe ferry left.\n\n${list.map((vector) => vector.markdown).join(`\n\n${closing}]]>?>\n\n`)}\n`;

const text = (list: readonly Vector[]): string =>
  `Ferry\n\nThe ferry left.\n\n${list.map((vector) => vector.text).join('\n\n')}\n`;

const inXml = (value: string): string => value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f"]/gu, '');

// Each vector as text, and as the target of a link and of a picture that lies elsewhere.
function document(list: readonly Vector[], sink: string): Uint8Array {
  const targets = Object.fromEntries(
    list.flatMap(({ html }, at) => {
      const href = /href="([^"]*)"/u.exec(html)?.[1];
      return href === undefined ? [] : [[`r${String(at)}`, inXml(aimed(href, sink))]];
    }),
  );
  const body = list.map((vector, at) => {
    const inside = run(inXml(aimed(vector.text, sink)));
    const id = `r${String(at)}`;
    return paragraph(id in targets ? `<w:hyperlink r:id="${id}">${inside}</w:hyperlink>` : inside);
  });
  const elsewhere = { far: `${sink}/picture.png`, near: 'file:///etc/passwd' };
  return docxOf(`${paragraph('Ferry', 'Title')}${body.join('')}`, {
    links: targets,
    externalPictures: elsewhere,
    header: run(inXml(aimed(list[0]?.text ?? '', sink))),
  });
}

const fields = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'];
const created = '2026-05-04T06:30:00Z';

function stored(list: readonly Vector[], id: string, blocks: readonly unknown[] = []): string {
  const texts = list.map((vector) => ({ type: 'paragraph', content: [{ type: 'text', text: vector.html }] }));
  const head = fields.map((type) => ({ type, content: [{ type: 'text', text: list[0]?.text ?? 'Ferry' }] }));
  const content = [...head, ...texts, ...blocks];
  const keywords = list.map((vector) => vector.text);
  const envelope = articleToJson(newArticle({ id: id.padEnd(32, '0'), created, language: 'en' }));
  return JSON.stringify({ ...envelope, keywords, slug: keywords[0] ?? '', body: { type: 'doc', content } });
}

const encoded = (value: string): Uint8Array => new TextEncoder().encode(value);

// What holds zero bytes is no text, and refused as a whole: that is shown elsewhere.
const textFile = (value: string, sink: string): Uint8Array =>
  encoded(aimed(value, sink).replaceAll('\0', ''));

/** All vectors as files of every kind, one for each class; their canaries ask the sink, `seed` begins the articles' ids. */
export const hostileFiles = (sink: string, seed: string): readonly HostileFile[] => [
  ...Object.entries(vectorClasses).flatMap(([name, list], at) => {
    const kinds: Readonly<Record<string, Uint8Array>> = {
      html: textFile(page(list), sink),
      md: textFile(markdown(list), sink),
      txt: textFile(text(list), sink),
      docx: document(list, sink),
      copydesk: encoded(aimed(stored(list, `${seed}${String(at)}`), sink)),
    };
    return Object.entries(kinds).map(([ending, bytes]) => ({
      name: `${name}.${ending}`,
      bytes,
      refused: false,
    }));
  }),
  ...forgedBlocks.map((block, at) => ({
    name: `forged-${String(at + 1)}.copydesk`,
    bytes: encoded(stored([], `${seed}f${String(at)}`, [block])),
    refused: true,
  })),
];
