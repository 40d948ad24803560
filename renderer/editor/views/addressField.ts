import { completeAddress } from '../../../shared/article/address.ts';
import { labelledInput } from './elements.ts';

/** Why an address was refused, for people. */
export function whyRefused(typed: string): string {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme))
    return `Addresses that begin with “${scheme}:” are not allowed. Use http, https, mailto or tel`;
  if (text.startsWith('//') || text.includes('\\')) return 'Write the whole address, with https:// in front';
  if (/\s/u.test(text)) return 'An address holds no spaces';
  return 'This is not an address';
}

/** An input for an address: what may stand in an article is handed over, of what may not it says why. */
export function addressField(
  label: string,
  accept: (address: string) => boolean,
  change: (address: string) => void,
): { readonly row: HTMLElement; readonly show: (address: string) => void } {
  const { row, input, note } = labelledInput(label, {
    inputmode: 'url',
    spellcheck: 'false',
    placeholder: 'https://',
  });
  let shown = '';
  const refuse = (why: string): void => {
    note.textContent = why;
    input.setAttribute('aria-invalid', String(why !== ''));
  };
  const read = (final: boolean): void => {
    const typed = input.value.trim();
    const address = typed === '' ? '' : completeAddress(typed);
    // While typing, “javascript” is a relative address, and so is “http”: a bare word counts at the end only.
    const whole = address === '' || (address !== null && (final || address.includes(':')));
    if (address !== null && whole && (address === '' || accept(address))) {
      refuse('');
      shown = address;
      change(address);
      if (final) input.value = address;
    } else if (final) refuse(whyRefused(typed));
  };
  input.addEventListener('input', () => read(false));
  input.addEventListener('change', () => read(true));
  return {
    row,
    show: (address) => {
      if (address === shown) return;
      shown = address;
      input.value = address;
      refuse('');
    },
  };
}
