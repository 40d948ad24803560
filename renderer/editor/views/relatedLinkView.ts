import type { NodeViewConstructor } from '@tiptap/pm/view';
import { isSafeUrl } from '../../../shared/article/address.ts';
import { textOf } from '../../../shared/article/block.ts';
import type { EditorContext } from '../context.ts';
import { addressField } from './addressField.ts';
import { blockButton, element, labelledInput } from './elements.ts';
import { frame, setAttributes } from './frame.ts';

/** A related link: label, title as text, and an address or an article of the library. */
export const relatedLinkView =
  (context: EditorContext): NodeViewConstructor =>
  (first, view, getPos) => {
    let node = first;
    const label = labelledInput('Label', { class: 'related-label', placeholder: 'Read Also' });
    const address = addressField('Address', isSafeUrl, (href) =>
      setAttributes(view, getPos, href === '' ? { href } : { href, articleId: null }),
    );
    const pick = blockButton('From the library…', () => {
      const position = getPos();
      if (position !== undefined) context.question.set({ kind: 'article', position });
    });
    const chosen = element('span', { class: 'related-chosen' });
    const unlink = blockButton('Unlink', () => setAttributes(view, getPos, { articleId: null }));
    const before = element(
      'div',
      { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
      label.row,
    );
    const after = element(
      'div',
      { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
      address.row,
      element('div', { class: 'block-row' }, chosen, unlink, pick),
    );
    const content = element('p', { class: 'related-title' });
    const dom = element(
      'div',
      { class: 'related-block', role: 'group', 'aria-label': 'Related link' },
      before,
      content,
      after,
    );
    label.input.addEventListener('input', () => setAttributes(view, getPos, { label: label.input.value }));

    // The article whose title is told, or asked for.
    let told = '';
    const tell = async (id: string): Promise<void> => {
      told = id;
      chosen.textContent = id === '' ? '' : 'Linked to an article';
      if (id === '') return;
      const article = await context
        .services()
        .findArticle(id)
        .catch(() => undefined);
      if (told !== id || article === undefined) return;
      chosen.textContent =
        article === null ? 'Linked to an article not in this library' : `Linked to “${article.title}”`;
    };
    const show = (): void => {
      const text = textOf(node.attrs, 'label');
      if (label.input.value !== text) label.input.value = text;
      address.show(textOf(node.attrs, 'href'));
      const id = textOf(node.attrs, 'articleId');
      if (id !== told) void tell(id);
      address.row.hidden = id !== '';
      unlink.hidden = id === '';
      dom.classList.toggle('is-unlinked', id === '' && textOf(node.attrs, 'href') === '');
    };
    show();
    return {
      ...frame(first, view, getPos, dom, content),
      update: (next) => {
        if (next.type !== node.type) return false;
        node = next;
        show();
        return true;
      },
    };
  };
