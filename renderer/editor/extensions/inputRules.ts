import { InputRule, inputRules as plugin } from '@tiptap/pm/inputrules';
import type { Attrs, Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Plugin } from '@tiptap/pm/state';
import { canJoin, findWrapping } from '@tiptap/pm/transform';
import { headerLength } from '../../../shared/article/schema.ts';
import { nodeType } from '../commands/types.ts';

const inParagraph = ({ selection: { $from } }: EditorState): boolean =>
  $from.index(0) >= headerLength && $from.parent.type.name === 'paragraph';

const wrapping = (
  pattern: RegExp,
  name: string,
  attrsOf: (match: RegExpMatchArray) => Attrs | null = () => null,
  joins: (match: RegExpMatchArray, before: Node) => boolean = () => true,
): InputRule =>
  new InputRule(pattern, (state, match, start, end) => {
    if (!inParagraph(state)) return null;
    const type = nodeType(name);
    const tr = state.tr.delete(start, end);
    const range = tr.doc.resolve(start).blockRange();
    const wrap = range === null ? null : findWrapping(range, type, attrsOf(match));
    if (range === null || wrap === null) return null;
    tr.wrap(range, wrap);
    const before = tr.doc.resolve(start - 1).nodeBefore;
    if (before?.type === type && canJoin(tr.doc, start - 1) && joins(match, before)) tr.join(start - 1);
    return tr;
  });

const heading = new InputRule(/^(#{1,4})\s$/u, (state, match, start, end) => {
  if (!inParagraph(state) || state.selection.$from.depth !== 1) return null;
  // A single # is an h1, which a page has once: the headline. In the body it means a crosshead.
  const level = Math.max(2, match[1]?.length ?? 2);
  return state.tr.delete(start, end).setBlockType(start, start, nodeType('heading'), { level });
});

const rule = new InputRule(/^(?:---|___)$/u, (state, _match, start, end) => {
  const { $from } = state.selection;
  if (!inParagraph(state) || $from.depth !== 1 || end !== $from.end()) return null;
  const tr = state.tr.delete(start, end);
  const at = $from.before();
  tr.insert(at, nodeType('rule').create());
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
});

/** What typing at the start of a paragraph makes: `## ` a crosshead, `- ` and `1. ` lists, `> ` a quote, `---` a rule. */
export const inputRules = (): Plugin =>
  plugin({
    rules: [
      heading,
      rule,
      wrapping(/^\s*[-*•]\s$/u, 'bulletList'),
      wrapping(
        /^(\d{1,4})[.)]\s$/u,
        'orderedList',
        (match) => ({ start: Number(match[1]) }),
        (match, before) => before.childCount + Number(before.attrs['start']) === Number(match[1]),
      ),
      wrapping(/^\s*>\s$/u, 'quote'),
    ],
  });
