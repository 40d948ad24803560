import type { Node } from 'prosemirror-model';
import { documentOf } from '../../shared/importing/html/dom.ts';
import { parseWhole } from '../../shared/importing/html/parseWhole.ts';
import { pasteReceipt } from '../../shared/importing/paste/pasteReceipt.ts';
import { type PasteReading, readPaste } from '../../shared/importing/paste/readPaste.ts';
import type { Receipt } from '../../shared/importing/receipt.ts';

/** A clipboard's HTML read as the window reads it, but by linkedom's DOM: the markup, the body and the receipt. */
export function pasted(html: string): {
  readonly html: string;
  readonly body: Node;
  readonly reading: PasteReading;
  readonly receipt: Receipt;
} {
  const page = documentOf(html);
  const reading = readPaste(page, html);
  const clean = page.body.innerHTML;
  // As in the window, where the cleaned markup is read anew.
  const again = documentOf(clean);
  const body = parseWhole(again, again.body);
  return { html: clean, body, reading, receipt: pasteReceipt(reading, body) };
}

const inline = (node: Node): string =>
  node.children
    .map((child) => {
      const text = child.isText
        ? (child.text ?? '')
        : child.type.name === 'hardBreak'
          ? '|'
          : `{${child.type.name}}`;
      return child.marks.reduceRight((inner, { type, attrs }) => {
        const sign: Readonly<Record<string, string>> = {
          strong: '**',
          emphasis: '_',
          strike: '~',
          superscript: '^',
          subscript: ',,',
        };
        if (type.name === 'link') return `[${inner}](${String(attrs['href'])})`;
        return `${sign[type.name] ?? ''}${inner}${sign[type.name] ?? ''}`;
      }, text);
    })
    .join('');

/** A body as lines that a test can name: `h2 …`, `- …`, `1. …`, `> …`, two spaces a level; empty header fields left out. */
export function outline(node: Node, indent = ''): readonly string[] {
  return node.children.flatMap((child, at): readonly string[] => {
    const { name } = child.type;
    if (['kicker', 'headline', 'standfirst', 'byline', 'dateline'].includes(name))
      return child.content.size === 0 ? [] : [`${name}: ${inline(child)}`];
    if (name === 'heading') return [`${indent}h${String(child.attrs['level'])} ${inline(child)}`];
    if (name === 'paragraph') return [`${indent}${inline(child)}`];
    if (name === 'bulletList' || name === 'orderedList')
      return child.children.flatMap((item, number) => {
        const sign = name === 'bulletList' ? '-' : `${String(Number(child.attrs['start']) + number)}.`;
        const [first = '', ...rest] = outline(item, '');
        return [`${indent}${sign} ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
      });
    if (name === 'quote') return outline(child, '').map((line) => `${indent}> ${line}`);
    if (name === 'table')
      return child.children.map(
        (row) =>
          `${indent}${row.children
            .map((cell) => `${cell.type.name === 'tableHeader' ? '#' : '|'} ${outline(cell).join(' / ')}`)
            .join(' ')}`,
      );
    if (child.isTextblock) return [`${indent}${name}: ${inline(child)}`];
    const attrs = child.attrs['src'] === undefined ? '' : ` ${String(child.attrs['src'])}`;
    return [`${indent}{${name}${attrs}} ${String(at) === '' ? '' : child.textContent}`.trimEnd()];
  });
}
