import { Fragment, type Node } from 'prosemirror-model';
import { schema as s } from '../../shared/article/schema.ts';
import { toAscii } from '../../shared/formats/ascii.ts';
import type { Less } from './canonical.ts';

/** A textblock without type, its links written out: what wire copy is said to lose of every text. */
function plainText(block: Node): Node {
  const runs: { text: string; href: string }[] = [];
  for (const child of block.children) {
    const href = String(child.marks.find(({ type }) => type.name === 'link')?.attrs['href'] ?? '');
    const text = child.isText ? (child.text ?? '').replaceAll(/[ \t\n]+/gu, ' ') : '\n';
    const last = runs.at(-1);
    if (last !== undefined && last.href === href && text !== '\n' && last.text !== '\n') last.text += text;
    else runs.push({ text, href: text === '\n' ? '' : href });
  }
  const parts = runs.flatMap(({ text, href }) => {
    if (text === '\n') return [s.node('hardBreak')];
    const address = href.replace(/^(mailto|tel):/u, '');
    const said =
      href === '' || text.trim() === href ? text : text.replace(/\s*$/u, (space) => ` <${address}>${space}`);
    return said === '' ? [] : [s.text(said)];
  });
  return block.copy(Fragment.from(parts));
}

/** What wire copy is said to lose of every block, for `canonical`. */
export const lessText = (isAscii: boolean): Less => ({
  attrs: (_node, attrs) => {
    const { level: _level, articleId: _article, src: _src, ...rest } = attrs;
    return 'label' in rest ? { ...rest, label: said(String(rest['label']) || 'Read Also', isAscii) } : rest;
  },
  replace: (node) => {
    if (!node.isTextblock) return node;
    const plain = plainText(node);
    return plain.copy(
      Fragment.from(
        plain.children.map((one) => (one.isText ? s.text(said(one.text ?? '', isAscii) || ' ') : one)),
      ),
    );
  },
});
/** A text as a wire copy says it. */
export const said = (text: string, isAscii: boolean) => (isAscii ? toAscii(text) : text);
