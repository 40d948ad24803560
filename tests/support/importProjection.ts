import { parseDateline } from '../../shared/article/dateline.ts';
import { bodyBlocks, headerText, plainText } from '../../shared/article/text.ts';
import type { Imported } from '../../shared/importing/index.ts';

interface Link {
  readonly label: string;
  readonly title: string;
  readonly url: string | null;
}

type ProjectedBlock =
  | { readonly type: 'paragraph' | 'heading' | 'list'; readonly text: string; readonly level?: number }
  | ({ readonly type: 'relatedInline' } & Link);

/** An import as the case files write it: the head, the blocks in order, the end list, what was stripped, the warnings. */
export function projectImport({ body, receipt }: Imported) {
  const raw = headerText(body, 'dateline');
  const dateline = parseDateline(raw);
  const blocks = bodyBlocks(body).map(({ node }) => node);
  const link = (node: (typeof blocks)[number]): Link => ({
    label: String(node.attrs['label']),
    title: node.textContent,
    url: node.attrs['href'] === '' ? null : String(node.attrs['href']),
  });
  const last = blocks.findLastIndex((node) => node.type.name !== 'relatedLink');
  const paragraphs = blocks.filter((node) => node.type.name === 'paragraph');
  const words = paragraphs.flatMap((node) => node.textContent.split(/\s+/u).filter((word) => word !== ''));
  return {
    kicker: headerText(body, 'kicker'),
    headline: headerText(body, 'headline'),
    ...(raw === ''
      ? {}
      : {
          dateline: {
            raw,
            place: dateline?.places[0]?.place ?? null,
            region: dateline?.places[0]?.region ?? null,
            date: dateline?.date ?? null,
            source: dateline?.source ?? null,
          },
        }),
    ...Object.fromEntries(
      (['standfirst', 'byline'] as const)
        .map((name) => [name, headerText(body, name)] as const)
        .filter(([, text]) => text !== ''),
    ),
    blocks: blocks.slice(0, last + 1).map((node): ProjectedBlock => {
      if (node.type.name === 'relatedLink') return { type: 'relatedInline', ...link(node) };
      if (node.type.name === 'heading')
        return { type: 'heading', level: Number(node.attrs['level']), text: node.textContent };
      return { type: node.type.name === 'paragraph' ? 'paragraph' : 'list', text: plainText(node) };
    }),
    relatedEnd: blocks.slice(last + 1).map(link),
    stripped: receipt.decisions
      .filter(({ kind }) => kind === 'removed')
      .map(({ text, class: found }) => ({ line: text, class: found })),
    warnings: receipt.decisions.filter(({ kind }) => kind === 'doubted').map(({ what }) => what),
    bodyParagraphWords: words.length,
  };
}
