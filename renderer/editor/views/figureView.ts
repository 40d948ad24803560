import type { NodeViewConstructor } from '@tiptap/pm/view';
import { NodeSelection } from '@tiptap/pm/state';
import { textOf } from '../../../shared/article/block.ts';
import { messageOf } from '../../../shared/error.ts';
import type { EditorContext } from '../context.ts';
import { blockButton, element, freshId, labelledInput } from './elements.ts';
import { frame, setAttributes } from './frame.ts';

// A window loads nothing from the web: such a picture is named, never asked for.
const isRemote = (src: string): boolean => /^https?:/iu.test(src);

const askForAlt = 'Describe the picture for readers who cannot see it, or mark it decorative';

/** A figure: the picture, its alt text and "decorative" in place, caption and credit as text. */
export const figureView =
  (context: EditorContext): NodeViewConstructor =>
  (first, view, getPos) => {
    let node = first;
    const image = element('img', { alt: '', draggable: 'false' });
    const missing = element('p', { class: 'figure-missing' });
    const pick = blockButton('Choose picture…', () => {
      context
        .services()
        .pickPicture()
        .then(
          (picture) => {
            if (picture !== null)
              setAttributes(view, getPos, {
                src: picture.src,
                width: picture.width || null,
                height: picture.height || null,
              });
          },
          (error: unknown) => context.services().report(messageOf(error)),
        );
    });
    const alt = labelledInput('Alt text', { placeholder: 'What the picture shows' });
    const id = freshId();
    const decorative = element('input', { type: 'checkbox', id, 'data-control': true, tabindex: '-1' });
    const choice = element(
      'span',
      { class: 'block-choice' },
      decorative,
      element('label', { for: id }, 'Decorative'),
    );
    alt.input.after(choice);
    const picture = element('div', { class: 'figure-picture', 'data-outside': true }, image, missing, pick);
    const outside = element(
      'div',
      { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
      alt.row,
    );
    picture.contentEditable = 'false';
    const content = element('figcaption');
    const dom = element('figure', { class: 'figure-block' }, picture, outside, content);

    picture.addEventListener('mousedown', (event) => {
      const position = getPos();
      if (event.target === pick || position === undefined) return;
      event.preventDefault();
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
      view.focus();
    });
    image.addEventListener('error', () => {
      dom.classList.add('is-missing');
      missing.textContent = `This picture cannot be shown: ${textOf(node.attrs, 'src')}`;
    });
    image.addEventListener('load', () => dom.classList.remove('is-missing'));
    alt.input.addEventListener('input', () => setAttributes(view, getPos, { alt: alt.input.value }));
    decorative.addEventListener('change', () =>
      setAttributes(view, getPos, { decorative: decorative.checked }),
    );

    const show = (): void => {
      const src = textOf(node.attrs, 'src');
      const url = src === '' || isRemote(src) ? '' : context.services().pictureUrl(src);
      if (url === '') {
        image.removeAttribute('src');
        missing.textContent = isRemote(src)
          ? `This picture is on the web and is not loaded here: ${src}`
          : 'No picture yet';
      } else if (image.getAttribute('src') !== url) image.src = url;
      dom.classList.toggle('is-empty-picture', src === '');
      dom.classList.toggle('is-remote-picture', isRemote(src));
      for (const side of ['width', 'height'] as const) {
        const value: unknown = node.attrs[side];
        if (typeof value === 'number') image.setAttribute(side, String(value));
        else image.removeAttribute(side);
      }
      pick.textContent = src === '' ? 'Choose picture…' : 'Replace…';
      const text = textOf(node.attrs, 'alt');
      if (alt.input.value !== text) alt.input.value = text;
      decorative.checked = node.attrs['decorative'] === true;
      alt.input.disabled = decorative.checked;
      image.alt = decorative.checked ? '' : text;
      const asked = src !== '' && text.trim() === '' && !decorative.checked;
      alt.note.textContent = asked ? askForAlt : '';
      outside.hidden = src === '';
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
      selectNode: () => dom.classList.add('is-selected'),
      deselectNode: () => dom.classList.remove('is-selected'),
    };
  };
