import { textOf } from '../../shared/article/block.ts';
import type { BlockChange } from '../../shared/compare/compareArticles.ts';
import type { Detail } from '../../shared/compare/details.ts';
import type { MarkView } from '../../shared/compare/runs.ts';
import type { Span } from '../../shared/compare/spans.ts';
import type { ChangedValueProps } from './Changed.tsx';
import { fieldName, markName, nodeName, valueText } from './names.ts';

const noteOf = (detail: Detail): ChangedValueProps => {
  switch (detail.kind) {
    case 'type':
      return { label: 'Kind', before: nodeName(detail.before), after: nodeName(detail.after) };
    case 'attribute': {
      const { name, node } = detail;
      const [before, after] = [valueText(name, detail.before), valueText(name, detail.after)];
      return { label: `${nodeName(node)}: ${fieldName(name).toLowerCase()}`, before, after };
    }
    case 'added':
      return { label: 'Part', before: '', after: nodeName(detail.node) };
    case 'removed':
      return { label: 'Part', before: nodeName(detail.node), after: '' };
  }
};

/** A mark as one word, or a link's address. */
const markText = ({ name, attrs }: MarkView): string => textOf(attrs, 'href') || markName(name);

const linksOf = (marks: readonly MarkView[]): readonly string[] =>
  marks.map(({ attrs }) => textOf(attrs, 'href')).filter((href) => href !== '');

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function noteOfSpan(span: Span): readonly ChangedValueProps[] {
  if (span.kind === 'same') return [];
  const label = `“${shorten(span.text.trim())}”`;
  if (span.kind !== 'marked')
    // The words are shown as they are: only where they lead is not to be seen.
    return linksOf(span.marks).map((href) => ({
      label: `Link of ${label}`,
      before: span.kind === 'removed' ? href : '',
      after: span.kind === 'added' ? href : '',
    }));
  const [before, after] = [span.before.map(markText), span.after.map(markText)];
  return [
    {
      label,
      before: before.filter((one) => !after.includes(one)).join(', '),
      after: after.filter((one) => !before.includes(one)).join(', '),
    },
  ];
}

/** What changed in a block beside its words: attributes, parts, formats and links. */
export const notesOf = ({ details, spans }: BlockChange): readonly ChangedValueProps[] => [
  ...details.map(noteOf),
  ...spans.flatMap(noteOfSpan),
];
