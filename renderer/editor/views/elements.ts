/** A DOM element with attributes and children; `true` sets an attribute without value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | true>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

let count = 0;

/** An id that no other element has. */
export const freshId = (): string => {
  count += 1;
  return `editor-${count}`;
};

/** A labelled text input that belongs to a block of the sheet; it is reached from the block's own text by Tab. */
export function labelledInput(
  label: string,
  attributes: Readonly<Record<string, string | true>> = {},
): { readonly row: HTMLElement; readonly input: HTMLInputElement; readonly note: HTMLElement } {
  const id = freshId();
  const note = element('span', { class: 'block-note', id: `${id}-note`, role: 'status' });
  const input = element('input', {
    type: 'text',
    id,
    'data-control': true,
    tabindex: '-1',
    'aria-describedby': `${id}-note`,
    autocomplete: 'off',
    ...attributes,
  });
  const row = element('div', { class: 'block-row' }, element('label', { for: id }, label), input, note);
  return { row, input, note };
}

/** A small button that belongs to a block of the sheet. */
export const blockButton = (label: string, run: () => void): HTMLButtonElement => {
  const button = element(
    'button',
    { type: 'button', class: 'block-button', 'data-control': true, tabindex: '-1' },
    label,
  );
  button.addEventListener('click', run);
  return button;
};
