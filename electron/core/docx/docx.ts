import mammoth from 'mammoth';
import { CopydeskError, messageOf } from '../../../shared/error.ts';
import { countsOf, countsOfWords } from '../../../shared/importing/counts.ts';
import { documentOf } from '../../../shared/importing/html/dom.ts';
import { parseWhole } from '../../../shared/importing/html/parseWhole.ts';
import { languageOfScript } from '../../../shared/importing/language.ts';
import { liftHead } from '../../../shared/importing/liftHead.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';
import type { Tracked } from '../../../shared/importing/tracked.ts';
import { remarks } from '../../../shared/importing/remarks.ts';
import { parseDateline } from '../../../shared/article/dateline.ts';
import { countWords, headerText, wordsOf } from '../../../shared/article/text.ts';
import type { BroughtPicture, FileImporter, ImportedWithPictures } from '../importing/fileImporter.ts';
import { readPicture } from '../picture.ts';
import { hashOf } from '../serialise.ts';
import { asidesOf, ofChanges } from './asides.ts';
import { ownMarkup } from './markup.ts';
import { readArchive } from './readArchive.ts';
import { settleChanges } from './settleChanges.ts';
import { styleMap } from './styles.ts';
import { changesIn, hasChanges } from './trackedChanges.ts';
import { readXml, wordsOfXml } from './xml.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

const doubted = (what: string, text = ''): Decision => ({ kind: 'doubted', what, text });

/** What mammoth calls a file: our checked parts, so that no second reader of archives ever sees the bytes. */
const archiveOf = (parts: Parts) => ({
  exists: (name: string) => parts.has(name),
  read: async (name: string, encoding?: string) => {
    const bytes = parts.get(name);
    if (bytes === undefined) throw new CopydeskError('damaged', `the part “${name}” is missing`);
    if (encoding === 'base64') return Promise.resolve(Buffer.from(bytes).toString('base64'));
    return Promise.resolve(encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes));
  },
});

// Style and element names that mammoth did not know, once each.
function warningsOf(messages: readonly { readonly message: string }[]): readonly Decision[] {
  const texts = messages.flatMap(({ message }) => {
    const [, kind, name] =
      /^Unrecognised (paragraph|run) style: '?([^']*?)'? \(Style ID/u.exec(message) ?? [];
    if (kind === 'paragraph' && name !== undefined)
      return [`the style “${name}” is not known here: its text became paragraphs`];
    if (kind === 'run' || /style with ID|unlikely to display/u.test(message)) return [];
    return /^An unrecognised element was ignored: .*oMath/u.test(message) ? ['an equation was left out'] : [];
  });
  return [...new Set(texts)].map((text) => doubted(text));
}

// The parts of a document, known to be ones of Word, and those of them that are XML as text.
async function partsOf(
  bytes: Uint8Array,
): Promise<{ readonly parts: Parts; readonly xml: ReadonlyMap<string, string> }> {
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0')
    throw new CopydeskError(
      'refused',
      'it is protected by a password or of an old Word; save it as .docx first',
    );
  const parts = new Map(await readArchive(bytes));
  const xml = new Map(
    [...parts].filter(([part]) => /\.(?:xml|rels)$/iu.test(part)).map(([part, all]) => [part, readXml(all)]),
  );
  if (!xml.has('[Content_Types].xml')) throw new CopydeskError('refused', 'it is no Word document');
  // What was looked at is what is read: mammoth knows no unescaped text, and would lose it.
  for (const [part, text] of xml) {
    const plain = Buffer.from(text);
    if (!plain.equals(parts.get(part) ?? plain)) parts.set(part, plain);
  }
  return { parts, xml };
}

/** The parts that hold the text of an article, whose changes a person decides about. */
const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/u;
/** Those in which a reader of Word sees changes at all. */
const changedParts = /^word\/(?:document|footnotes|endnotes|header|footer|comments)\d*\.xml$/u;

const textsOf = (xml: ReadonlyMap<string, string>): readonly string[] =>
  [...xml].filter(([name]) => textParts.test(name)).map(([, text]) => text);

async function run(name: string, bytes: Uint8Array, tracked: Tracked): Promise<ImportedWithPictures> {
  const { parts: given, xml: written } = await partsOf(bytes);
  const settle = ([part, text]: readonly [string, string]): readonly [string, string] => [
    part,
    changedParts.test(part) && hasChanges(text) ? settleChanges(text, tracked) : text,
  ];
  const xml = new Map([...written].map(settle));
  const parts = new Map(given);
  for (const [part, text] of xml)
    if (text !== written.get(part)) parts.set(part, new TextEncoder().encode(text));
  const pictures: BroughtPicture[] = [];
  const problems: Decision[] = [];
  // mammoth's own readers take such a file in place of a path or a buffer.
  const input = { file: archiveOf(parts) } as unknown as { readonly path: string };
  const convertImage = mammoth.images.imgElement(async (image) => {
    try {
      const picture = new Uint8Array(await image.readAsArrayBuffer());
      const { extension, width, height } = readPicture(picture);
      const src = `media/${hashOf(picture)}.${extension}`;
      pictures.push({ src, bytes: picture });
      return { src, width: String(width), height: String(height) };
    } catch (error) {
      problems.push(doubted(`a picture was not taken: ${messageOf(error)}`));
      return { src: '' };
    }
  });
  const options = { styleMap: [...styleMap], includeEmbeddedStyleMap: false, externalFileAccess: false };
  const { value, messages } = await mammoth.convertToHtml(input, { ...options, convertImage });
  const raw = await mammoth.extractRawText(input);
  const page = documentOf(value);
  const { notes, badLinks, ...found } = ownMarkup(page);
  const { body, decisions } = liftHead(parseWhole(page, page.body));
  const said = ['word/footnotes.xml', 'word/endnotes.xml'].map((part) => wordsOfXml(xml.get(part) ?? ''));
  const plain = [raw.value.replace(/\n{2,}/gu, '\n').trim(), ...said.filter((text) => text !== '')].join(
    '\n',
  );
  const language = languageOfScript(plain);
  return {
    body,
    envelope: language === null ? {} : { language: language.language },
    pictures,
    receipt: {
      source: name,
      plain,
      decisions: [
        ...decisions,
        ...notes.map((text) => ({ kind: 'typed', what: 'Note, kept at the end', text }) as const),
        ...ofChanges(textsOf(written), tracked, body),
        ...asidesOf(xml, [...parts.keys()], body),
        ...warningsOf([...messages]),
        ...problems,
        ...badLinks.map((text) => doubted('a link that an article may not carry was kept as its text', text)),
        ...remarks({ name, text: '' }, body, {
          language,
          date: parseDateline(headerText(body, 'dateline'))?.date ?? null,
        }),
      ],
      counts: {
        before: { ...countsOfWords(plain), ...found, footnotes: notes.length },
        after: withoutNotes(countsOf(body, notes.length), notes.length),
      },
      wordsBefore: countWords(plain),
      wordsAfter: wordsOf(body),
    },
  };
}

const withoutNotes = (counts: ReturnType<typeof countsOf>, notes: number): ReturnType<typeof countsOf> => ({
  ...counts,
  listItems: counts.listItems - notes,
});

/** Word documents: styles, lists, tables, notes, links and pictures kept; tracked changes settled one way; comments told. */
export const docx: FileImporter = {
  id: 'docx',
  label: 'Word document',
  extensions: ['docx'],
  read: run,
  look: async (bytes) => changesIn(textsOf((await partsOf(bytes)).xml)),
};
